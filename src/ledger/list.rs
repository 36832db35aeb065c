//! Reading invites: one with its uses, pages of lists, counts.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;

use super::Ledger;
use super::current::as_kept;
use crate::store::{Mode, accounts, invites, names, redemptions};
use crate::{Cursor, Damaged, Error, Invite, InviteId, KindName, Refusal, State, UnixTime, Username};

/// Which invites to list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Invites with a use left that let somebody register (or reset).
    Pending,
    /// Invites with a use left, contact invites included.
    Usable,
    /// Invites that were used at least once.
    Used,
    /// All invites.
    All,
}

impl Filter {
    fn includes(self, invite: &Invite, state: State) -> bool {
        let usable = matches!(state, State::Pending | State::Claimed);
        match self {
            Self::Pending => usable && invite.kind.allows_registration(),
            Self::Usable => usable,
            Self::Used => invite.uses > 0,
            Self::All => true,
        }
    }
}

/// A list of invites.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// Which invites.
    pub which: Filter,
    /// Only invites that this user created.
    pub creator: Option<&'a Username>,
    /// The newest first instead of the oldest.
    pub newest_first: bool,
}

impl Query<'_> {
    /// Invites of all users, the oldest first.
    #[must_use]
    pub fn of(which: Filter) -> Self {
        Self { which, creator: None, newest_first: false }
    }
}

/// How many invites there are of each kind in each state.
pub type Counts = BTreeMap<(KindName, State), u64>;

/// The counts of one page.
#[derive(Clone, Debug)]
pub struct Counted {
    /// How many of which sort.
    pub counts: Counts,
    /// Rows that can't be read.
    pub damaged: Vec<Damaged>,
    /// The cursor of the next page; `None` after the last one.
    pub next: Option<Cursor>,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The invites and their states.
    pub invites: Vec<(Invite, State)>,
    /// Rows that can't be read, whatever the filter.
    pub damaged: Vec<Damaged>,
    /// The cursor of the next page; `None` after the last one.
    pub next: Option<Cursor>,
}

impl Ledger {
    /// An invite and its state. `reference` is its token, a link with the token, or its short id.
    ///
    /// # Errors
    /// [`Refusal::NoToken`], [`Refusal::TokenInvalid`], [`Refusal::ReferenceAmbiguous`].
    pub fn info(&mut self, reference: &str, now: UnixTime) -> Result<(Invite, State), Error> {
        let (located, token) = self.resolve(reference)?;
        let (invite, in_flight, known) = self.run(Mode::Read, |tx, _| {
            let invite = invites::find(tx, located.id)?.ok_or(Refusal::TokenInvalid)?;
            let known = accounts::readable(tx, invite.users())?;
            Ok((invite, names::count_claims(tx, located.id)?, known))
        })?;
        Ok(as_kept(Invite { token: token.or(invite.token.clone()), ..invite }, in_flight, &known, now))
    }

    /// Who used an invite, as far as known, and when: the first [`Ledger::BATCH`] uses.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn uses(&mut self, id: InviteId) -> Result<Vec<(Option<String>, UnixTime)>, Error> {
        self.run(Mode::Read, |tx, _| redemptions::uses(tx, id, Self::BATCH))
    }

    /// A page of the host's invites, or of those that one user created, in the order of creation. Reads at most `look` rows and returns those that
    /// match, so the cost of a page does not depend on the filter. A page ends earlier if its invites have much data.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn list(&mut self, list: Query<'_>, after: Option<&Cursor>, look: u16, now: UnixTime) -> Result<Page, Error> {
        let limit = i64::from(look);
        let ((rows, has_more), known, began) = self.run(Mode::Read, |tx, _| {
            let creator = list.creator.map_or(Ok(None), |creator| accounts::find(tx, creator))?;
            let began = creator.unwrap_or_default().began;
            let first = Cursor { created: began.seconds(), id: InviteId([0; 16]) };
            let is_before = began > UnixTime::default() && !list.newest_first && after.is_none_or(|after| after.created < first.created);
            let start = if is_before { Some(first) } else { after.copied() };
            let page = invites::page(tx, list.creator, start.as_ref(), list.newest_first, limit)?;
            let users: BTreeSet<&Username> = page.0.iter().flat_map(|(_, row)| row).flat_map(|(invite, _)| invite.users()).collect();
            let known = accounts::readable(tx, users)?;
            Ok((page, known, began))
        })?;
        // The cursor is the last row that has a place in the order. Rows behind it come again with the next page.
        let end = rows.iter().rposition(|(place, _)| place.is_some()).filter(|_| has_more);
        // With the newest first, the invites of an earlier account of that name come last.
        let next = end.and_then(|end| rows.get(end)?.0).filter(|next| began == UnixTime::default() || next.created >= began.seconds());
        let mut page = Page { invites: Vec::with_capacity(rows.len()), damaged: Vec::new(), next };
        for (place, row) in rows.into_iter().take(end.map_or(usize::MAX, |end| end + 1)) {
            if began > UnixTime::default() && place.is_some_and(|place| place.created < began.seconds()) {
                continue;
            }
            match row {
                Err(damaged) => page.damaged.push(damaged),
                Ok((invite, claims)) => {
                    let (invite, state) = as_kept(invite, claims, &known, now);
                    if list.which.includes(&invite, state) {
                        page.invites.push((invite, state));
                    }
                }
            }
        }
        Ok(page)
    }

    /// Counts a page of invites by kind and state.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn count(&mut self, after: Option<&Cursor>, look: u16, now: UnixTime) -> Result<Counted, Error> {
        let page = self.list(Query::of(Filter::All), after, look, now)?;
        let mut counts = Counts::new();
        for (invite, state) in &page.invites {
            *counts.entry((invite.kind.name(), *state)).or_default() += 1;
        }
        Ok(Counted { counts, damaged: page.damaged, next: page.next })
    }
}
