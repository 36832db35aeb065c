//! The tree: who invited whom. Callers walk a tree in pieces of some milliseconds, and yield in between.

use std::collections::HashSet;
use std::vec::IntoIter;

use super::Ledger;
use crate::ids::NodeId;
use crate::policy::Accounts;
use crate::store::Mode;
use crate::store::tree::{self, Member};
use crate::{Error, UnixTime, Username};

/// A walk through a tree, depth first: each account, followed by the accounts that it invited.
#[derive(Debug)]
pub struct Walk {
    /// One level for each account between the top and the next one. Trees may be deeper than a stack of calls.
    levels: Vec<Level>,
    seen: HashSet<NodeId>,
}

/// The accounts that one account invited.
#[derive(Debug)]
struct Level {
    /// That account; `None` at the top.
    of: Option<Member>,
    page: IntoIter<Member>,
    last: Option<Member>,
}

impl Walk {
    /// Whether no account is left.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.levels.is_empty()
    }
}

impl Ledger {
    /// The accounts of this name that are in the tree: deleted ones, and the current one. At most [`Ledger::BATCH`].
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn members(&mut self, username: &Username) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::namesakes(tx, username, Self::BATCH))
    }

    /// The accounts that an account invited, in the order in which they joined. Deleted ones are included while somebody is below them. A page has
    /// [`Ledger::PAGE`] of them; `after` is the last one of the page before.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn invitees(&mut self, member: &Member, after: Option<&Member>) -> Result<Vec<Member>, Error> {
        self.run(Mode::Read, |tx, _| tree::invitees(tx, member.id, after, i64::from(Self::PAGE)))
    }

    /// Whether the account that has this name now is still this one, and not a later one.
    ///
    /// # Errors
    /// The question about the account, or [`Error::Failed`].
    pub fn is_present(&mut self, member: &Member, facts: &Accounts, now: UnixTime) -> Result<bool, Error> {
        self.identify(&member.username, facts, now)?;
        let living = self.run(Mode::Read, |tx, _| tree::living(tx, &member.username))?;
        Ok(living.is_some_and(|node| node.id == member.id))
    }

    /// Begins a walk at the accounts of this name, the oldest first.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn walk(&mut self, username: &Username) -> Result<Walk, Error> {
        let top = Level { of: None, page: self.members(username)?.into_iter(), last: None };
        Ok(Walk { levels: vec![top], seen: HashSet::new() })
    }

    /// The next accounts, each with its number of levels below the top. There may be none although the walk is not over: a piece ends after
    /// [`Ledger::PAGE`] accounts, or a tenth as many queries.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn walk_on(&mut self, walk: &mut Walk) -> Result<Vec<(u32, Member)>, Error> {
        let (mut found, mut queries) = (Vec::new(), 0);
        while found.len() < usize::from(Self::PAGE) && queries < Self::PAGE / 10 {
            let depth = walk.levels.len().saturating_sub(1);
            let Some(level) = walk.levels.last_mut() else { break };
            if let Some(member) = level.page.next() {
                level.last = Some(member.clone());
                if !walk.seen.insert(member.id) {
                    continue;
                }
                walk.levels.push(Level { of: Some(member.clone()), page: Vec::new().into_iter(), last: None });
                found.push((u32::try_from(depth).unwrap_or(u32::MAX), member));
                continue;
            }
            let page = match &level.of {
                Some(of) => match self.invitees(of, level.last.as_ref()) {
                    // They are returned, and the next call asks again.
                    Err(_) if !found.is_empty() => break,
                    page => page?,
                },
                None => Vec::new(),
            };
            queries += 1;
            if page.is_empty() {
                walk.levels.pop();
            } else {
                level.page = page.into_iter();
            }
        }
        Ok(found)
    }
}
