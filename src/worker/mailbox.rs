//! Where the numbers of tasks arrive that are done.

use std::collections::VecDeque;
use std::io::{Error, Read, Write};
use std::os::fd::{AsRawFd, RawFd};
use std::os::unix::net::UnixStream;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The mailbox of an event loop. Its descriptor is readable while something is in it.
#[derive(Debug)]
pub struct Mailbox {
    done: Mutex<VecDeque<u64>>,
    pub(super) reader: UnixStream,
    writer: UnixStream,
}

impl Mailbox {
    /// An empty mailbox.
    ///
    /// # Errors
    /// The system's, if the process has no descriptor left.
    pub fn new() -> Result<Self, Error> {
        let (reader, writer) = UnixStream::pair()?;
        reader.set_nonblocking(true)?;
        writer.set_nonblocking(true)?;
        Ok(Self { done: Mutex::default(), reader, writer })
    }

    /// The descriptor, which stays this mailbox's.
    #[must_use]
    pub fn descriptor(&self) -> RawFd {
        self.reader.as_raw_fd()
    }

    /// The number of a task that is done, if there is one.
    pub fn take(&self) -> Option<u64> {
        let mut done = self.done();
        let number = done.pop_front();
        if done.is_empty() {
            // Under the lock, so that the byte of the next one is not taken away.
            let _ = (&self.reader).read(&mut [0; 64]);
        }
        number
    }

    pub(super) fn put(&self, number: u64) {
        let mut done = self.done();
        if done.is_empty() {
            let _ = (&self.writer).write(&[0]);
        }
        done.push_back(number);
    }

    fn done(&self) -> MutexGuard<'_, VecDeque<u64>> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
