//! Where a database is.

use std::path::PathBuf;

use crate::Error;

/// The database that the option `invites_database` names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// An SQLite file.
    File(PathBuf),
    /// `postgresql://user@host/database`
    #[cfg(feature = "postgres")]
    Postgres(String),
}

impl Location {
    /// Parses the option.
    ///
    /// # Errors
    /// [`Error::Failed`] for a text that is neither an absolute path nor a PostgreSQL URL.
    pub fn parse(text: &str) -> Result<Self, Error> {
        if text.starts_with('/') && !text.contains('\0') {
            return Ok(Self::File(text.into()));
        }
        if text.starts_with("postgresql://") || text.starts_with("postgres://") {
            #[cfg(feature = "postgres")]
            return Ok(Self::Postgres(text.to_owned()));
            #[cfg(not(feature = "postgres"))]
            return Err(Error::Failed("invites_database: this library was built without PostgreSQL".into()));
        }
        Err(Error::Failed("invites_database must be an absolute path or begin with postgresql://".into()))
    }
}
