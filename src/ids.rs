//! Random ids of 16 bytes. Each is a type of its own, so that they can't be mixed up.

/// The id of one presentation of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PresentationId(pub(crate) [u8; 16]);

/// The id of a server process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ProcessId(pub(crate) [u8; 16]);

/// The id of an account in the tree. A name that is deleted and registered again gets another id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NodeId(pub [u8; 16]);

impl From<PresentationId> for NodeId {
    /// An account that came through an invite has the id of the presentation that created it.
    fn from(presentation: PresentationId) -> Self {
        Self(presentation.0)
    }
}
