//! The statements about who invited whom. No rule is applied here.

use super::statements::PermitId;
use super::{Arg, Row, Sql};
use crate::{InviteId, Refusal, UnixTime, Username};

/// Names one account in the book of lineage; a name that is deleted and made again is another account.
pub(crate) type NodeId = [u8; 16];

/// An account in the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// How far below the top.
    pub depth: i64,
    /// The account.
    pub username: Username,
    /// Who invited it, if somebody did who is in the book.
    pub inviter: Option<Username>,
    /// When it joined (for those who came without an invite: when they first invited somebody).
    pub joined: UnixTime,
    /// When it was deleted.
    pub left: Option<UnixTime>,
}

/// The account of this name that is there now.
pub(crate) fn living(sql: &mut dyn Sql, host: &str, username: &Username) -> Result<Option<NodeId>, Refusal> {
    let statement = "SELECT id FROM invite_lineage WHERE host = ?1 AND username = ?2 AND left_at IS NULL LIMIT 1";
    sql.run(statement, &[Arg::Text(host), Arg::Text(username.as_str())])?.pop().map(|mut row| row.bytes()).transpose()
}

/// Writes an account down, with its inviter's.
pub(crate) fn join(
    sql: &mut dyn Sql,
    host: &str,
    id: PermitId,
    username: &Username,
    parent: Option<NodeId>,
    invite: Option<InviteId>,
    now: UnixTime,
) -> Result<(), Refusal> {
    let args = [
        Arg::Blob(&id),
        Arg::Text(host),
        Arg::Text(username.as_str()),
        parent.as_ref().map_or(Arg::Null, |id| Arg::Blob(id)),
        invite.as_ref().map_or(Arg::Null, |id| Arg::Blob(&id.0)),
        Arg::Int(now.seconds()),
    ];
    let statement = "INSERT INTO invite_lineage (id, host, username, parent, invite, joined_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                     ON CONFLICT (id) DO NOTHING RETURNING 1";
    sql.run(statement, &args).map(drop)
}

/// The account of this name is gone; its place in the tree stays.
pub(crate) fn leave(sql: &mut dyn Sql, host: &str, username: &Username, now: UnixTime) -> Result<(), Refusal> {
    let statement = "UPDATE invite_lineage SET left_at = ?3 WHERE host = ?1 AND username = ?2 AND left_at IS NULL RETURNING 1";
    sql.run(statement, &[Arg::Text(host), Arg::Text(username.as_str()), Arg::Int(now.seconds())]).map(drop)
}

/// The accounts of this name, those that are gone included, and all below them, the top first; at most `limit`.
pub(crate) fn below(sql: &mut dyn Sql, host: &str, username: &Username, limit: i64) -> Result<Vec<Node>, Refusal> {
    let statement = "WITH RECURSIVE tree (depth, id, username, parent, joined_at, left_at) AS (
                       SELECT CAST(0 AS BIGINT), id, username, parent, joined_at, left_at FROM invite_lineage WHERE host = ?1 AND username = ?2
                       UNION ALL SELECT tree.depth + 1, child.id, child.username, child.parent, child.joined_at, child.left_at
                       FROM invite_lineage child JOIN tree ON child.parent = tree.id)
                     SELECT tree.depth, tree.username, inviter.username, tree.joined_at, tree.left_at
                     FROM tree LEFT JOIN invite_lineage inviter ON inviter.id = tree.parent
                     ORDER BY tree.depth, tree.joined_at, tree.username LIMIT ?3";
    let rows = sql.run(statement, &[Arg::Text(host), Arg::Text(username.as_str()), Arg::Int(limit)])?;
    rows.into_iter().map(node).collect()
}

fn node(mut row: Row) -> Result<Node, Refusal> {
    Ok(Node {
        depth: row.int()?,
        username: Username::prepared(&row.text()?)?,
        inviter: row.maybe_text()?.map(|name| Username::prepared(&name)).transpose()?,
        joined: UnixTime::from_seconds(row.int()?),
        left: row.maybe_int()?.map(UnixTime::from_seconds),
    })
}
