//! The fonts of the system: which of them has which characters.

use ttf_parser::{Face, PlatformId, Width, name_id};

use crate::text::is_steering;

/// Faces that can be drawn, the better ones first.
#[derive(Debug, Default)]
pub struct Fonts {
    faces: Vec<Entry>,
}

/// One face in a file of fonts.
#[derive(Debug)]
struct Entry {
    file: usize,
    index: u32,
    rank: Rank,
    /// The characters that it has, as ranges in their order.
    ranges: Vec<(u32, u32)>,
}

/// What makes a face better than another one: it has no serifs, as its name tells; it is no narrow one; it is bold; its file comes first.
type Rank = (bool, bool, u16, usize);

/// The boldness that is wanted (`usWeightClass` of OpenType).
const BOLD: u16 = 700;

impl Fonts {
    /// Adds the faces of a file, which the caller knows by its number. Italic, monospaced and coloured faces are left out, and those without outlines.
    pub fn add(&mut self, file: usize, data: &[u8]) {
        for index in 0..ttf_parser::fonts_in_collection(data).unwrap_or(1).min(64) {
            let Ok(face) = Face::parse(data, index) else { continue };
            let tables = face.tables();
            let is_drawn = tables.glyf.is_some() || tables.cff.is_some() || tables.cff2.is_some();
            let is_coloured = tables.colr.is_some() || tables.cbdt.is_some() || tables.sbix.is_some() || tables.svg.is_some();
            if !is_drawn || is_coloured || face.is_italic() || face.is_oblique() || face.is_monospaced() {
                continue;
            }
            let is_sans = family(&face).is_some_and(|name| name.contains("Sans"));
            let rank = (!is_sans, face.width() != Width::Normal, face.weight().to_number().abs_diff(BOLD), file);
            self.faces.push(Entry { file, index, rank, ranges: ranges(&face) });
        }
        self.faces.sort_by_key(|face| face.rank);
    }

    /// The face for a character, as the number of the file and the index of the face in it.
    #[must_use]
    pub fn face(&self, c: char) -> Option<(usize, u32)> {
        self.faces.iter().find(|face| face.has(c)).map(|face| (face.file, face.index))
    }

    /// What can be drawn of a text: the text without emoji and other characters that no face has, and without those that change the direction of what
    /// follows. `None` if a letter or digit is among those that are missing, since the rest would be another name.
    #[must_use]
    pub fn drawable(&self, text: &str) -> Option<String> {
        let mut kept = String::new();
        for c in text.chars().filter(|c| !is_steering(*c)) {
            if c == ' ' || self.face(c).is_some() {
                kept.push(c);
            } else if c.is_alphanumeric() {
                return None;
            }
        }
        let kept = kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        kept.chars().any(char::is_alphanumeric).then_some(kept)
    }
}

impl Entry {
    fn has(&self, c: char) -> bool {
        let code = u32::from(c);
        let at = self.ranges.partition_point(|(_, last)| *last < code);
        self.ranges.get(at).is_some_and(|(first, _)| *first <= code)
    }
}

fn family(face: &Face<'_>) -> Option<String> {
    let mut names = face.names().into_iter().filter(|name| name.name_id == name_id::FAMILY && name.platform_id != PlatformId::Macintosh);
    names.find_map(|name| name.to_string())
}

fn ranges(face: &Face<'_>) -> Vec<(u32, u32)> {
    let mut codes = Vec::new();
    for table in face.tables().cmap.iter().flat_map(|cmap| cmap.subtables).filter(ttf_parser::cmap::Subtable::is_unicode) {
        table.codepoints(|code| {
            if table.glyph_index(code).is_some_and(|glyph| glyph.0 != 0) {
                codes.push(code);
            }
        });
    }
    codes.sort_unstable();
    codes.dedup();
    codes.chunk_by(|left, right| left + 1 == *right).filter_map(|run| Some((*run.first()?, *run.last()?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fonts(ranges: &[(char, char)]) -> Fonts {
        let ranges = ranges.iter().map(|(first, last)| (u32::from(*first), u32::from(*last))).collect();
        Fonts { faces: vec![Entry { file: 7, index: 2, rank: (false, false, 0, 7), ranges }] }
    }

    #[test]
    fn a_face_has_the_characters_of_its_ranges() {
        let fonts = fonts(&[('0', '9'), ('a', 'z'), ('é', 'é')]);
        for (c, has) in [('/', false), ('0', true), ('9', true), (':', false), ('a', true), ('z', true), ('{', false), ('é', true), ('ê', false)] {
            assert_eq!(fonts.face(c), has.then_some((7, 2)), "{c}");
        }
    }

    #[test]
    fn emoji_are_left_out_and_a_name_with_a_letter_missing_is_not_drawn() {
        let fonts = fonts(&[('!', '!'), ('a', 'z')]);
        for (text, drawn) in [
            ("romeo", Some("romeo")),
            (" romeo  🌹 montague ", Some("romeo montague")),
            ("romeo!", Some("romeo!")),
            ("a\u{202e}b\u{2066}c\u{200f}", Some("abc")),
            ("a\u{fffd}b\u{f8ff}", Some("ab")),
            ("roméo", None),
            ("朱丽叶", None),
            ("romeo朱", None),
            ("🌹", None),
            ("!", None),
            ("", None),
        ] {
            assert_eq!(fonts.drawable(text).as_deref(), drawn, "{text}");
        }
    }

    #[test]
    fn what_is_no_font_adds_no_face() {
        let mut fonts = Fonts::default();
        for data in [&b""[..], b"ttcf", b"ttcf\0\x01\0\0\0\0\0\x05", &[0; 4096]] {
            fonts.add(0, data);
        }
        assert_eq!(fonts.face('a'), None);
        assert_eq!(fonts.drawable("romeo"), None);
    }
}
