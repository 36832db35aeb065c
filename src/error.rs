//! Why there is no answer: it was refused, facts are needed first, or something failed.

use thiserror::Error as ThisError;

use crate::policy::Question;
use crate::{Refusal, Username};

/// Why a verb of the ledger has no answer.
#[derive(Clone, Debug, PartialEq, Eq, ThisError)]
pub enum Error {
    /// The rules say no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Facts about accounts are needed first: look them up and ask again.
    #[error("facts about accounts are needed")]
    Ask(Vec<Question>),
    /// Prosody could not say whether this account exists. The gate fails closed.
    #[error("nobody can say whether the account {} exists", .0.as_str())]
    AccountUnknown(Username),
    /// The database, a file, an option or the random source failed. The text is for the log alone.
    #[error("{0}")]
    Failed(String),
}

impl Error {
    /// The code of questions.
    pub(crate) const ASK: &'static str = "ask";
    /// The code of everything that nobody but an admin can do anything about.
    pub(crate) const FAILED: &'static str = "internal-server-error";

    /// The stable code: kebab-case, the same in logs, Lua and documents.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Ask(_) => Self::ASK,
            Self::AccountUnknown(_) | Self::Failed(_) => Self::FAILED,
        }
    }
}
