//! Presenting a token. It changes nothing, however often it happens.

use rand::rngs::SysRng;

use super::{Ledger, chain};
use crate::ids::PresentationId;
use crate::policy::{self, Accounts, Purpose};
use crate::store::{Mode, accounts};
use crate::token::draw;
use crate::{Error, Invite, InviteId, Kind, KnownAccounts, Pasted, Refusal, Token, UnixTime};

/// One showing of a token, by a stream or a web form. It holds nothing until it claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presentation {
    pub(super) id: PresentationId,
    pub(super) invite: InviteId,
    /// Whether it is for an account to be created. Otherwise an existing account subscribes.
    pub(super) registers: bool,
    /// The token of a reset, which is needed to see whether the password is still the same.
    pub(super) token: Option<Token>,
    /// The bare JID of the contact who subscribes, perhaps of another server.
    pub(super) contact: Option<String>,
}

impl Presentation {
    /// A presentation of an invite that may be presented.
    ///
    /// # Errors
    /// [`Error::Failed`] if the random source fails.
    pub(super) fn new(invite: &Invite, purpose: &Purpose) -> Result<Self, Error> {
        let token = invite.token.clone().filter(|_| matches!(invite.kind, Kind::Reset { .. }));
        Ok(Self { id: PresentationId(draw(&mut SysRng)?), invite: invite.id, registers: *purpose == Purpose::Register, token, contact: None })
    }

    /// The presentation of a contact who subscribes, with their bare JID.
    #[must_use]
    pub fn by(self, contact: String) -> Self {
        Self { contact: Some(contact), ..self }
    }
}

/// The result of a successful check.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The presentation, for the verbs that follow.
    pub presentation: Presentation,
    /// The invite with its clean token.
    pub invite: Invite,
}

impl Ledger {
    /// Checks a token that somebody presents, perhaps in a link (see [`Pasted`]; XEP-0445 §2, XEP-0379 §4). It only reads.
    ///
    /// # Errors
    /// Why the invite is dead, that it does not fit the purpose, or that it is unknown; or all questions.
    pub fn check(&mut self, token: &str, purpose: &Purpose, accounts: &Accounts, now: UnixTime) -> Result<Checked, Error> {
        let invite = self.find(&Pasted::read(token)?)?.ok_or(Refusal::TokenInvalid)?;
        let invite = self.presented(invite, purpose, accounts, now).map_err(|(_, error)| error)?;
        Ok(Checked { presentation: Presentation::new(&invite, purpose)?, invite })
    }

    /// The invite as its presenter may use it, or the invite and the error. If a user has no account any more, that is recorded.
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
        let mut allowed = policy::may_present(&invite, purpose, &known, accounts, now);
        if let Some(creator) = chain::grows_below(&invite).filter(|_| allowed.is_ok() && *purpose == Purpose::Register) {
            allowed = match self.obstacle_of_chain(creator, &known, accounts, now) {
                Ok(None) => Ok(()),
                Ok(Some(refusal)) => Err(refusal.into()),
                Err(error) => Err(error),
            };
        }
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
