//! An invite and its parts.

mod card;
pub(crate) mod invitee;
mod kind;
mod limit;
pub mod message;
mod request;
pub mod roles;
pub mod rooms;
mod state;
pub mod uri;
mod word;

pub use card::Card;
pub use kind::{Kind, KindName};
pub use limit::Limit;
pub use request::CreateRequest;
pub use state::State;
pub(crate) use word::of_word;

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{InviteId, Token, UnixTime, Username};

/// Who stands behind an invite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Authority {
    /// The user who created it. Their permission is needed when it is created and when it is used, and it counts for their quotas.
    User,
    /// The server: an admin, the command line, an API key or another module created it. No quota applies, and it does not depend on its creator's
    /// permission.
    Server,
}

impl fmt::Display for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

/// One invite.
#[derive(Clone, Debug, PartialEq)]
pub struct Invite {
    /// The key by which it is looked up.
    pub id: InviteId,
    /// The secret; `None` for resets, and where tokens are not stored in the clear.
    pub token: Option<Token>,
    /// What it lets its holder do.
    pub kind: Kind,
    /// The local user who created it, or in whose name it was created.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often it can be used.
    pub limit: Limit,
    /// Redeemed uses.
    pub uses: i64,
    /// When it was created.
    pub created: UnixTime,
    /// The first second in which it is no longer accepted.
    pub expires: UnixTime,
    /// When it was revoked, if it was.
    pub revoked: Option<UnixTime>,
    /// The URL of its web page. It contains the token, so it is stored only where the token is.
    pub landing_page: Option<String>,
    /// `additional_data`, which other modules may attach.
    pub data: Option<Value>,
    /// For a reset: the account's credentials when it was created, as [`Token::seal`] hides them. `None` where the provider reveals none.
    pub credentials: Option<String>,
}

impl Invite {
    /// The users whose accounts it depends on, each once: its creator, and its inviter or the account of the reset.
    pub fn users(&self) -> impl Iterator<Item = &Username> {
        self.kind.subject().into_iter().chain(self.creator.as_ref().filter(|creator| self.kind.subject() != Some(creator)))
    }

    /// The user on whose authority it is; `None` if it is on the server's.
    #[must_use]
    pub fn authoriser(&self) -> Option<&Username> {
        self.creator.as_ref().filter(|_| self.authority == Authority::User)
    }

    /// Its state. `in_flight` is the number of open claims.
    #[must_use]
    pub fn state(&self, in_flight: i64, now: UnixTime) -> State {
        State::of(self.limit, self.uses, self.revoked.is_some(), in_flight, self.expires, now)
    }
}
