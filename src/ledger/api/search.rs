//! Lists with filters.

use crate::api::v1::Search;
use crate::{CreateRequest, Cursor, Error, Filter, Ledger, Page, Query, UnixTime, Username};

impl Ledger {
    /// As [`Ledger::list`], but only what matches, and up to `limit` invites. The next page begins behind the last row that was read, or behind the
    /// last invite that is returned.
    ///
    /// # Errors
    /// [`Error::Failed`].
    pub fn search(
        &mut self,
        search: &Search,
        creator: Option<&Username>,
        after: Option<&Cursor>,
        (limit, look): (usize, u16),
        now: UnixTime,
    ) -> Result<Page, Error> {
        let query = Query { creator, newest_first: search.is_newest_first, ..Query::of(Filter::All) };
        let mut page = self.list(query, after, look, now)?;
        page.invites.retain(|(invite, state)| {
            let has_text = |text: &String| CreateRequest::note(invite.data.as_ref()).is_some_and(|note| note.to_lowercase().contains(text));
            search.state.is_none_or(|wanted| wanted == *state)
                && search.kind.is_none_or(|kind| kind == invite.kind.name())
                && search.note.as_ref().is_none_or(has_text)
        });
        if page.invites.len() > limit {
            page.invites.truncate(limit);
            page.next = page.invites.last().map(|(invite, _)| Cursor { created: invite.created.seconds(), id: invite.id });
        }
        Ok(page)
    }
}
