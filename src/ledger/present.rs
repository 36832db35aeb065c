//! Presenting a token. It changes nothing, however often it happens.

use rand::rngs::SysRng;

use super::Ledger;
use crate::ids::PresentationId;
use crate::policy::{self, Accounts, Purpose};
use crate::store::{Mode, accounts};
use crate::token::draw;
use crate::{Error, Invite, InviteId, Kind, KnownAccounts, Pasted, Refusal, Token, UnixTime};

/// One presentation of a token: a stream, a web form. It holds nothing until it claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    pub(super) id: PresentationId,
    pub(super) invite: InviteId,
    /// Whether it is there to make an account; else an account that is there makes a contact.
    pub(super) registers: bool,
    /// The token of a reset, with which it can be seen whether the password is still the same.
    pub(super) token: Option<Token>,
}

/// A token that was found good.
#[derive(Clone, Debug)]
pub struct Checked {
    /// For what comes next.
    pub presentation: Presentation,
    /// The invite, with the token that was presented, without what was stuck to that.
    pub invite: Invite,
}

impl Ledger {
    /// Looks at a token that somebody presents, perhaps in a link (see [`Pasted`]; XEP-0445 §2, XEP-0379 §4). Presenting a token a thousand times changes
    /// nothing.
    ///
    /// # Errors
    /// Which kind of dead the invite is, that it is none for this purpose, that nobody knows it; or all questions.
    pub fn check(&mut self, token: &str, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<Checked, Error> {
        let invite = self.find(&Pasted::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let invite = self.presented(invite, purpose, accounts, now).map_err(|(_, error)| error)?;
        let token = invite.token.clone().filter(|_| matches!(invite.kind, Kind::Reset { .. }));
        let presentation =
            Presentation { id: PresentationId(draw(&mut SysRng)?), invite: invite.id, registers: *purpose == Purpose::Register, token };
        Ok(Checked { presentation, invite })
    }

    /// The invite as whoever presents it may use it; or the invite, and why not. A user without an account is remembered.
    pub(super) fn presented(
        &mut self,
        invite: Invite,
        purpose: &Purpose,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Invite, (Box<Invite>, Error)> {
        if let Err(error) = policy::is_presentable(&invite, purpose, accounts, now) {
            return Err((Box::new(invite), error));
        }
        let known = match self.users_of(&invite) {
            Ok(known) => known,
            Err(error) => return Err((Box::new(invite), error)),
        };
        let allowed = policy::may_present(&invite, purpose, &known, accounts, now);
        self.record_absent(invite.users(), invite.created, &known, accounts, now);
        match allowed {
            Ok(()) => Ok(policy::without_former_users(invite, &known, accounts)),
            Err(error) => Err((Box::new(invite), error)),
        }
    }

    /// What is known of the users of an invite. Most invites are the server's and have none.
    pub(super) fn users_of(&mut self, invite: &Invite) -> Result<KnownAccounts, Error> {
        if invite.users().next().is_none() {
            return Ok(KnownAccounts::default());
        }
        self.run_for_strangers(Mode::Read, |tx, _| accounts::known(tx, invite.users()))
    }
}
