//! Keys of the HTTP API.

use crate::api::v1::{KeyHash, NewKey, ScopedKey};
use crate::store::{Mode, api};
use crate::{Error, Ledger, UnixTime};

impl Ledger {
    /// Stores a new key. It is on the disk when this returns.
    ///
    /// # Errors
    /// [`Error::Failed`], also if there is another key of its id.
    pub fn add_key(&mut self, new: &NewKey) -> Result<(), Error> {
        let is_new = self.run(Mode::Durable, |tx, _| {
            // If a connection was lost during COMMIT, this runs again and finds its own row.
            Ok(api::keys::insert(tx, new)? || api::keys::find(tx, new.hash)?.is_some())
        })?;
        if is_new { Ok(()) } else { Err(Error::Failed("a key with an id that another one has was drawn".into())) }
    }

    /// The key that somebody shows, if there is one and it is worth something.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn key(&mut self, hash: KeyHash, now: UnixTime) -> Result<Option<ScopedKey>, Error> {
        let key = self.run_for_strangers(Mode::Read, |tx, _| api::keys::find(tx, hash))?;
        Ok(key.filter(|key| key.is_valid(now)))
    }

    /// Notes that a key is used. A power cut may undo that.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn key_used(&mut self, id: &str, now: UnixTime) -> Result<(), Error> {
        self.run(Mode::Lazy, |tx, _| api::keys::note_use(tx, id, now))
    }

    /// Up to [`Ledger::PAGE`] keys in the order of creation, behind the one that was created then and has this id.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn keys(&mut self, after: Option<(i64, &str)>) -> Result<Vec<ScopedKey>, Error> {
        self.run(Mode::Read, |tx, _| api::keys::page(tx, after, Self::PAGE.into()))
    }

    /// Removes a key, which is worth nothing from now on. Returns it.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn remove_key(&mut self, id: &str) -> Result<Option<ScopedKey>, Error> {
        self.run(Mode::Durable, |tx, _| api::keys::remove(tx, id))
    }
}
