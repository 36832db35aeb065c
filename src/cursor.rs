//! The position between two pages of a list.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::InviteId;

/// A position in the list of a host's invites, which is ordered by creation time: the place behind one invite. It stays valid when that invite is
/// gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// When that invite was created, in Unix seconds as stored, even if the stored value is out of range.
    pub created: i64,
    /// Its id, since several invites may be created in one second.
    pub id: InviteId,
}

impl Cursor {
    /// The length of the text form.
    const LENGTH: usize = 32;

    /// The text form, base64url (RFC 4648 §5). Callers pass it back to get the next page.
    #[must_use]
    pub fn to_text(self) -> String {
        let mut bytes = [0; 24];
        let (created, id) = bytes.split_at_mut(8);
        created.copy_from_slice(&self.created.to_be_bytes());
        id.copy_from_slice(&self.id.0);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads the text form, which may come from anybody. `None` if it is no cursor.
    #[must_use]
    pub fn from_text(text: &[u8]) -> Option<Self> {
        let bytes = Some(text).filter(|text| text.len() == Self::LENGTH).and_then(|text| URL_SAFE_NO_PAD.decode(text).ok())?;
        let (created, id) = bytes.split_first_chunk::<8>()?;
        Some(Self { created: i64::from_be_bytes(*created), id: InviteId(id.try_into().ok()?) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_comes_back_from_its_written_form() {
        for place in [Cursor { created: 1_700_000_000, id: InviteId([7; 16]) }, Cursor { created: i64::MIN, id: InviteId([255; 16]) }] {
            let text = place.to_text();
            assert!(text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'), "{text}");
            assert_eq!(Cursor::from_text(text.as_bytes()), Some(place));
        }
    }

    #[test]
    fn what_is_no_cursor_is_no_place() {
        for odd in ["", "AAAA", &"A".repeat(31), &"A".repeat(33), &"=".repeat(32), &"/".repeat(32), &"\0".repeat(32), &"A".repeat(1 << 20)] {
            assert_eq!(Cursor::from_text(odd.as_bytes()), None);
        }
    }
}
