//! An invite as its holder sees it on a web page.

use super::Ledger;
use crate::policy::{Accounts, Purpose};
use crate::{Error, Invite, Kind, Pasted, Refusal, UnixTime};

/// An invite as its holder may see it.
#[derive(Clone, Debug)]
pub struct View {
    /// The invite with its clean token.
    pub invite: Invite,
    /// Why it can't be used for its purpose; `None` if it can. Never a question.
    pub obstacle: Option<Error>,
}

impl Ledger {
    /// The invite of a token, dead or alive. The text must have the token (see [`Pasted`]); a short id is not enough, because short ids are in logs,
    /// and readers of logs must not get at the invite. Nothing changes, and there is no presentation.
    ///
    /// # Errors
    /// [`Refusal::TokenInvalid`] if there is no such invite; [`Error::Failed`]; or the question.
    pub fn view(&mut self, token: &str, accounts: &Accounts, now: UnixTime) -> Result<View, Error> {
        let invite = self.find(&Pasted::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let purpose = match &invite.kind {
            Kind::Contact { inviter } => Purpose::Subscribe(inviter.clone()),
            _ => Purpose::Register,
        };
        match self.presented(invite, &purpose, accounts, now) {
            Ok(invite) => Ok(View { invite, obstacle: None }),
            Err((_, question @ Error::Ask(_))) => Err(question),
            Err((invite, error)) => Ok(View { invite: *invite, obstacle: Some(error) }),
        }
    }
}
