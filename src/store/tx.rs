//! A transaction on the rows of one host: what every statement about the tables needs.

use super::{Arg, Row, Sql};
use crate::Error;

/// A transaction, or a series of reads that each see what was committed at their start.
pub(crate) struct Tx<'a> {
    sql: &'a mut dyn Sql,
    /// The host whose rows these are.
    pub(super) host: &'a str,
}

impl<'a> Tx<'a> {
    /// The work under way in a database, for one host.
    pub(crate) fn new(sql: &'a mut dyn Sql, host: &'a str) -> Self {
        Self { sql, host }
    }

    /// See [`Sql::run`].
    pub(super) fn run(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<Vec<Row>, Error> {
        self.sql.run(statement, args)
    }

    /// See [`Sql::tell`].
    pub(super) fn tell(&mut self, statement: &'static str, args: &[Arg<'_>]) -> Result<(), Error> {
        self.sql.tell(statement, args)
    }

    /// See [`Sql::announce`].
    pub(super) fn announce(&mut self, next: &[(&'static str, &[Arg<'_>])]) -> Result<(), Error> {
        self.sql.announce(next)
    }

    /// See [`Sql::is_exclusive`].
    pub(super) fn is_exclusive(&self) -> bool {
        self.sql.is_exclusive()
    }

    /// See [`super::schema::try_to_write`].
    pub(crate) fn try_to_write(&mut self) -> Result<(), Error> {
        super::schema::try_to_write(self.sql)
    }
}
