//! The table `invite_tree`: who invited whom. No rule is applied here.

use super::{Arg, Row, Tx};
use crate::ids::{NodeId, PresentationId};
use crate::{Error, InviteId, UnixTime, Username};

/// An account in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its id.
    pub id: NodeId,
    /// Its username.
    pub username: Username,
    /// Its inviter, if it has one in the tree.
    pub inviter: Option<Username>,
    /// When it joined; an account without an inviter joins when it first invites somebody.
    pub joined: UnixTime,
    /// When it was deleted, if it was.
    pub left: Option<UnixTime>,
}

macro_rules! members {
    ($condition:literal) => {
        concat!(
            "SELECT m.id, m.username, inviter.username, m.joined_at, m.left_at
             FROM invite_tree m LEFT JOIN invite_tree inviter ON inviter.id = m.parent WHERE ",
            $condition
        )
    };
}

/// The place of an account in the tree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) id: NodeId,
    pub(crate) parent: Option<NodeId>,
    /// The account at the top of its chain, unless that is itself.
    pub(crate) root: Option<NodeId>,
    pub(crate) joined: UnixTime,
}

impl Node {
    /// The account at the top of its chain.
    pub(crate) fn top(&self) -> NodeId {
        self.root.unwrap_or(self.id)
    }
}

fn place(mut row: Row) -> Result<Node, Error> {
    Ok(Node { id: NodeId(row.bytes()?), parent: row.maybe_bytes()?.map(NodeId), root: row.maybe_bytes()?.map(NodeId), joined: row.time()? })
}

/// The current account of this name.
pub(crate) fn living(tx: &mut Tx<'_>, username: &Username) -> Result<Option<Node>, Error> {
    let statement = "SELECT id, parent, root, joined_at FROM invite_tree WHERE host = ?1 AND username = ?2 AND left_at IS NULL LIMIT 1";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str())])?.pop().map(place).transpose()
}

/// The account of this id.
pub(crate) fn node(tx: &mut Tx<'_>, id: NodeId) -> Result<Option<Node>, Error> {
    tx.run("SELECT id, parent, root, joined_at FROM invite_tree WHERE id = ?1", &[Arg::Blob(&id.0)])?.pop().map(place).transpose()
}

/// The name of the account of this id.
pub(crate) fn name_of(tx: &mut Tx<'_>, id: NodeId) -> Result<Option<Username>, Error> {
    Ok(tx.run("SELECT username FROM invite_tree WHERE id = ?1", &[Arg::Blob(&id.0)])?.pop().and_then(|mut row| row.name().ok()).flatten())
}

/// Locks the row of an account until the transaction ends.
pub(crate) fn lock(tx: &mut Tx<'_>, id: NodeId) -> Result<(), Error> {
    if tx.is_exclusive() {
        return Ok(());
    }
    tx.run("SELECT 1 FROM invite_tree WHERE id = ?1 FOR NO KEY UPDATE", &[Arg::Blob(&id.0)]).map(drop)
}

/// How many accounts of the chain below this one joined after a second, counted up to `most`.
pub(crate) fn joined_below(tx: &mut Tx<'_>, top: NodeId, since: UnixTime, most: i64) -> Result<i64, Error> {
    let statement = "SELECT COUNT(*) FROM (SELECT 1 FROM invite_tree WHERE host = ?1 AND root = ?2 AND joined_at > ?3 LIMIT ?4) AS counted";
    let args = [Arg::Text(tx.host), Arg::Blob(&top.0), Arg::Int(since.seconds()), Arg::Int(most)];
    tx.run(statement, &args)?.pop().map_or(Ok(0), |mut row| row.int())
}

/// How many accounts are about to join the chain below this one, except for that of a presentation, counted up to `most`.
pub(crate) fn claimed_below(tx: &mut Tx<'_>, top: NodeId, except: Option<PresentationId>, most: i64) -> Result<i64, Error> {
    let statement = "SELECT COUNT(*) FROM (SELECT 1 FROM invite_names WHERE host = ?1 AND root = ?2 AND presentation IS NOT NULL
                     AND presentation <> ?3 LIMIT ?4) AS counted";
    let except = except.map_or([0; 16], |presentation| presentation.0);
    tx.run(statement, &[Arg::Text(tx.host), Arg::Blob(&top.0), Arg::Blob(&except), Arg::Int(most)])?.pop().map_or(Ok(0), |mut row| row.int())
}

/// Notes that nobody can join below this account now; false if that was noted after a second.
pub(crate) fn note_full(tx: &mut Tx<'_>, top: NodeId, since: UnixTime, now: UnixTime) -> Result<bool, Error> {
    let statement = "UPDATE invite_tree SET full_at = ?3 WHERE id = ?1 AND (full_at IS NULL OR full_at <= ?2) RETURNING 1";
    Ok(!tx.run(statement, &[Arg::Blob(&top.0), Arg::Int(since.seconds()), Arg::Int(now.seconds())])?.is_empty())
}

/// The accounts below which nobody could join at some time after a second, the latest first. Rows that can't be read are left out.
pub(crate) fn noted_full(tx: &mut Tx<'_>, since: UnixTime, limit: i64) -> Result<Vec<(NodeId, Username)>, Error> {
    let statement = "SELECT id, username FROM invite_tree WHERE host = ?1 AND full_at > ?2 ORDER BY full_at DESC LIMIT ?3";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Int(since.seconds()), Arg::Int(limit)])?;
    Ok(rows.into_iter().filter_map(|mut row| Some((NodeId(row.bytes().ok()?), row.name().ok()??))).collect())
}

/// The accounts below which the last generation could invite nobody at some time after a second, and when, the latest first. The same.
pub(crate) fn noted_deep(tx: &mut Tx<'_>, since: UnixTime, limit: i64) -> Result<Vec<(Username, UnixTime)>, Error> {
    let statement = "SELECT username, deep_at FROM invite_tree WHERE host = ?1 AND deep_at > ?2 ORDER BY deep_at DESC LIMIT ?3";
    let rows = tx.run(statement, &[Arg::Text(tx.host), Arg::Int(since.seconds()), Arg::Int(limit)])?;
    Ok(rows.into_iter().filter_map(|mut row| Some((row.name().ok()??, row.time().ok()?))).collect())
}

/// Notes that nobody can join below the last generation now; false if that was noted after a second.
pub(crate) fn note_deep(tx: &mut Tx<'_>, top: NodeId, since: UnixTime, now: UnixTime) -> Result<bool, Error> {
    let statement = "UPDATE invite_tree SET deep_at = ?3 WHERE id = ?1 AND (deep_at IS NULL OR deep_at <= ?2) RETURNING 1";
    Ok(!tx.run(statement, &[Arg::Blob(&top.0), Arg::Int(since.seconds()), Arg::Int(now.seconds())])?.is_empty())
}

/// The last account of this name.
pub(crate) fn last(tx: &mut Tx<'_>, username: &Username) -> Result<Option<Node>, Error> {
    let statement = "SELECT id, parent, root, joined_at FROM invite_tree WHERE host = ?1 AND username = ?2 ORDER BY joined_at DESC, id DESC LIMIT 1";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str())])?.pop().map(place).transpose()
}

/// The accounts of this name: deleted ones, and the current one.
pub(crate) fn namesakes(tx: &mut Tx<'_>, username: &Username, limit: i64) -> Result<Vec<Member>, Error> {
    let statement = members!("m.host = ?1 AND m.username = ?2 ORDER BY m.joined_at, CASE WHEN m.left_at IS NULL THEN 1 ELSE 0 END, m.id LIMIT ?3");
    Ok(members(tx.run(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str()), Arg::Int(limit)])?))
}

/// The accounts that an account invited, in the order in which they joined, behind `after`.
pub(crate) fn invitees(tx: &mut Tx<'_>, parent: NodeId, after: Option<&Member>, limit: i64) -> Result<Vec<Member>, Error> {
    let statement = members!("m.parent = ?1 AND (m.joined_at, m.username, m.id) > (?2, ?3, ?4) ORDER BY m.joined_at, m.username, m.id LIMIT ?5");
    let (joined, name, id) =
        after.map_or((i64::MIN, "", [].as_slice()), |after| (after.joined.seconds(), after.username.as_str(), after.id.0.as_slice()));
    Ok(members(tx.run(statement, &[Arg::Blob(&parent.0), Arg::Int(joined), Arg::Text(name), Arg::Blob(id), Arg::Int(limit)])?))
}

/// Adds an account below its inviter, and to the chain below `root`. An existing one gets the inviter if it has none.
pub(crate) fn join(tx: &mut Tx<'_>, node: &Node, username: &Username, invite: Option<InviteId>) -> Result<(), Error> {
    let args = [
        Arg::Blob(&node.id.0),
        Arg::Text(tx.host),
        Arg::Text(username.as_str()),
        node.parent.as_ref().map_or(Arg::Null, |id| Arg::Blob(&id.0)),
        invite.as_ref().map_or(Arg::Null, |id| Arg::Blob(&id.0)),
        Arg::Int(node.joined.seconds()),
        node.root.as_ref().map_or(Arg::Null, |id| Arg::Blob(&id.0)),
    ];
    let statement = "INSERT INTO invite_tree (id, host, username, parent, invite, joined_at, root) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                     ON CONFLICT (host, username) WHERE left_at IS NULL DO UPDATE SET parent = excluded.parent, invite = excluded.invite,
                     root = excluded.root WHERE invite_tree.parent IS NULL AND excluded.parent IS NOT NULL RETURNING 1";
    tx.tell(statement, &args)
}

/// Marks the account of this name as deleted, and returns its id.
pub(crate) fn leave(tx: &mut Tx<'_>, username: &Username, now: UnixTime) -> Result<Option<NodeId>, Error> {
    let statement = "UPDATE invite_tree SET left_at = ?3 WHERE host = ?1 AND username = ?2 AND left_at IS NULL RETURNING id";
    tx.run(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str()), Arg::Int(now.seconds())])?
        .pop()
        .map(|mut row| row.bytes().map(NodeId))
        .transpose()
}

/// Removes all accounts of this name, which must not have invited anybody.
pub(crate) fn erase(tx: &mut Tx<'_>, username: &Username) -> Result<(), Error> {
    let statement = "DELETE FROM invite_tree WHERE host = ?1 AND username = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(username.as_str())])
}

/// The most rows that one call removes, each above the other.
const LEVELS: usize = 100;

/// Removes the row of a deleted account and deleted ones above it, unless somebody is below. What is further up stays for another time.
pub(crate) fn prune(tx: &mut Tx<'_>, mut gone: Option<NodeId>) -> Result<(), Error> {
    let statement = "DELETE FROM invite_tree WHERE id = ?1 AND left_at IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM invite_tree child WHERE child.parent = invite_tree.id) RETURNING parent";
    for _ in 0..LEVELS {
        let Some(id) = gone else { break };
        gone = match tx.run(statement, &[Arg::Blob(&id.0)])?.pop() {
            Some(mut row) => row.maybe_bytes()?.map(NodeId),
            None => None,
        };
    }
    Ok(())
}

/// The rows that can be read. A damaged row is left out.
fn members(rows: Vec<Row>) -> Vec<Member> {
    rows.into_iter().filter_map(|row| member(row).ok()).collect()
}

fn member(mut row: Row) -> Result<Member, Error> {
    Ok(Member {
        id: NodeId(row.bytes()?),
        username: row.text()?.try_into()?,
        inviter: row.name().ok().flatten(),
        joined: row.time()?,
        left: row.maybe_time()?,
    })
}
