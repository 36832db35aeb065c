//! Texts in quotation marks, in errors and warnings.

/// A text in quotation marks, as Lua's format `%q` writes it.
#[must_use]
pub fn quoted(text: &[u8]) -> String {
    let mut quoted = String::from('"');
    for chunk in text.utf8_chunks() {
        let mut characters = chunk.valid().chars().peekable();
        while let Some(character) = characters.next() {
            match (character, characters.peek()) {
                ('"' | '\\' | '\n', _) => quoted.extend(['\\', character]),
                (control, Some('0'..='9')) if control.is_ascii_control() => quoted.extend(format!("\\{:03}", u32::from(control)).chars()),
                (control, _) if control.is_ascii_control() => quoted.extend(format!("\\{}", u32::from(control)).chars()),
                (other, _) => quoted.push(other),
            }
        }
        if !chunk.invalid().is_empty() {
            quoted.push('?');
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_those_of_lua() {
        assert_eq!(quoted("a\"b\\ü".as_bytes()), "\"a\\\"b\\\\ü\"");
        assert_eq!(quoted(b"\x1b[2J\0\x001\n\xff"), "\"\\27[2J\\0\\0001\\\n?\"");
    }
}
