//! Tests of the rules, and the invites and facts that they share.

mod create;
mod redeem;

use crate::policy::{AccountStatus, Accounts};
use crate::{Authority, CreateRequest, Invite, Kind, Limit, Token, UnixTime, Username};

const NOW: UnixTime = UnixTime::NEVER;

fn user(name: &str) -> Username {
    Username::prepared(name).unwrap()
}

fn facts(facts: &[(&str, AccountStatus)]) -> Accounts {
    let standing = facts.iter().map(|&(name, standing)| (user(name), standing)).collect();
    Accounts { standing, privileged: facts.iter().map(|&(name, _)| (user(name), false)).collect(), ..Accounts::default() }
}

fn invite(kind: Kind) -> Invite {
    Invite {
        id: Token::parse("T").unwrap().id(),
        token: None,
        kind,
        creator: None,
        authority: Authority::Server,
        limit: Limit::ONCE,
        uses: 0,
        created: UnixTime::from_seconds(100),
        expires: UnixTime::from_seconds(200),
        revoked: None,
        landing_page: None,
        data: None,
        credentials: None,
    }
}

fn free() -> Invite {
    invite(Kind::Account { username: None, inviter: None })
}

fn at(seconds: i64) -> UnixTime {
    UnixTime::from_seconds(seconds)
}

fn with_permissions(permissions: &[(&str, bool)]) -> Accounts {
    Accounts { permissions: permissions.iter().map(|&(name, permission)| (user(name), permission)).collect(), ..Accounts::default() }
}

fn own(creator: &str, kind: Kind) -> CreateRequest {
    CreateRequest { creator: Some(user(creator)), authority: Authority::User, ..CreateRequest::of(kind) }
}

fn account(inviter: Option<&str>) -> Kind {
    Kind::Account { username: None, inviter: inviter.map(user) }
}

fn contact_account(inviter: &str) -> Kind {
    Kind::ContactAccount { inviter: user(inviter) }
}
