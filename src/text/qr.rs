//! QR codes of links (ISO/IEC 18004).

use std::fmt::Write;

use qrcode::render::unicode;
use qrcode::{Color, EcLevel, QrCode};

use crate::Refusal;

/// Modules of light margin on each side (ISO/IEC 18004, section 5.3.8).
const MARGIN: usize = 4;

/// The code as an SVG image, with a line for each run of dark modules. A square for each module would take five times as much, and Prosody sends more
/// than 8 KB in two pieces. It is black on white, because readers expect that whatever the page looks like.
///
/// # Errors
/// [`Refusal::DataInvalid`] if the text is too long for a code (about 2,300 bytes).
pub fn svg(text: &str) -> Result<String, Refusal> {
    let code = encode(text)?;
    let (width, modules) = (code.width(), code.to_colors());
    let mut lines = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(lines, "M{} {}.5h{}", x + MARGIN, y + MARGIN, run.len());
            }
            x += run.len();
        }
    }
    let side = width + 2 * MARGIN;
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" width=\"200\" height=\"200\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{lines}\"/></svg>"
    ))
}

/// Black on white, with colours of the 256 that terminal themes do not change.
const BLACK_ON_WHITE: &str = "\x1b[38;5;16;48;5;231m";
const RESET: &str = "\x1b[0m";

/// The code for a terminal, in characters of two modules each. Each line sets its colours, because readers expect dark on light, which only half of
/// all terminals have.
///
/// # Errors
/// As [`svg`].
pub fn terminal(text: &str) -> Result<String, Refusal> {
    let picture = encode(text)?.render::<unicode::Dense1x2>().build();
    let lines: Vec<_> = picture.lines().map(|line| format!("{BLACK_ON_WHITE}{line}{RESET}")).collect();
    Ok(lines.join("\n"))
}

/// The code in light characters on a dark background, where colours can't be sent.
///
/// # Errors
/// As [`svg`].
pub fn light_on_dark(text: &str) -> Result<String, Refusal> {
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
    fn the_lines_of_the_picture_are_the_modules_of_the_code() {
        let picture = svg(LINK).unwrap();
        let code = encode(LINK).unwrap();
        let mut dark = std::collections::BTreeSet::new();
        let lines = picture.split("stroke=\"#000\" d=\"M").nth(1).unwrap().split('"').next().unwrap();
        for line in lines.split('M') {
            let numbers: Vec<usize> = line.replace(".5h", " ").split(' ').map(|number| number.parse().unwrap()).collect();
            dark.extend((numbers[0]..numbers[0] + numbers[2]).map(|x| (x - MARGIN, numbers[1] - MARGIN)));
        }
        for (at, color) in code.to_colors().into_iter().enumerate() {
            assert_eq!(dark.contains(&(at % code.width(), at / code.width())), color == Color::Dark, "{at}");
        }
    }

    #[test]
    fn a_link_becomes_a_square_in_a_terminal() {
        let picture = terminal(LINK).unwrap();
        let lines: Vec<_> =
            picture.lines().map(|line| line.strip_prefix(BLACK_ON_WHITE).unwrap().strip_suffix(RESET).unwrap().chars().collect::<Vec<_>>()).collect();
        let code = encode(LINK).unwrap();
        let side = code.width() + 2 * MARGIN;
        assert_eq!(lines.len(), side.div_ceil(2), "two modules are above each other in a character");
        for (at, color) in code.to_colors().into_iter().enumerate() {
            let (x, y) = (at % code.width() + MARGIN, at / code.width() + MARGIN);
            let dark_in = if y % 2 == 0 { ['\u{2588}', '\u{2580}'] } else { ['\u{2588}', '\u{2584}'] };
            assert_eq!(dark_in.contains(&lines[y / 2][x]), color == Color::Dark, "{x} {y}");
        }
        assert!(lines.iter().all(|line| line.len() == side) && lines[..MARGIN / 2].iter().flatten().all(|character| *character == ' '));
    }

    #[test]
    fn a_text_that_fits_no_code_is_refused() {
        assert!(svg(&"x".repeat(2_300)).is_ok());
        for picture in [svg, terminal, light_on_dark] {
            assert!(matches!(picture(&"x".repeat(2_400)), Err(Refusal::DataInvalid(_))));
        }
    }
}
