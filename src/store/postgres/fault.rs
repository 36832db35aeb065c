//! What can go wrong between us and PostgreSQL, and whether another try may help.

use std::error::Error as _;
use std::time::Duration;

use tokio_postgres::error::SqlState;

/// A fault of the database.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) reason: String,
    pub(super) sort: Sort,
}

/// What a fault says of the connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// A statement or a connection was refused, and will be again.
    Refused,
    /// Another transaction was in the way.
    Contended,
    /// The connection is gone, or its server takes no writes any more.
    Lost,
    /// There was no answer in time. The server may still be busy with it, so the connection can't be used any more.
    Silent,
}

impl Fault {
    pub(super) fn refused(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), sort: Sort::Refused }
    }

    pub(super) fn silent(after: Duration) -> Self {
        Self { reason: format!("no answer within {} ms", after.as_millis()), sort: Sort::Silent }
    }

    /// Whether the connection can't be used any more.
    pub(super) fn is_lost(&self) -> bool {
        matches!(self.sort, Sort::Lost | Sort::Silent)
    }

    /// Whether another try may help.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self.sort, Sort::Contended | Sort::Lost)
    }
}

impl From<tokio_postgres::Error> for Fault {
    fn from(error: tokio_postgres::Error) -> Self {
        let sort = match error.code() {
            None if error.is_closed() => Sort::Lost,
            Some(code) if *code == SqlState::T_R_SERIALIZATION_FAILURE || *code == SqlState::T_R_DEADLOCK_DETECTED => Sort::Contended,
            // The server stands by for another one since, or was told to take no writes.
            Some(code) if *code == SqlState::READ_ONLY_SQL_TRANSACTION => Sort::Lost,
            // Operator intervention that ends connections, and connection exceptions.
            Some(code) if code.code().starts_with("57P") || code.code().starts_with("08") => Sort::Lost,
            None | Some(_) => Sort::Refused,
        };
        Self { reason: words(&error), sort }
    }
}

/// The text of an error with its causes.
fn words(error: &tokio_postgres::Error) -> String {
    if let Some(database) = error.as_db_error() {
        return format!("{} ({})", database.message(), database.code().code());
    }
    let cause = error.source().map(|source| format!(": {source}")).unwrap_or_default();
    format!("{error}{cause}")
}
