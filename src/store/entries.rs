//! Files of invites in JSON: arrays with one object per line, as `export` writes them, or in any other shape.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use crate::record::{InviteRecord, lines};

/// The invites of such a file, each as a line.
#[derive(Debug)]
pub struct Entries<R> {
    source: R,
    /// Lines that have been read already.
    read: VecDeque<Vec<u8>>,
    /// Whether these are all.
    is_read: bool,
}

impl<R: BufRead> Entries<R> {
    /// Reads the beginning. Only an array that has not one object per line is read as a whole, with a limit on its size.
    ///
    /// # Errors
    /// A text that says what is wrong.
    pub fn of(mut source: R) -> Result<Self, String> {
        let mut line = || line(&mut source).map_err(|error| error.to_string());
        let (first, second) = (line()?, line()?);
        if first.trim_ascii() == b"[" && (is_end(&second) || is_object(&second)) {
            return Ok(Self { source, read: VecDeque::from([second]), is_read: false });
        }
        let mut whole = [first, second].concat();
        source.by_ref().take(InviteRecord::LONGEST as u64 + 1).read_to_end(&mut whole).map_err(|error| error.to_string())?;
        let lines = lines(&whole).map_err(|error| format!("no JSON: {error}"))?;
        Ok(Self { source, read: lines.into_iter().map(String::into_bytes).collect(), is_read: true })
    }

    /// The next lines, as many as `size`, and fewer at the end.
    ///
    /// # Errors
    /// If the file can't be read any further.
    pub fn piece(&mut self, size: usize) -> io::Result<Vec<Vec<u8>>> {
        let mut piece = Vec::new();
        while piece.len() < size {
            let next = match self.read.pop_front() {
                Some(line) => line,
                None if self.is_read => break,
                None => line(&mut self.source)?,
            };
            if !self.is_read && is_end(&next) {
                self.is_read = true;
                break;
            }
            piece.push(next);
        }
        Ok(piece)
    }
}

/// A line with its end; empty at the end of the file. One that is too long for an invite comes in parts, which are no invites.
fn line(source: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    source.by_ref().take(InviteRecord::LONGEST as u64 + 1).read_until(b'\n', &mut line)?;
    Ok(line)
}

fn is_end(line: &[u8]) -> bool {
    line.is_empty() || line.trim_ascii() == b"]"
}

fn is_object(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let line = line.strip_suffix(b",").map_or(line, <[u8]>::trim_ascii_end);
    line.starts_with(b"{") && line.ends_with(b"}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<String>, String> {
        let mut entries = Entries::of(text.as_bytes())?;
        let mut all = Vec::new();
        loop {
            let piece = entries.piece(2).unwrap();
            let is_last = piece.len() < 2;
            all.extend(piece.into_iter().map(|line| String::from_utf8(line).unwrap()));
            if is_last {
                return Ok(all);
            }
        }
    }

    #[test]
    fn an_array_with_one_object_per_line_is_read_line_by_line() {
        assert_eq!(read("[\n{\"a\":1},\nwhat\n\n{\"b\":2}\n]\nmore\n").unwrap(), ["{\"a\":1},\n", "what\n", "\n", "{\"b\":2}\n"]);
        assert_eq!(read(" [ \n { } , \n").unwrap(), [" { } , \n"]);
        assert_eq!(read("[\n]\n").unwrap(), [""; 0]);
        let long = "[\n{}\n".to_owned() + &"x".repeat(3 << 16) + "\n]";
        assert_eq!(read(&long).unwrap().iter().map(String::len).collect::<Vec<_>>(), [3, (2 << 16) + 1, (1 << 16)]);
    }

    #[test]
    fn other_arrays_are_read_as_a_whole() {
        assert_eq!(read("[ {\"b\": 1,\n\"a\": 2},\n{} ]").unwrap(), ["{\"a\":2,\"b\":1}", "{}"]);
        assert_eq!(read("[\n{\n}\n,{}]").unwrap(), ["{}", "{}"]);
        for text in ["", "5", "hello\nworld", "{\"token\":", "[\n{\n", &format!("[{}]", " ".repeat(1 << 20))] {
            assert!(read(text).unwrap_err().starts_with("no JSON: "));
        }
    }
}
