//! Looking at an invite from outside, as its holder: what a web page shows.

use super::Ledger;
use crate::policy::{Accounts, Purpose};
use crate::{Error, Invite, Kind, Pasted, Refusal, UnixTime};

/// An invite as its holder may see it.
#[derive(Clone, Debug)]
pub struct View {
    /// The invite, with its token, without what was stuck to that.
    pub invite: Invite,
    /// Why it can't be used, for what it is there for; none if it can. Never a question.
    pub obstacle: Option<Error>,
}

impl Ledger {
    /// The invite of a token, dead or alive. It takes the token itself (or a text with it, see [`Pasted`]), and never a short id as [`Ledger::info`] does:
    /// short ids are in logs, and whoever reads one must not come to hold the invite. No use is taken, and no presentation is given out.
    ///
    /// # Errors
    /// [`Refusal::TokenInvalid`] where there is no such invite, or not any more; [`Error::Failed`]; or the question.
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
