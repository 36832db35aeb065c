//! Where a page of a list of invites ends.

use crate::InviteId;

/// A place in the list of a host's invites, which goes by when they were made: behind this one. It stays a place when that invite is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When the invite was made, in Unix seconds as they are written down, even where they are no time of ours.
    pub created: i64,
    /// Which of those that were made in that second.
    pub id: InviteId,
}

impl Cursor {
    /// Bytes of the form that Lua keeps.
    pub const LENGTH: usize = 24;

    /// For Lua, which hands it back and does not look inside.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::LENGTH] {
        let mut bytes = [0; Self::LENGTH];
        let (created, id) = bytes.split_at_mut(8);
        created.copy_from_slice(&self.created.to_be_bytes());
        id.copy_from_slice(&self.id.0);
        bytes
    }

    /// The place; nothing if these bytes are none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (created, id) = bytes.split_first_chunk::<8>()?;
        Some(Self { created: i64::from_be_bytes(*created), id: InviteId(id.try_into().ok()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_from_its_bytes() {
        let place = Cursor { created: 1_700_000_000, id: InviteId([7; 16]) };
        assert_eq!(Cursor::from_bytes(&place.to_bytes()), Some(place));
        for odd in [0, 7, 8, 23, 25] {
            assert_eq!(Cursor::from_bytes(&vec![0; odd]), None);
        }
    }
}
