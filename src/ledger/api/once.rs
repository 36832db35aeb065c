//! Creations that happen once, however often they are asked for.

use rand::rngs::SysRng;

use crate::api::v1::Once;
use crate::ledger::create::{insert_all, with_tokens};
use crate::store::{Mode, Tx, api};
use crate::{Draft, Error, Invite, Ledger, UnixTime};

/// What came of a creation that happens once.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    /// It happened now, with this answer.
    Now(Vec<Invite>, Vec<u8>),
    /// It happened before, with this answer.
    Before(Vec<u8>),
    /// Something else was asked for under the same key.
    Other,
}

/// Expired answers that a creation removes, so that they become no more.
const REMOVED: i64 = 2;

impl Ledger {
    /// What came of this creation, if it has happened.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn made_before(&mut self, once: &Once, now: UnixTime) -> Result<Option<Made>, Error> {
        self.run(Mode::Read, |tx, _| before(tx, once, now))
    }

    /// As [`Ledger::create_all`], once. The answer is kept, sealed, in the same transaction.
    ///
    /// # Errors
    /// See [`Ledger::create_all`].
    pub fn create_once(
        &mut self,
        drafts: &[Draft],
        once: &Once,
        answer: impl Fn(&[Invite]) -> Result<Vec<u8>, Error>,
        now: UnixTime,
    ) -> Result<Made, Error> {
        let invites = drafts.iter().map(|draft| self.finished(draft, now)).collect::<Result<Vec<_>, _>>()?;
        self.run(Mode::Durable, |tx, settings| {
            if !api::answers::reserve(tx, once, now)? {
                return before(tx, once, now)?.ok_or_else(|| Error::Failed("an answer was removed at this moment".into()));
            }
            let mut invites = invites.clone();
            insert_all(tx, settings, &mut invites, now)?;
            let invites = with_tokens(invites, drafts);
            let answer = answer(&invites)?;
            api::answers::keep(tx, once, &once.sealed(&answer, &mut SysRng)?)?;
            api::answers::sweep(tx, now, REMOVED)?;
            Ok(Made::Now(invites, answer))
        })
    }
}

fn before(tx: &mut Tx<'_>, once: &Once, now: UnixTime) -> Result<Option<Made>, Error> {
    let Some((request, sealed)) = api::answers::find(tx, once, now)? else { return Ok(None) };
    if request != once.request {
        return Ok(Some(Made::Other));
    }
    let answer = once.opened(&sealed).ok_or_else(|| Error::Failed("a kept answer can't be opened: another program has changed it".into()))?;
    Ok(Some(Made::Before(answer)))
}
