//! What an invite is.

mod kind;
mod limit;
mod request;
pub mod roles;
mod state;
pub mod uri;
mod word;

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
    /// The user who made it: it needs their right to invite, when it is made and when it is used, and it counts for their limits.
    User,
    /// The server: an admin, the command line, an API key made it, in whosever name. No limit applies, and it lives on without its creator's right.
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
    /// What it is looked up by.
    pub id: InviteId,
    /// The secret; unknown for resets and where tokens are not kept in the clear.
    pub token: Option<Token>,
    /// What it is good for.
    pub kind: Kind,
    /// The local user who made it, or in whose name it was made.
    pub creator: Option<Username>,
    /// Who stands behind it.
    pub authority: Authority,
    /// How often.
    pub limit: Limit,
    /// Uses that were redeemed.
    pub uses: i64,
    /// When it was made.
    pub created: UnixTime,
    /// From this second on it is no longer accepted.
    pub expires: UnixTime,
    /// When it was revoked.
    pub revoked: Option<UnixTime>,
    /// The web page of the invite; kept only where the token is, since it holds the token.
    pub landing_page: Option<String>,
    /// What other modules attached to it: `additional_data`.
    pub data: Option<Value>,
    /// The password of the account when this reset was made, as [`Token::seal`] hides it; none where the provider doesn't show it.
    pub credentials: Option<String>,
}

impl Invite {
    /// The users whose account it depends on: who made it, who becomes a contact, whose password is reset. Each once.
    pub fn users(&self) -> impl Iterator<Item = &Username> {
        self.kind.subject().into_iter().chain(self.creator.as_ref().filter(|creator| self.kind.subject() != Some(creator)))
    }

    /// Where it is in its life, when so many registrations through it are under way.
    #[must_use]
    pub fn state(&self, in_flight: i64, now: UnixTime) -> State {
        State::of(self.limit, self.uses, self.revoked.is_some(), in_flight, self.expires, now)
    }
}
