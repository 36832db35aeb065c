//! Lines of an answer on their way through the admin shell, packed into stanzas. A stanza a line takes half as long again: 7 seconds instead of 4.5 for
//! 100,000 invites.

/// Bytes of text in a stanza, as XML has them. `prosodyctl shell` closes its connection over a stanza of more than 10 000 bytes (Prosody 13.0.6, and
/// Debian 13's 13.0.1).
const LARGEST: usize = 8000;
/// Bytes of a part of a line, of which XML may make six times as many.
const LONGEST_PART: usize = LARGEST / 6;

/// Lines that were not sent yet.
#[derive(Debug, Default)]
pub struct Lines {
    held: Vec<Vec<u8>>,
    size: usize,
    /// Whether parts of lines can be sent. Prosody 0.12 can't, and its client takes long lines.
    can_split: bool,
}

/// What has to be sent before a line is held: the lines before it in one stanza, then parts of itself.
pub type Before = (Option<Vec<u8>>, Vec<Vec<u8>>);

impl Lines {
    /// No lines.
    #[must_use]
    pub fn new(can_split: bool) -> Self {
        Self { can_split, ..Self::default() }
    }

    /// Adds a line.
    pub fn add(&mut self, line: &[u8]) -> Before {
        let size = escaped(line);
        let before = if self.size + size > LARGEST { self.take(false) } else { None };
        let (parts, rest) = if size > LARGEST && self.can_split { split(line) } else { (Vec::new(), line) };
        self.held.push(rest.to_vec());
        self.size += size;
        (before, parts)
    }

    /// Takes all lines, or all but the last one, as one text.
    pub fn take(&mut self, keeps_last: bool) -> Option<Vec<u8>> {
        let kept = if keeps_last { self.held.pop() } else { None };
        let text = self.held.join(&b'\n');
        let has_lines = !self.held.is_empty();
        self.size = kept.as_deref().map_or(0, escaped);
        self.held = kept.into_iter().collect();
        has_lines.then_some(text)
    }
}

/// Bytes of a line with its end, as XML has them.
fn escaped(line: &[u8]) -> usize {
    let length = |byte: &u8| match byte {
        b'&' => 5,
        b'<' | b'>' => 4,
        b'\'' | b'"' => 6,
        _ => 1,
    };
    line.iter().map(length).sum::<usize>() + 1
}

/// Parts of a line, and its rest. No character is cut in two.
fn split(mut line: &[u8]) -> (Vec<Vec<u8>>, &[u8]) {
    let mut parts = Vec::new();
    while line.len() > LONGEST_PART {
        let is_start = |at: &usize| line.get(*at).is_none_or(|byte| !(0x80..0xc0).contains(byte));
        let upto = (LONGEST_PART - 3..=LONGEST_PART).rev().find(is_start).unwrap_or(LONGEST_PART);
        let (part, rest) = line.split_at(upto);
        parts.push(part.to_vec());
        line = rest;
    }
    (parts, line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_go_together_and_the_last_one_may_stay() {
        let mut lines = Lines::new(true);
        assert_eq!((lines.take(false), lines.take(true)), (None, None));
        assert_eq!(lines.add(b"a"), (None, Vec::new()));
        assert_eq!(lines.add(b""), (None, Vec::new()));
        assert_eq!(lines.add(b"c"), (None, Vec::new()));
        assert_eq!(lines.take(true).as_deref(), Some(&b"a\n"[..]));
        assert_eq!(lines.take(true), None);
        assert_eq!(lines.take(false).as_deref(), Some(&b"c"[..]));
        let long = "x".repeat(2 * LARGEST);
        assert_eq!(Lines::new(false).add(long.as_bytes()), (None, Vec::new()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn nothing_is_lost_and_no_stanza_is_too_large(texts in proptest::collection::vec("[a&\"ü€]{0,3000}", 0..8)) {
            let mut lines = Lines::new(true);
            let mut received = Vec::new();
            let mut receive = |piece: Vec<u8>, end: &[u8]| {
                assert!(escaped(&piece) <= LARGEST + 1 && std::str::from_utf8(&piece).is_ok(), "{} bytes", piece.len());
                received.extend(piece);
                received.extend(end);
            };
            for text in &texts {
                let (before, parts) = lines.add(text.as_bytes());
                if let Some(text) = before {
                    receive(text, b"\n");
                }
                for part in parts {
                    receive(part, b"");
                }
            }
            if let Some(text) = lines.take(false) {
                receive(text, b"\n");
            }
            let expected = texts.join("\n") + if texts.is_empty() { "" } else { "\n" };
            prop_assert_eq!(String::from_utf8(received).unwrap(), expected);
        }
    }
}
