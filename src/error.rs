//! Errors of the ledger: a refusal, a question, or a failure.

use thiserror::Error as ThisError;

use crate::policy::Question;
use crate::{Refusal, Username};

/// Why a verb of the ledger has no result.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Error {
    /// The rules refuse it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Facts about accounts are missing. The caller looks them up and calls again.
    #[error("facts about accounts are needed")]
    Ask(Vec<Question>),
    /// Prosody can't say whether this account exists. The gate fails closed.
    #[error("nobody can say whether the account {} exists", .0.as_str())]
    AccountUnknown(Username),
    /// Too much is asked of the database at this moment. Nothing was done, and another try may have more luck.
    #[error("too many others wait for the database")]
    Busy,
    /// The database, a file, an option or the random source failed. The text is for the log only.
    #[error("{0}")]
    Failed(String),
}

impl Error {
    /// The code of [`Error::Ask`].
    pub(crate) const ASK: &'static str = "ask";
    /// The code of failures that only an admin can do something about.
    pub(crate) const FAILED: &'static str = "internal-server-error";

    /// The code of [`Error::Busy`].
    pub(crate) const BUSY: &'static str = "busy";

    /// The stable code in kebab-case, the same in logs, Lua and documentation.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Ask(_) => Self::ASK,
            Self::Busy => Self::BUSY,
            Self::AccountUnknown(_) | Self::Failed(_) => Self::FAILED,
        }
    }
}
