//! A line of text, drawn in the middle of a box.

use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, ID, Source};
use resvg::usvg::{FontResolver, Node, Options, Tree};

use super::fonts::Fonts;
use crate::web::html;

/// Where fonts come from: the faces that there are, and how the bytes of a file are read, by its number.
pub(super) struct Library<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) read: &'a dyn Fn(usize) -> Option<Vec<u8>>,
}

/// A box for a line.
pub(super) struct Place {
    pub(super) middle: (f32, f32),
    pub(super) size: f32,
    pub(super) widest: f32,
    pub(super) highest: f32,
}

/// The size of the font as it is measured.
const MEASURED: f32 = 100.0;

impl Library<'_> {
    /// Draws a text, smaller if it does not fit its box. A text that can't be drawn whole is left out.
    pub(super) fn draw(&self, picture: &mut Pixmap, text: &str, colour: &str, place: &Place) -> Option<()> {
        let text = self.fonts.drawable(text)?;
        let (fonts, faces) = self.load(&text);
        let fallback = faces.clone();
        let options = Options {
            fontdb: Arc::new(fonts),
            font_resolver: FontResolver {
                select_font: Box::new(move |_, _| faces.first().map(|(_, id)| *id)),
                select_fallback: Box::new(move |c, tried, _| {
                    fallback.iter().find(|(has, id)| has.contains(c) && !tried.contains(id)).map(|(_, id)| *id)
                }),
            },
            ..Options::default()
        };
        // What stands in a right-to-left isolate begins on the right (UAX #9, rule X5a); the paragraph around it is one from left to right.
        // A letter alone needs none, and would stand above the middle with it.
        let (before, after) = if text.chars().nth(1).is_some() && is_right_to_left(&text) { ("\u{2067}", "\u{2069}") } else { ("", "") };
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">\
             <text font-size=\"{MEASURED}\" fill=\"{colour}\">{before}{}{after}</text></svg>",
            html::escaped(text.as_bytes())
        );
        let tree = Tree::from_str(&svg, &options).ok()?;
        // Of what is drawn: marks can be stacked above the line.
        let bounds = match tree.root().children().first()? {
            Node::Text(text) => text.flattened().abs_bounding_box(),
            _ => return None,
        };
        if bounds.width() <= 0.0 || bounds.height() <= 0.0 {
            return None;
        }
        let scale = (place.size / MEASURED).min(place.widest / bounds.width()).min(place.highest / bounds.height());
        let (x, y) = (bounds.x() + bounds.width() / 2.0, bounds.y() + bounds.height() / 2.0);
        let moved = Transform::from_row(scale, 0.0, 0.0, scale, place.middle.0 - x * scale, place.middle.1 - y * scale);
        resvg::render(&tree, moved, &mut picture.as_mut());
        Some(())
    }

    /// The faces that a text needs, each with the characters that it is needed for; the face of most of them first.
    fn load(&self, text: &str) -> (Database, Vec<(String, ID)>) {
        let mut needed: Vec<((usize, u32), String)> = Vec::new();
        for c in text.chars() {
            let Some(face) = self.fonts.face(c) else { continue };
            match needed.iter_mut().find(|(known, _)| *known == face) {
                Some((_, characters)) => characters.push(c),
                None => needed.push((face, c.into())),
            }
        }
        needed.sort_by_key(|(_, characters)| std::cmp::Reverse(characters.len()));
        let mut fonts = Database::new();
        let mut load = |((file, index), characters): ((usize, u32), String)| {
            let source = Source::Binary(Arc::new((self.read)(file)?));
            let ids = fonts.load_font_source(source);
            let id = ids.into_iter().find(|id| fonts.face(*id).is_some_and(|face| face.index == index))?;
            Some((characters, id))
        };
        let faces = needed.into_iter().filter_map(&mut load).collect();
        (fonts, faces)
    }
}

/// Whether a line begins on its right side: its first letter is Hebrew or Arabic, or of a script that is written like them.
fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'))
}
