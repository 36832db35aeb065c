//! The endpoints: which method at which path needs which scope.

use super::Scope;

/// What a request asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Create one invite.
    Create,
    /// Create many invites at once, all or none.
    CreateMany,
    /// List invites.
    List,
    /// Show an invite with its uses.
    Show,
    /// Change the expiry, the uses or the note of an invite.
    Change,
    /// Revoke an invite.
    Revoke,
    /// Take the revocation of an invite back.
    Restore,
    /// Count invites by kind and state.
    Stats,
    /// List who came through whom.
    Tree,
    /// List the apps that are recommended.
    Apps,
    /// Look whether a token is good.
    Check,
    /// Register an account with a token.
    Register,
    /// Set a new password with a token.
    Reset,
    /// This description.
    Document,
}

impl Operation {
    /// The name by which Lua and the description know it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Create => "create",
            Self::CreateMany => "createMany",
            Self::List => "list",
            Self::Show => "show",
            Self::Change => "change",
            Self::Revoke => "revoke",
            Self::Restore => "restore",
            Self::Stats => "stats",
            Self::Tree => "tree",
            Self::Apps => "apps",
            Self::Check => "check",
            Self::Register => "register",
            Self::Reset => "reset",
            Self::Document => "document",
        }
    }
}

/// An endpoint.
#[derive(Clone, Copy, Debug)]
pub struct Endpoint {
    /// The method.
    pub method: &'static str,
    /// The path below `/invites_api/v1`. A part in braces stands for one that is not empty.
    pub path: &'static str,
    /// What it does.
    pub operation: Operation,
    /// The scope that a key needs; none if no key is needed.
    pub scope: Option<Scope>,
    /// Bytes of the longest body; 0 where there is none.
    pub longest_body: usize,
}

/// Bytes of a body with one invite.
const SMALL: usize = 16 * 1024;
/// Bytes of a body with many invites.
const LARGE: usize = 256 * 1024;

const fn endpoint(method: &'static str, path: &'static str, operation: Operation, scope: Scope, longest_body: usize) -> Endpoint {
    Endpoint { method, path, operation, scope: Some(scope), longest_body }
}

/// All endpoints.
pub const ALL: &[Endpoint] = &[
    endpoint("GET", "/invites", Operation::List, Scope::Read, 0),
    endpoint("POST", "/invites", Operation::Create, Scope::Create, SMALL),
    endpoint("POST", "/invites/batch", Operation::CreateMany, Scope::Create, LARGE),
    endpoint("GET", "/invites/{id}", Operation::Show, Scope::Read, 0),
    endpoint("PATCH", "/invites/{id}", Operation::Change, Scope::Manage, SMALL),
    endpoint("POST", "/invites/{id}/revoke", Operation::Revoke, Scope::Manage, 0),
    endpoint("POST", "/invites/{id}/restore", Operation::Restore, Scope::Manage, 0),
    endpoint("GET", "/stats", Operation::Stats, Scope::Read, 0),
    endpoint("GET", "/users/{name}/tree", Operation::Tree, Scope::Read, 0),
    endpoint("GET", "/apps", Operation::Apps, Scope::Read, 0),
    endpoint("POST", "/check", Operation::Check, Scope::Register, SMALL),
    endpoint("POST", "/register", Operation::Register, Scope::Register, SMALL),
    endpoint("POST", "/reset", Operation::Reset, Scope::Register, SMALL),
    Endpoint { method: "GET", path: "/openapi.json", operation: Operation::Document, scope: None, longest_body: 0 },
];

impl Endpoint {
    /// Whether a path is that of the endpoint. The part that stands in place of braces.
    #[must_use]
    pub fn fits<'p>(&self, path: &'p str) -> Option<Option<&'p str>> {
        let mut subject = None;
        let (mut own, mut asked) = (self.path.split('/'), path.split('/'));
        loop {
            match (own.next(), asked.next()) {
                (None, None) => return Some(subject),
                (Some(own), Some(asked)) if own.starts_with('{') && !asked.is_empty() => subject = Some(asked),
                (Some(own), Some(asked)) if own == asked => {}
                _ => return None,
            }
        }
    }

    /// Whether its path names something that may not be there.
    #[must_use]
    pub fn is_addressed(&self) -> bool {
        self.path.contains('{')
    }
}

/// The endpoints at a path, with the part that stands in place of braces. A path without braces comes first.
#[must_use]
pub fn at(path: &str) -> Vec<(&'static Endpoint, Option<&str>)> {
    let found: Vec<_> = ALL.iter().filter_map(|endpoint| Some((endpoint, endpoint.fits(path)?))).collect();
    let is_plain = found.iter().any(|(endpoint, _)| !endpoint.is_addressed());
    found.into_iter().filter(|(endpoint, _)| endpoint.is_addressed() != is_plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_names_endpoints_and_what_they_are_about() {
        let named = |path| at(path).into_iter().map(|(endpoint, subject)| (endpoint.operation, subject)).collect::<Vec<_>>();
        assert_eq!(named("/invites"), [(Operation::List, None), (Operation::Create, None)]);
        assert_eq!(named("/invites/batch"), [(Operation::CreateMany, None)]);
        assert_eq!(named("/invites/c0ffee/restore"), [(Operation::Restore, Some("c0ffee"))]);
        assert_eq!(named("/users/juliet/tree"), [(Operation::Tree, Some("juliet"))]);
        for path in ["", "/", "/invites/", "/invites//restore", "/users//tree", "/INVITES", "/invites/a/b", "/openapi.json/"] {
            assert_eq!(named(path), [], "{path}");
        }
    }
}
