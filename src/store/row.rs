//! Rows: the values in a database's answer.

use crate::{Error, UnixTime};

/// A value in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// NULL
    Null,
    /// BIGINT
    Int(i64),
    /// TEXT
    Text(String),
    /// BYTEA
    Blob(Vec<u8>),
    /// A type that none of our columns has, as text. SQLite takes any type in any column.
    Odd(&'static str),
}

impl Cell {
    /// The type of a value, without the value, which may be long or a secret.
    fn sort(&self) -> &'static str {
        match self {
            Self::Null => "NULL",
            Self::Int(_) => "a number",
            Self::Text(_) => "a text",
            Self::Blob(_) => "bytes of another length or none",
            Self::Odd(what) => what,
        }
    }
}

/// One row. Its columns are taken from left to right. A row that does not fit the schema is an error, not a crash.
#[derive(Clone, Debug)]
pub struct Row(pub(super) std::vec::IntoIter<Cell>);

impl Row {
    /// A row of these values.
    #[must_use]
    pub fn new(cells: Vec<Cell>) -> Self {
        Self(cells.into_iter())
    }

    /// The next column, which must be a number.
    ///
    /// # Errors
    /// [`Error::Failed`] for anything else.
    pub fn int(&mut self) -> Result<i64, Error> {
        self.maybe_int()?.ok_or_else(|| unexpected(&Cell::Null))
    }

    /// The next column: a number or NULL.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn maybe_int(&mut self) -> Result<Option<i64>, Error> {
        match self.next()? {
            Cell::Int(value) => Ok(Some(value)),
            Cell::Null => Ok(None),
            other => Err(unexpected(&other)),
        }
    }

    /// The next column, which must be a text.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn text(&mut self) -> Result<String, Error> {
        self.maybe_text()?.ok_or_else(|| unexpected(&Cell::Null))
    }

    /// The next column: a text or NULL.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn maybe_text(&mut self) -> Result<Option<String>, Error> {
        match self.next()? {
            Cell::Text(value) => Ok(Some(value)),
            Cell::Null => Ok(None),
            other => Err(unexpected(&other)),
        }
    }

    /// The next column, which must have exactly `N` bytes.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        self.maybe_bytes()?.ok_or_else(|| unexpected(&Cell::Null))
    }

    /// The next column: exactly `N` bytes or NULL.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn maybe_bytes<const N: usize>(&mut self) -> Result<Option<[u8; N]>, Error> {
        match self.next()? {
            Cell::Null => Ok(None),
            Cell::Blob(value) if value.len() == N => Ok(value.as_slice().try_into().ok()),
            other => Err(unexpected(&other)),
        }
    }

    /// The next column, which must have bytes, however many.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn blob(&mut self) -> Result<Vec<u8>, Error> {
        match self.next()? {
            Cell::Blob(value) => Ok(value),
            other => Err(unexpected(&other)),
        }
    }

    /// The next column, which must be a time in our range.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn time(&mut self) -> Result<UnixTime, Error> {
        self.maybe_time()?.ok_or_else(|| unexpected(&Cell::Null))
    }

    /// The next column: such a time or NULL.
    ///
    /// # Errors
    /// See [`Row::int`].
    pub fn maybe_time(&mut self) -> Result<Option<UnixTime>, Error> {
        let time = |seconds| Some(UnixTime::from_seconds(seconds)).filter(|time| time.seconds() == seconds);
        self.maybe_int()?.map(|seconds| time(seconds).ok_or_else(|| unexpected(&Cell::Odd("a time out of range")))).transpose()
    }

    /// The next column. A row that ends too early does not fit the schema either.
    fn next(&mut self) -> Result<Cell, Error> {
        self.0.next().ok_or_else(|| unexpected(&Cell::Odd("nothing")))
    }
}

/// The error for a row that does not fit the schema.
pub(super) fn unexpected(found: &Cell) -> Error {
    Error::Failed(format!("the database answered what its schema does not allow: {}", found.sort()))
}
