//! Invites in CSV (RFC 4180).

use super::super::date;
use crate::{Invite, Token, terminal, text, uri};

/// The head.
pub const HEAD: &str = "id,link,uri,expires";

/// An invite as a line.
#[must_use]
pub fn line(host: &str, invite: &Invite) -> String {
    let uri = invite.token.as_ref().map(|token: &Token| uri::link(host, &invite.kind, token));
    let link = invite.landing_page.as_deref().map(|page| text::plain(page).into_owned()).or_else(|| uri.clone());
    let cells = [invite.id.short(), link.unwrap_or_default(), uri.unwrap_or_default(), date::time(invite.expires)];
    let cell = |cell: &String| {
        let text = terminal::text(cell.as_bytes());
        if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into_owned() }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(",")
}
