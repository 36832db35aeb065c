//! The pictures that are kept, and those that wait to be drawn.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use crate::picture::preview::Preview;

/// Pictures that are kept, and bytes of them.
pub(super) const MOST: usize = 512;
pub(super) const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Pictures that wait to be drawn.
const LONGEST_QUEUE: usize = 32;
/// Where a picture is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Here, as PNG.
    Drawn(Arc<[u8]>),
    /// It is being drawn, or waits for that.
    Awaited,
    /// It can't be drawn.
    Failed,
    /// There is no such picture.
    Unknown,
}

#[derive(Default)]
pub(super) struct Shelf {
    pub(super) pictures: HashMap<String, Entry>,
    pub(super) queue: VecDeque<String>,
    pub(super) is_busy: bool,
    pub(super) bytes: usize,
    /// Counts the uses of pictures, for the one that was not used for longest.
    uses: u64,
}

pub(super) struct Entry {
    last_use: u64,
    pub(super) bytes: usize,
    pub(super) state: State,
}

pub(super) enum State {
    /// Nobody has wanted to see it yet.
    Sketched(Work),
    Awaited,
    Drawn(Arc<[u8]>),
    Failed,
}

pub(super) enum Work {
    /// A preview, and the id of an avatar in it.
    Preview(Box<Preview>, Option<String>),
    Avatar(Vec<u8>),
}

impl Shelf {
    pub(super) fn add(&mut self, id: &str, bytes: usize, work: impl FnOnce() -> Work) {
        if self.used(id).is_none() {
            self.uses += 1;
            self.bytes += bytes;
            self.pictures.insert(id.to_owned(), Entry { last_use: self.uses, bytes, state: State::Sketched(work()) });
            self.make_room();
        }
    }

    pub(super) fn used(&mut self, id: &str) -> Option<&mut Entry> {
        self.uses += 1;
        let entry = self.pictures.get_mut(id)?;
        entry.last_use = self.uses;
        Some(entry)
    }

    pub(super) fn want(&mut self, id: &str) -> Picture {
        match self.used(id).map(|entry| &entry.state) {
            None => return Picture::Unknown,
            Some(State::Drawn(png)) => return Picture::Drawn(png.clone()),
            Some(State::Failed) => return Picture::Failed,
            Some(State::Awaited | State::Sketched(_)) => {}
        }
        if self.queue.len() < LONGEST_QUEUE && !self.queue.iter().any(|waiting| waiting == id) {
            self.queue.push_back(id.to_owned());
        }
        Picture::Awaited
    }

    /// What is to be drawn for this id, if nobody has begun.
    pub(super) fn begin(&mut self, id: &str) -> Option<Work> {
        let entry = self.used(id)?;
        match std::mem::replace(&mut entry.state, State::Awaited) {
            State::Sketched(work) => Some(work),
            state => {
                entry.state = state;
                None
            }
        }
    }

    pub(super) fn end(&mut self, id: &str, png: Option<Vec<u8>>) {
        if let Some(entry) = self.pictures.get_mut(id) {
            self.bytes -= entry.bytes;
            entry.bytes = png.as_ref().map_or(0, Vec::len);
            self.bytes += entry.bytes;
            entry.state = png.map_or(State::Failed, |png| State::Drawn(png.into()));
            self.make_room();
        }
    }

    fn make_room(&mut self) {
        while self.pictures.len() > MOST || self.bytes > MOST_BYTES {
            let oldest = self.pictures.iter().min_by_key(|(_, entry)| entry.last_use).map(|(id, _)| id.clone());
            let Some(entry) = oldest.and_then(|id| self.pictures.remove(&id)) else { return };
            self.bytes -= entry.bytes;
        }
    }
}
