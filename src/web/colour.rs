//! Colours of pages: that of buttons and links, which the admin chooses, and those that stand for people.

use hsluv::{hsluv_to_rgb, rgb_to_hsluv};
use sha1::{Digest, Sha1};

/// Least contrast of a text (WCAG 2.2, success criterion 1.4.3).
const READABLE: f64 = 4.5;
/// What texts stand on in [light, dark] pages, in style/base.css: of the ground and the cards the one with less contrast.
const BEHIND: [Rgb; 2] = [Rgb([0xf7, 0xf7, 0xf8]), Rgb([0x1b, 0x1e, 0x21])];
const BLACK: Rgb = Rgb([0, 0, 0]);
const WHITE: Rgb = Rgb([0xff, 0xff, 0xff]);
/// On dark pages buttons are at least as light as this (`HSLuv`), and less saturated, so that they neither sink in nor glare.
const LIGHT: f64 = 74.0;
const CALM: f64 = 0.8;

/// A colour of a screen (sRGB).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub [u8; 3]);

impl Rgb {
    /// From `#1c6b4a`; black from anything else.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let part = |at: usize| written.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).unwrap_or_default();
        Self([part(1), part(3), part(5)])
    }

    /// As CSS and SVG write it, `#1c6b4a`.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The contrast of two colours, from 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > two { one / two } else { two / one }
    }

    /// Black or white, whichever is easier to read on this colour. One of them always is readable.
    #[must_use]
    pub fn on(self) -> Self {
        if self.contrast(BLACK) > self.contrast(WHITE) { BLACK } else { WHITE }
    }

    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn of_hsluv((hue, saturation, lightness): (f64, f64, f64)) -> Self {
        let (red, green, blue) = hsluv_to_rgb(hue, saturation, lightness.clamp(0.0, 100.0));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is clamped to what a byte holds")]
        Self([red, green, blue].map(|part| (part * 255.0).round().clamp(0.0, 255.0) as u8))
    }

    fn hsluv(self) -> (f64, f64, f64) {
        let [red, green, blue] = self.0.map(|part| f64::from(part) / 255.0);
        rgb_to_hsluv(red, green, blue)
    }

    /// This colour, lighter or darker (a step of `HSLuv`'s lightness) until it can be read on the other one.
    fn readable_on(self, behind: Self, step: f64) -> Self {
        let (hue, saturation, lightness) = self.hsluv();
        let (mut found, mut lightness) = (self, lightness);
        while found.contrast(behind) < READABLE && (0.0..=100.0).contains(&lightness) {
            lightness += step;
            found = Self::of_hsluv((hue, saturation, lightness));
        }
        found
    }
}

/// CSS with the colour of buttons in light and in dark pages, what is written on them, what they become under the mouse, and the colour of links. All
/// texts can be read, whatever the colour.
#[must_use]
pub fn css(colour: &str) -> String {
    let accent = Rgb::read(colour);
    let (hue, saturation, lightness) = accent.hsluv();
    let dark = if lightness < LIGHT { Rgb::of_hsluv((hue, saturation * CALM, LIGHT)) } else { accent };
    let [light_behind, dark_behind] = BEHIND;
    let variables = |accent: Rgb, link: Rgb| {
        let (hue, saturation, lightness) = accent.hsluv();
        let under_mouse = Rgb::of_hsluv((hue, saturation, lightness + if accent.on() == WHITE { -6.0 } else { 6.0 }));
        format!(":root{{--accent:{};--accent-hover:{};--on-accent:{};--link:{}}}", accent.hex(), under_mouse.hex(), accent.on().hex(), link.hex())
    };
    format!(
        "{}\n@media (prefers-color-scheme:dark){{{}}}\n",
        variables(accent, accent.readable_on(light_behind, -1.0)),
        variables(dark, dark.readable_on(dark_behind, 1.0))
    )
}

/// The colour that stands for a person (XEP-0392 §5.1: the angle is in the SHA-1 of the address). It is a little darker than the XEP suggests, so that white
/// can be read on it.
#[must_use]
pub fn of_person(address: &str) -> Rgb {
    let hash = Sha1::digest(address);
    let low = hash.first().copied().map_or(0.0, f64::from);
    let high = hash.get(1).copied().map_or(0.0, f64::from);
    Rgb::of_hsluv(((high * 256.0 + low) / 65536.0 * 360.0, 100.0, 45.0))
}

/// What stands in the circle of a person without a picture: the first letter or digit of the name, a capital if there is one.
#[must_use]
pub fn initial(name: &str) -> String {
    let first = name.chars().find(|character| character.is_alphanumeric());
    first.map_or_else(|| "?".into(), |first| first.to_uppercase().take(1).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// (CSS) → name → value, in the light and in the dark part
    fn colours(css: &str) -> [Vec<(String, Rgb)>; 2] {
        let read = |part: &str| {
            let (_, inner) = part.split_once(":root{").unwrap();
            let pairs = inner.split('}').next().unwrap().split(';').map(|pair| pair.trim_start_matches("--").split_once(':').unwrap());
            pairs.map(|(name, value)| (name.to_owned(), Rgb::read(value))).collect()
        };
        let (light, dark) = css.split_once("@media (prefers-color-scheme:dark)").unwrap();
        [read(light), read(dark)]
    }

    fn named(colours: &[(String, Rgb)], name: &str) -> Rgb {
        colours.iter().find(|(known, _)| known == name).unwrap().1
    }

    proptest! {
        #[test]
        fn every_colour_gives_buttons_and_links_that_can_be_read(parts in any::<[u8; 3]>()) {
            let own = Rgb(parts);
            let both = colours(&css(&own.hex()));
            prop_assert_eq!(named(&both[0], "accent"), own);
            for (colours, behind) in both.iter().zip(BEHIND) {
                let on = named(colours, "on-accent");
                prop_assert!(on.contrast(named(colours, "accent")) >= READABLE);
                prop_assert!(on.contrast(named(colours, "accent-hover")) >= READABLE);
                prop_assert!(named(colours, "link").contrast(behind) >= READABLE);
            }
            prop_assert!(named(&both[1], "accent").contrast(BEHIND[1]) >= READABLE);
        }

        #[test]
        fn a_name_has_one_initial(name in any::<String>()) {
            prop_assert!(!initial(&name).is_empty());
            prop_assert!(of_person(&name).contrast(WHITE) >= READABLE);
        }
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert!((BLACK.contrast(WHITE) - 21.0).abs() < 1e-9);
        assert!((Rgb::read("#767676").contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn angles_are_those_of_the_xep() {
        // XEP-0392 §13.1: the angle of each text
        for (text, angle) in [("Romeo", 327.255_249), ("juliet@capulet.lit", 209.410_4), ("😺", 331.199_341), ("council", 359.994_507)] {
            let (hue, ..) = of_person(text).hsluv();
            assert!((hue - angle).abs() < 1.5, "{text}: {hue}");
        }
    }

    #[test]
    fn initials_are_letters() {
        for (name, expected) in [("romeo", "R"), ("émile", "É"), ("_7th", "7"), ("ромео", "Р"), ("罗密欧", "罗"), ("...", "?"), ("ßen", "S")]
        {
            assert_eq!(initial(name), expected, "{name}");
        }
    }
}
