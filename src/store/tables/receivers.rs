//! The table `invite_receivers`: how the receivers of webhooks do, and which server sends to them. No rule is applied here.

use super::{Arg, Tx};
use crate::ids::ProcessId;
use crate::{Error, UnixTime};

/// How a receiver does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Health {
    /// How many tries in a row have failed.
    pub(crate) failures: i64,
    /// Since when.
    pub(crate) since: Option<UnixTime>,
    /// What the last one failed with.
    pub(crate) problem: Option<String>,
    /// Until when it is left alone.
    pub(crate) due: UnixTime,
    /// Until when one server alone sends to it.
    pub(crate) lease: UnixTime,
    /// That server.
    pub(crate) process: Option<ProcessId>,
    /// Events that found the outbox full, and that nobody was told of.
    pub(crate) lost: i64,
}

/// How a receiver does, if there is something to say.
pub(crate) fn find(tx: &mut Tx<'_>, receiver: &str) -> Result<Option<Health>, Error> {
    let statement = "SELECT failures, since, problem, due, lease, process, lost FROM invite_receivers WHERE host = ?1 AND receiver = ?2";
    let Some(mut row) = tx.run(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])?.pop() else { return Ok(None) };
    Ok(Some(Health {
        failures: row.int()?,
        since: row.maybe_int()?.map(UnixTime::from_seconds),
        problem: row.maybe_text()?,
        due: UnixTime::from_seconds(row.int()?),
        lease: UnixTime::from_seconds(row.int()?),
        process: row.maybe_bytes()?.map(ProcessId),
        lost: row.int()?,
    }))
}

/// Takes the lease, if it is over, is this process's or `gone`'s, or lasts longer than any (a clock was set). False if another server has it.
pub(crate) fn take(
    tx: &mut Tx<'_>,
    receiver: &str,
    (process, gone): (ProcessId, Option<ProcessId>),
    (now, until): (UnixTime, UnixTime),
) -> Result<bool, Error> {
    let statement = "INSERT INTO invite_receivers (host, receiver, lease, process) VALUES (?1, ?2, ?3, ?4)
                     ON CONFLICT (host, receiver) DO UPDATE SET lease = excluded.lease, process = excluded.process, lost = 0
                     WHERE invite_receivers.lease <= ?5 OR invite_receivers.lease > excluded.lease OR invite_receivers.process = excluded.process
                     OR invite_receivers.process = ?6 RETURNING 1";
    let args = [
        Arg::Text(tx.host),
        Arg::Text(receiver),
        Arg::Int(until.seconds()),
        Arg::Blob(&process.0),
        Arg::Int(now.seconds()),
        gone.as_ref().map_or(Arg::Null, |gone| Arg::Blob(&gone.0)),
    ];
    Ok(!tx.run(statement, &args)?.is_empty())
}

/// Gives the lease of this process back, and keeps how the receiver does.
pub(crate) fn give_back(tx: &mut Tx<'_>, receiver: &str, process: ProcessId, health: &Health) -> Result<(), Error> {
    let args = [
        Arg::Text(tx.host),
        Arg::Text(receiver),
        Arg::Blob(&process.0),
        Arg::Int(health.failures),
        Arg::int(health.since.map(UnixTime::seconds)),
        Arg::text(health.problem.as_deref()),
        Arg::Int(health.due.seconds()),
    ];
    let statement = "UPDATE invite_receivers SET lease = 0, failures = ?4, since = ?5, problem = ?6, due = ?7
                     WHERE host = ?1 AND receiver = ?2 AND process = ?3 RETURNING 1";
    tx.tell(statement, &args)
}

/// An event found the outbox full.
pub(crate) fn lose(tx: &mut Tx<'_>, receiver: &str) -> Result<(), Error> {
    let statement = "INSERT INTO invite_receivers (host, receiver, lost) VALUES (?1, ?2, 1)
                     ON CONFLICT (host, receiver) DO UPDATE SET lost = invite_receivers.lost + 1 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])
}

/// Forgets a receiver.
pub(crate) fn forget(tx: &mut Tx<'_>, receiver: &str) -> Result<(), Error> {
    let statement = "DELETE FROM invite_receivers WHERE host = ?1 AND receiver = ?2 RETURNING 1";
    tx.tell(statement, &[Arg::Text(tx.host), Arg::Text(receiver)])
}
