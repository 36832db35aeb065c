//! Links as QR codes (ISO/IEC 18004), for a phone to read off a screen, a terminal or paper.

use qrcode::render::{svg, unicode};
use qrcode::{EcLevel, QrCode};

use crate::Refusal;

/// The code as an SVG image in black on white: a light margin and dark modules are what every reader expects, whatever the page around it looks like.
///
/// # Errors
/// [`Refusal::DataInvalid`] for a text that is too long for any code (about 2,300 bytes).
pub fn svg(text: &str) -> Result<String, Refusal> {
    Ok(encode(text)?.render::<svg::Color>().min_dimensions(200, 200).build())
}

/// The code in characters of half a module's height, for a terminal with a dark background.
///
/// # Errors
/// As [`svg`].
pub fn terminal(text: &str) -> Result<String, Refusal> {
    Ok(encode(text)?.render::<unicode::Dense1x2>().dark_color(unicode::Dense1x2::Light).light_color(unicode::Dense1x2::Dark).build())
}

fn encode(text: &str) -> Result<QrCode, Refusal> {
    QrCode::with_error_correction_level(text, EcLevel::M).map_err(|error| Refusal::DataInvalid(format!("no QR code of this: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "xmpp:example.com?register;preauth=T";

    #[test]
    fn a_link_becomes_a_picture() {
        let picture = svg(LINK).unwrap();
        assert!(picture.contains("<svg") && picture.contains("</svg>"));
        assert_ne!(picture, svg(&LINK.replace("=T", "=U")).unwrap());
    }

    #[test]
    fn a_link_becomes_a_square_in_a_terminal() {
        let picture = terminal(LINK).unwrap();
        let lines: Vec<_> = picture.lines().collect();
        let width = lines[0].chars().count();
        assert!(lines.len() > 10 && lines.iter().all(|line| line.chars().count() == width));
        assert_eq!(lines.len(), width.div_ceil(2), "two modules are above each other in a character");
    }

    #[test]
    fn a_text_that_fits_no_code_is_refused() {
        assert!(svg(&"x".repeat(2_300)).is_ok());
        for picture in [svg, terminal] {
            assert!(matches!(picture(&"x".repeat(2_400)), Err(Refusal::DataInvalid(_))));
        }
    }
}
