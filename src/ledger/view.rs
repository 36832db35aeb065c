//! An invite as its holder sees it on a web page.

use super::{Checked, Ledger, Presentation};
use crate::invite::invitee;
use crate::policy::{Accounts, Purpose};
use crate::{Error, Invite, Kind, Pasted, Refusal, UnixTime};

/// An invite as its holder may see it.
#[derive(Clone, Debug)]
pub struct View {
    /// The invite with its clean token.
    pub invite: Invite,
    /// Why it can't be used for its purpose; `None` if it can.
    pub obstacle: Option<Refusal>,
}

impl View {
    /// What [`Ledger::check`] would answer to somebody who registers, without another query. A claim finds out what has happened in between. It does
    /// not check the expiry (XEP-0445 §2), so that is done here. Each call is a presentation of its own.
    ///
    /// # Errors
    /// The obstacle, [`Refusal::TokenNotForRegistration`], or [`Refusal::TokenExpired`]; [`Error::Failed`] if the random source fails.
    pub fn checked(&self, now: UnixTime) -> Result<Checked, Error> {
        let late = (self.invite.expires <= now).then_some(Refusal::TokenExpired);
        let unfit = (!self.invite.kind.allows_registration()).then_some(Refusal::TokenNotForRegistration);
        match self.obstacle.clone().or(late).or(unfit) {
            Some(refusal) => Err(refusal.into()),
            None => Ok(Checked { presentation: Presentation::new(&self.invite, &Purpose::Register)?, invite: self.invite.clone() }),
        }
    }
}

impl Ledger {
    /// The invite of a token, dead or alive. The text must have the token (see [`Pasted`]); a short id is not enough, because short ids are in logs,
    /// and readers of logs must not get at the invite. Nothing changes.
    ///
    /// # Errors
    /// [`Refusal::TokenInvalid`] if there is no such invite; [`Error::Failed`]; or the question.
    pub fn view(&mut self, token: &str, accounts: &Accounts, now: UnixTime) -> Result<View, Error> {
        let invite = self.find(&Pasted::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let purpose = match &invite.kind {
            Kind::Contact { inviter } => Purpose::SubscribeAs(inviter.clone(), invitee::of(&invite).unwrap_or_default().to_owned()),
            _ => Purpose::Register,
        };
        match self.presented(invite, &purpose, accounts, now) {
            Ok(invite) => Ok(View { invite, obstacle: None }),
            Err((invite, Error::Refused(refusal))) => Ok(View { invite: *invite, obstacle: Some(refusal) }),
            Err((_, error)) => Err(error),
        }
    }
}
