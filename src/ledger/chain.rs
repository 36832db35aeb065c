//! The chain above a new account, and its limits.
//!
//! Each account in the tree that joined on a user's authority has the account at the top of its chain beside it (`root`). Nobody below the top can have
//! more accounts below them than the top has, so the top alone is counted: one short query in an index, however large the tree is.

use super::redeem::node_of;
use super::{Ledger, Settings};
use crate::ids::{NodeId, PresentationId};
use crate::policy::Accounts;
use crate::store::tree::Node;
use crate::store::{Mode, Tx, tree};
use crate::{Error, FollowUpStep, Invite, KnownAccounts, Refusal, UnixTime, Username};

/// The chains that are at a limit. At most [`Ledger::PAGE`] of each sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReachedLimits {
    /// The accounts below which nobody can join now.
    pub full: Vec<Username>,
    /// The accounts below which the last generation could invite nobody, and when that was so first within the period.
    pub deep: Vec<(Username, UnixTime)>,
}

impl Ledger {
    /// The chains that are at a limit now. One that is full only because a limit was lowered is not among them until somebody joins elsewhere in it.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn reached_limits(&mut self, now: UnixTime) -> Result<ReachedLimits, Error> {
        self.run(Mode::Read, |tx, settings| {
            let (limits, mut reached) = (&settings.chains, ReachedLimits::default());
            if limits.accounts.is_some() {
                // Who filled a chain joined within the period, and the note is at most another period older.
                for (top, username) in tree::noted_full(tx, limits.since(limits.since(now)), i64::from(Self::PAGE))? {
                    if limits.one_more(joined(tx, settings, top, None, now)?).is_err() {
                        reached.full.push(username);
                    }
                }
            }
            if limits.depth.is_some() {
                reached.deep = tree::noted_deep(tx, limits.since(now), i64::from(Self::PAGE))?;
            }
            Ok(reached)
        })
    }

    /// Why a user's own invites can't let anybody register now, if that is so.
    pub(super) fn obstacle_of_chain(
        &mut self,
        creator: &Username,
        known: &KnownAccounts,
        accounts: &Accounts,
        now: UnixTime,
    ) -> Result<Option<Refusal>, Error> {
        if self.settings.chains.is_off() {
            return Ok(None);
        }
        let created = created(creator, known, accounts);
        let found = self.run_for_strangers(Mode::Read, |tx, settings| {
            let node = tree::living(tx, creator)?;
            within(tx, settings, (node, created), None, now).map(drop)
        });
        match found {
            Ok(()) => Ok(None),
            Err(Error::Refused(refusal)) => Ok(Some(refusal)),
            Err(error) => Err(error),
        }
    }
}

/// The user whose chain gets longer when somebody registers through this invite.
pub(super) fn grows_below(invite: &Invite) -> Option<&Username> {
    invite.authoriser().filter(|_| invite.kind.allows_registration())
}

/// Checks within the transaction of a claim that the chain may grow. Returns the account at its top, which is locked: others wait until this claim
/// counts.
///
/// # Errors
/// [`Refusal::InviterNew`], [`Refusal::TreeFull`], [`Error::Failed`].
pub(super) fn take(
    tx: &mut Tx<'_>,
    settings: &Settings,
    invite: &Invite,
    presentation: PresentationId,
    (known, accounts): (&KnownAccounts, &Accounts),
    now: UnixTime,
) -> Result<Option<NodeId>, Error> {
    let Some(creator) = grows_below(invite).filter(|_| !settings.chains.is_off()) else { return Ok(None) };
    let node = match tree::living(tx, creator)? {
        None if settings.chains.limits_tree() => Some(node_of(tx, creator, now)?),
        node => node,
    };
    within(tx, settings, (node, created(creator, known, accounts)), Some(presentation), now)
}

/// When the account was created, as Prosody says.
fn created(creator: &Username, known: &KnownAccounts, accounts: &Accounts) -> Option<UnixTime> {
    accounts.created(creator).or(known.account(creator).created)
}

/// Checks the limits for an invite of this account. Who takes a place locks the top, and does not count itself.
fn within(
    tx: &mut Tx<'_>,
    settings: &Settings,
    (node, created): (Option<Node>, Option<UnixTime>),
    taken_by: Option<PresentationId>,
    now: UnixTime,
) -> Result<Option<NodeId>, Error> {
    let limits = &settings.chains;
    limits.old_enough(created.or(node.filter(|node| node.parent.is_some()).map(|node| node.joined)), now)?;
    let Some(node) = node.filter(|_| limits.limits_tree()) else { return Ok(None) };
    let top = node.top();
    if taken_by.is_some() {
        tree::lock(tx, top)?;
    }
    limits.one_deeper(generations(tx, settings, node, now)?)?;
    limits.one_more(joined(tx, settings, top, taken_by, now)?)?;
    Ok(Some(top))
}

/// How many accounts joined within the period one through the other, with this one as the last. It counts no further than the limit.
fn generations(tx: &mut Tx<'_>, settings: &Settings, last: Node, now: UnixTime) -> Result<i64, Error> {
    let (most, since) = (settings.chains.depth.unwrap_or(0), settings.chains.since(now));
    let (mut count, mut next) = (0, Some(last));
    while let Some(node) = next.filter(|node| count < most && node.root.is_some() && node.joined > since) {
        count += 1;
        next = node.parent.map(|parent| tree::node(tx, parent)).transpose()?.flatten();
    }
    Ok(count)
}

/// How many accounts have joined below this one within the period, or are about to. It counts no further than the limit.
fn joined(tx: &mut Tx<'_>, settings: &Settings, top: NodeId, except: Option<PresentationId>, now: UnixTime) -> Result<i64, Error> {
    let Some(most) = settings.chains.accounts else { return Ok(0) };
    let claimed = tree::claimed_below(tx, top, except, most)?;
    Ok(claimed + tree::joined_below(tx, top, settings.chains.since(now), most)?)
}

/// What admins are to be told now that this account has joined: the limits that are reached, and of which nobody was told within the period.
pub(super) fn newly_reached(
    tx: &mut Tx<'_>,
    settings: &Settings,
    last: Node,
    joined_by: PresentationId,
    now: UnixTime,
) -> Result<Vec<FollowUpStep>, Error> {
    let (limits, top, mut reached) = (&settings.chains, last.top(), Vec::new());
    let is_full = limits.accounts.is_some() && limits.one_more(joined(tx, settings, top, Some(joined_by), now)?).is_err();
    if is_full && tree::note_full(tx, top, limits.since(now), now)? {
        reached.push(FollowUpStep::TreeFull);
    }
    let is_deep = limits.depth.is_some() && limits.one_deeper(generations(tx, settings, last, now)?).is_err();
    if is_deep && tree::note_deep(tx, top, limits.since(now), now)? {
        reached.push(FollowUpStep::TreeDeep);
    }
    Ok(reached)
}
