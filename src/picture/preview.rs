//! The picture that messengers show of a link to a page: who invites, and to which site.

use image::{DynamicImage, RgbImage};
use resvg::tiny_skia::{FillRule, FilterQuality, IntSize, Paint, PathBuilder, Pattern, Pixmap, Shader, SpreadMode, Transform};
use resvg::usvg::{Options, Tree};
use serde::Serialize;

use super::fonts::Fonts;
use super::text::{Library, Place};
use crate::web::colour::Rgb;

/// Width and height of the picture (Open Graph: 1.91:1).
pub const SIZE: (u32, u32) = (1200, 630);

/// What the picture shows.
#[derive(Clone, Debug, Serialize)]
pub struct Preview {
    /// The name of the site.
    pub site: String,
    /// The site's colour, as `#1c6b4a`.
    pub accent: String,
    /// Who invites.
    pub inviter: Option<Inviter>,
}

/// Who invites.
#[derive(Clone, Debug, Serialize)]
pub struct Inviter {
    /// The name.
    pub name: String,
    /// The address, where the name is one that the inviter has chosen.
    pub address: Option<String>,
    /// The letter in the circle.
    pub initial: String,
    /// The colour of the circle, as `#1c6b4a`.
    pub colour: String,
}

/// The ground, and the text on it.
const GROUND: &str = "#f7f7f8";
const TEXT: &str = "#17181a";
const SOFT: &str = "#5b5f66";

/// The circle of the inviter.
const CIRCLE: (f32, f32, f32) = (600.0, 170.0, 100.0);

impl Preview {
    /// The picture as PNG. `avatar` is the avatar as this library has made it; `read` gives the bytes of a file of fonts.
    #[must_use]
    pub fn draw(&self, avatar: Option<&[u8]>, fonts: &Fonts, read: &dyn Fn(usize) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
        let mut picture = Pixmap::new(SIZE.0, SIZE.1)?;
        let library = Library { fonts, read };
        let on_accent = &Rgb::read(&self.accent).on().hex();
        shapes(&mut picture, &self.ground(on_accent))?;
        let line = |y, size, highest| Place { middle: (600.0, y), size, widest: 1080.0, highest };
        if let Some(inviter) = &self.inviter {
            if avatar.and_then(|avatar| face(&mut picture, avatar)).is_none() {
                let place = Place { middle: (CIRCLE.0, CIRCLE.1), size: 104.0, widest: CIRCLE.2, highest: CIRCLE.2 };
                library.draw(&mut picture, &inviter.initial, &Rgb::read(&inviter.colour).on().hex(), &place);
            }
            let (name, below) = match &inviter.address {
                Some(address) if library.fonts.drawable(&inviter.name).is_none() => (address, None),
                address => (&inviter.name, address.as_ref()),
            };
            library.draw(&mut picture, name, TEXT, &line(if below.is_some() { 345.0 } else { 365.0 }, 72.0, 96.0));
            if let Some(address) = below {
                library.draw(&mut picture, address, SOFT, &line(430.0, 36.0, 48.0));
            }
        }
        library.draw(&mut picture, &self.site, on_accent, &line(555.0, 56.0, 96.0));
        // The ground is opaque, so that no pixel is: colours need no division by their opacity.
        let pixels = picture.data().chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
        super::png(&DynamicImage::ImageRgb8(RgbImage::from_raw(SIZE.0, SIZE.1, pixels)?))
    }

    /// What is drawn below the texts.
    fn ground(&self, on_accent: &str) -> String {
        let accent = &self.accent;
        let middle = match &self.inviter {
            Some(inviter) => format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>", CIRCLE.0, CIRCLE.1, CIRCLE.2, inviter.colour),
            // Two bubbles of a talk.
            None => format!(
                "<path fill=\"{accent}\" d=\"M445 115h210a45 45 0 0 1 45 45v90a45 45 0 0 1-45 45H520l-62 55v-55h-13a45 45 0 0 1-45-45v-90a45 45 0 0 1 45-45z\"/>\
                 <path fill=\"{GROUND}\" d=\"M610 195h160a55 55 0 0 1 55 55v80a55 55 0 0 1-55 55h-2v60l-80-60h-78a55 55 0 0 1-55-55v-80a55 55 0 0 1 55-55z\"/>\
                 <path fill=\"{accent}\" fill-opacity=\".6\" d=\"M615 210h150a45 45 0 0 1 45 45v70a45 45 0 0 1-45 45h-12v48l-64-48h-74a45 45 0 0 1-45-45v-70a45 45 0 0 1 45-45z\"/>\
                 <g fill=\"{on_accent}\"><circle cx=\"437\" cy=\"200\" r=\"13\"/><circle cx=\"480\" cy=\"200\" r=\"13\"/><circle cx=\"523\" cy=\"200\" r=\"13\"/></g>"
            ),
        };
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\"><path fill=\"{GROUND}\" d=\"M0 0h1200v630H0z\"/>\
             <path fill=\"{accent}\" d=\"M0 480h1200v150H0z\"/>{middle}</svg>"
        )
    }
}

fn shapes(picture: &mut Pixmap, svg: &str) -> Option<()> {
    let tree = Tree::from_str(svg, &Options::default()).ok()?;
    resvg::render(&tree, Transform::identity(), &mut picture.as_mut());
    Some(())
}

/// Draws an avatar in the circle.
fn face(picture: &mut Pixmap, avatar: &[u8]) -> Option<()> {
    let avatar = image::load_from_memory_with_format(avatar, image::ImageFormat::Png).ok()?.into_rgba8();
    let size = IntSize::from_wh(avatar.width(), avatar.height())?;
    let mut pixels = avatar.into_raw();
    for pixel in pixels.chunks_exact_mut(4) {
        if let [red, green, blue, opacity] = pixel {
            for colour in [red, green, blue] {
                *colour = u8::try_from(u16::from(*colour) * u16::from(*opacity) / 255).unwrap_or(u8::MAX);
            }
        }
    }
    let avatar = Pixmap::from_vec(pixels, size)?;
    let (x, y, radius) = CIRCLE;
    let scale = 2.0 * radius / size.to_int_rect(0, 0).to_rect().width();
    let moved = Transform::from_row(scale, 0.0, 0.0, scale, x - radius, y - radius);
    let shader: Shader<'_> = Pattern::new(avatar.as_ref(), SpreadMode::Pad, FilterQuality::Bicubic, 1.0, moved);
    let paint = Paint { shader, anti_alias: true, ..Paint::default() };
    picture.fill_path(&PathBuilder::from_circle(x, y, radius)?, &paint, FillRule::Winding, Transform::identity(), None);
    Some(())
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::picture::avatar::{SIDE, small};
    use crate::store::{FONT_FOLDERS, FontFiles};

    fn preview(name: Option<&str>) -> Preview {
        let inviter = |name: &str| Inviter { name: name.into(), address: None, initial: "R".into(), colour: "#8a4fa0".into() };
        Preview { site: "Verona Chat".into(), accent: "#0b7a53".into(), inviter: name.map(inviter) }
    }

    /// The picture with the fonts of this machine, or without any.
    fn drawn(preview: &Preview, avatar: Option<&[u8]>, has_fonts: bool) -> RgbImage {
        static FONTS: LazyLock<FontFiles> = LazyLock::new(|| FontFiles::new(FONT_FOLDERS));
        let found = if has_fonts { FONTS.found() } else { FontFiles::new([""; 0]).found() };
        let png = preview.draw(avatar, &found.fonts, &|number| found.read(number)).unwrap();
        assert!(png.len() < 300_000, "messengers take no larger ones");
        let picture = image::load_from_memory_with_format(&png, image::ImageFormat::Png).unwrap().into_rgb8();
        assert_eq!(picture.dimensions(), SIZE);
        picture
    }

    /// Whether anything is drawn on the ground between these heights.
    fn has_ink(picture: &RgbImage, heights: std::ops::Range<u32>) -> bool {
        heights.into_iter().any(|y| (0..SIZE.0).any(|x| picture.get_pixel(x, y) != picture.get_pixel(0, y)))
    }

    #[test]
    fn names_are_drawn_in_their_scripts() {
        let empty = drawn(&preview(Some("")), None, true);
        assert!(!has_ink(&empty, 300..470));
        for name in ["romeo", "Ромео", "روميو", "Ρωμαίος"] {
            let picture = drawn(&preview(Some(name)), None, true);
            assert!(has_ink(&picture, 330..400) && has_ink(&picture, 500..600), "{name}");
        }
    }

    #[test]
    fn a_text_stays_in_its_box_however_long_or_high_it_is() {
        for name in ["m".repeat(60), "Z".to_owned() + &"\u{301}".repeat(59), "字".repeat(60)] {
            let picture = drawn(&Preview { site: name.clone(), ..preview(Some(&name)) }, None, true);
            assert!((0..SIZE.1).all(|y| picture.get_pixel(55, y) == picture.get_pixel(0, y)), "{name}");
            assert!(!has_ink(&picture, 272..315) && !has_ink(&picture, 420..500) && !has_ink(&picture, 605..630), "{name}");
        }
    }

    #[test]
    fn a_letter_that_no_font_has_becomes_no_box() {
        // Letters of Linear A, for which nobody has a font.
        let name = "\u{10600}\u{10601}";
        assert!(!has_ink(&drawn(&preview(Some(name)), None, true), 300..470));
        let mut with_address = preview(Some(name));
        with_address.inviter.as_mut().unwrap().address = Some("romeo@verona.example".into());
        assert!(has_ink(&drawn(&with_address, None, true), 330..400), "the address stands in for it");
    }

    #[test]
    fn without_fonts_there_is_a_picture_without_texts() {
        for name in [Some("romeo"), None] {
            let picture = drawn(&preview(name), None, false);
            assert!(has_ink(&picture, 100..200) && !has_ink(&picture, 480..630), "{name:?}");
        }
    }

    #[test]
    fn an_initial_stands_in_the_middle_of_the_circle() {
        for initial in ["R", "g", "ر", "رُ", "م", "Я", "字"] {
            let mut preview = preview(Some(""));
            preview.inviter.as_mut().unwrap().initial = initial.into();
            let picture = drawn(&preview, None, true);
            let ink: Vec<(u32, u32)> =
                (75..265).flat_map(|y| (530..670).map(move |x| (x, y))).filter(|(x, y)| picture.get_pixel(*x, *y).0 != [0x8a, 0x4f, 0xa0]).collect();
            let edges = |values: &dyn Fn(&(u32, u32)) -> u32| ink.iter().map(values).min().unwrap() + ink.iter().map(values).max().unwrap();
            let (x, y) = (edges(&|(x, _)| *x), edges(&|(_, y)| *y));
            assert!(x.abs_diff(2 * 600) <= 2 && y.abs_diff(2 * 170) <= 2, "{initial} stands at {x}/2, {y}/2");
        }
    }

    #[test]
    fn an_avatar_fills_the_circle() {
        let red = RgbImage::from_pixel(64, 64, image::Rgb([255, 0, 0]));
        let avatar = small(&super::super::png(&DynamicImage::ImageRgb8(red)).unwrap()).unwrap();
        let picture = drawn(&preview(Some("romeo")), Some(&avatar), true);
        for (x, y, is_red) in [(600, 170, true), (505, 170, true), (600, 265, true), (495, 170, false), (525, 95, false)] {
            assert_eq!(picture.get_pixel(x, y).0 == [255, 0, 0], is_red, "{x} {y}");
        }
        assert_eq!(SIDE, 128);
        let broken = drawn(&preview(Some("romeo")), Some(b"no picture"), true);
        assert_eq!(broken.get_pixel(505, 170).0, [0x8a, 0x4f, 0xa0], "the circle has the inviter's colour");
    }
}
