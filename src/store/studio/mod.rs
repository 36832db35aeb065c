//! The studio: pictures are drawn in a thread beside the event loop, once each, and kept.
//!
//! A picture has an id, which is drawn from a secret of this process and from what the picture shows. Nobody can have anything drawn but what a page
//! of ours has asked for, and an id tells nothing. What is not kept any more, or was asked for before a restart, has no picture.

mod fonts;
mod shelf;
#[cfg(test)]
mod tests;

use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use sha2::{Digest, Sha256};

pub use fonts::{FOLDERS as FONT_FOLDERS, FontFiles};
pub use shelf::Picture;
use shelf::{Shelf, State, Work};

use crate::picture::avatar;
use crate::picture::preview::Preview;

/// By how much the thread gives way to others (`nice`).
const GIVES_WAY: i32 = 10;

/// Pictures, and the thread that draws them.
pub struct Studio {
    secret: [u8; 32],
    fonts: Arc<FontFiles>,
    shelf: Arc<Mutex<Shelf>>,
}

impl Studio {
    /// A studio with a secret of this process.
    #[must_use]
    pub fn new(secret: [u8; 32], fonts: FontFiles) -> Self {
        Self { secret, fonts: Arc::new(fonts), shelf: Arc::default() }
    }

    /// The id of a preview, with the avatar of this id in it, if there is one.
    #[must_use]
    pub fn preview(&self, preview: Preview, avatar: Option<&str>) -> String {
        let shown = serde_json::to_vec(&(&preview, avatar)).unwrap_or_default();
        let id = self.id("preview", &shown);
        self.shelf().add(&id, shown.len(), || Work::Preview(Box::new(preview), avatar.map(str::to_owned)));
        id
    }

    /// The id of an avatar, from the bytes that its owner has published; `None` if they are no picture that can be drawn.
    #[must_use]
    pub fn avatar(&self, bytes: &[u8]) -> Option<String> {
        if !avatar::is_readable(bytes) {
            return None;
        }
        let id = self.id("avatar", bytes);
        self.shelf().add(&id, bytes.len(), || Work::Avatar(bytes.to_vec()));
        Some(id)
    }

    /// The picture of this id. The first time, its drawing begins.
    #[must_use]
    pub fn take(&self, id: &str) -> Picture {
        let mut pictures = self.shelf();
        let wanted = pictures.want(id);
        if !pictures.queue.is_empty() && !pictures.is_busy {
            let (fonts, shared) = (self.fonts.clone(), self.shelf.clone());
            let started = thread::Builder::new().name("invites-studio".into()).spawn(move || draw_all(&fonts, &shared));
            pictures.is_busy = started.is_ok();
        }
        wanted
    }

    fn id(&self, sort: &str, shown: &[u8]) -> String {
        let digest = Sha256::new().chain_update(self.secret).chain_update(sort).chain_update(Sha256::digest(shown)).finalize();
        digest.iter().take(16).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        lock(&self.shelf)
    }
}

fn lock(shelf: &Mutex<Shelf>) -> MutexGuard<'_, Shelf> {
    shelf.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread: it draws what waits, and ends.
fn draw_all(fonts: &FontFiles, shelf: &Mutex<Shelf>) {
    let _ = rustix::process::nice(GIVES_WAY); // of this thread alone, on Linux
    loop {
        let mut locked = lock(shelf);
        let Some(id) = locked.queue.pop_front() else {
            locked.is_busy = false;
            return;
        };
        drop(locked);
        draw(fonts, shelf, &id);
    }
}

/// Draws one, and returns it.
fn draw(fonts: &FontFiles, shelf: &Mutex<Shelf>, id: &str) -> Option<Arc<[u8]>> {
    let begun = lock(shelf).begin(id);
    if let Some(work) = begun {
        let drawn = catch_unwind(AssertUnwindSafe(|| match work {
            Work::Avatar(bytes) => avatar::small(&bytes),
            Work::Preview(preview, avatar) => {
                let avatar = avatar.and_then(|id| draw(fonts, shelf, &id));
                let found = fonts.found();
                preview.draw(avatar.as_deref(), &found.fonts, &|number| found.read(number))
            }
        }));
        lock(shelf).end(id, drawn.ok().flatten());
    }
    match lock(shelf).used(id).map(|entry| &entry.state) {
        Some(State::Drawn(png)) => Some(png.clone()),
        _ => None,
    }
}
