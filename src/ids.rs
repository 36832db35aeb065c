//! The three things that have a random name of 16 bytes. Each is a type of its own, so that one can't be taken for another.

/// Names one presentation of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PresentationId(pub(crate) [u8; 16]);

/// Names a server process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProcessId(pub(crate) [u8; 16]);

/// Names one account in the tree of who invited whom; a name that is deleted and made again is another account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(pub [u8; 16]);

impl From<PresentationId> for NodeId {
    /// An account that came through an invite is named as the presentation that made it.
    fn from(presentation: PresentationId) -> Self {
        Self(presentation.0)
    }
}
