//! The socket of Prosody's admin shell, through which prosodyctl asks the running server.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::time::Duration;

use super::private_file::reason;

/// How long the server may be silent.
const PATIENCE: Duration = Duration::from_secs(3);
/// Bytes of an answer.
const LONGEST: usize = 100_000;
/// The end of an answer.
const END: &[u8] = b"</repl-result>";

/// Sends stanzas to the shell, and returns what comes back until the first result; less if the server stops earlier.
///
/// # Errors
/// Why nobody can be asked, in words.
pub fn ask(path: &Path, stanzas: &str) -> Result<Vec<u8>, String> {
    let stream = UnixStream::connect(path);
    let stream = stream.and_then(|stream| stream.set_read_timeout(Some(PATIENCE)).and(stream.set_write_timeout(Some(PATIENCE))).map(|()| stream));
    stream.map(|mut stream| converse(&mut stream, stanzas)).map_err(|error| format!("{}: {}", path.display(), reason(&error)))
}

fn converse(stream: &mut UnixStream, stanzas: &str) -> Vec<u8> {
    let (mut answer, mut piece) = (Vec::new(), [0; 4096]);
    if stream.write_all(stanzas.as_bytes()).is_err() {
        return answer;
    }
    while !answer.trim_ascii_end().ends_with(END) && answer.len() < LONGEST {
        match stream.read(&mut piece) {
            Ok(0) | Err(_) => break,
            Ok(count) => answer.extend(piece.iter().take(count)),
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_ends_with_the_first_result() {
        let (mut ours, mut theirs) = UnixStream::pair().unwrap();
        theirs.write_all(b"<repl-result>it</repl-result>").unwrap();
        assert_eq!(converse(&mut ours, "question"), b"<repl-result>it</repl-result>");
        let mut question = [0; 8];
        theirs.read_exact(&mut question).unwrap();
        assert_eq!(&question, b"question");
    }

    #[test]
    fn a_server_that_stops_or_talks_without_end_is_not_waited_for() {
        let (mut ours, mut theirs) = UnixStream::pair().unwrap();
        theirs.write_all(&vec![b'x'; LONGEST]).unwrap();
        assert_eq!(converse(&mut ours, "").len(), LONGEST);
        drop(theirs);
        assert_eq!(converse(&mut ours, "?"), b"");
    }

    #[test]
    fn it_is_said_why_nobody_answers() {
        let missing = format!("{}/target/no-such-socket", env!("CARGO_MANIFEST_DIR"));
        assert_eq!(ask(Path::new(&missing), "").unwrap_err(), format!("{missing}: No such file or directory"));
    }
}
