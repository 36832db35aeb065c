//! The bodies of requests that come from portals: web sites where people register with a token.

use serde::Deserialize;

use super::Problem;
use super::body::text;

/// Characters of the longest token, which may be a link.
pub const LONGEST_TOKEN: usize = 4096;
/// Characters of the longest username and password.
const LONGEST: usize = 1023;

/// Is this token good?
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The token, or a link with it.
    #[cfg_attr(test, schemars(length(min = 1, max = 4096)))]
    pub token: String,
}

/// An account to be registered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// The token, or a link with it.
    #[cfg_attr(test, schemars(length(min = 1, max = 4096)))]
    pub token: String,
    /// The username. It may be missing if the invite says it.
    #[serde(default)]
    #[cfg_attr(test, schemars(length(min = 1, max = 1023)))]
    pub username: Option<String>,
    /// The password.
    #[cfg_attr(test, schemars(length(min = 1, max = 1023)))]
    pub password: String,
}

impl Register {
    /// The same, if its texts are neither empty nor too long.
    ///
    /// # Errors
    /// The problem.
    pub fn checked(self) -> Result<Self, Problem> {
        text("token", &self.token, LONGEST_TOKEN)?;
        self.username.as_deref().map_or(Ok(()), |username| text("username", username, LONGEST))?;
        text("password", &self.password, LONGEST)?;
        Ok(self)
    }
}

/// A password to be set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reset {
    /// The token, or a link with it.
    #[cfg_attr(test, schemars(length(min = 1, max = 4096)))]
    pub token: String,
    /// The new password.
    #[cfg_attr(test, schemars(length(min = 1, max = 1023)))]
    pub password: String,
}
