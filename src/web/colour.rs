//! The colour of buttons.

/// CSS with this colour (`#1c6b4a`), and black or white for text on it, whichever has the better contrast (WCAG 2.2, relative luminance).
#[must_use]
pub fn css(colour: &str) -> String {
    let part = |at: usize| colour.get(at..at + 2).and_then(|digits| u8::from_str_radix(digits, 16).ok()).map_or(0.0, linear);
    let luminance = 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
    format!(":root{{--accent:{colour};--on-accent:{}}}\n", if luminance > 0.179 { "#000" } else { "#fff" })
}

fn linear(brightness: u8) -> f64 {
    let part = f64::from(brightness) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests {
    #[test]
    fn text_on_a_button_can_be_read() {
        for (colour, text) in
            [("#1c6b4a", "#fff"), ("#ffee00", "#000"), ("#000000", "#fff"), ("#FFFFFF", "#000"), ("#767676", "#000"), ("#666666", "#fff")]
        {
            assert_eq!(super::css(colour), format!(":root{{--accent:{colour};--on-accent:{text}}}\n"));
        }
    }
}
