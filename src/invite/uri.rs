//! The `xmpp:` link of an invite.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{Kind, Token, text};

/// Characters that need no escape in a path: the unreserved ones (RFC 3986 §2.3), and those sub-delims that a local part may contain and no client
/// takes for a separator.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'!').remove(b'$').remove(b'+');

/// Characters that need no escape in a value: the unreserved ones.
const VALUE: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address in the link: that of the inviter, of the bound account, or of the host.
#[must_use]
pub fn address(host: &str, kind: &Kind) -> String {
    kind.address_user().map_or_else(|| host.to_owned(), |user| format!("{}@{host}", user.as_str()))
}

/// The link: `xmpp:HOST?register;preauth=T`, `xmpp:USER@HOST?register;preauth=T` (XEP-0445 §3) or `xmpp:USER@HOST?roster;preauth=T`,
/// with `;ibr=y` where the invitee may register (XEP-0401 §3, XEP-0379 §3).
#[must_use]
pub fn link(host: &str, kind: &Kind, token: &Token) -> String {
    let host = utf8_percent_encode(host, PATH);
    let address = match kind.address_user() {
        Some(user) => format!("{}@{host}", utf8_percent_encode(user.as_str(), PATH)),
        None => host.to_string(),
    };
    let (action, suffix) = match kind {
        Kind::Account { .. } | Kind::Reset { .. } => ("register", ""),
        Kind::Contact { .. } => ("roster", ""),
        Kind::ContactAccount { .. } => ("roster", ";ibr=y"),
    };
    format!("xmpp:{address}?{action};preauth={}{suffix}", token.secret())
}

/// The most characters of a name in a link. QR codes have to hold it.
const LONGEST_NAME: usize = 40;

/// A link as above with the name under which the inviter wishes to be added to contacts (XEP-0379, section 3.2: `name`). It comes last, where no
/// program looks for the token. Other links, which add nobody, stay as they are.
#[must_use]
pub fn named(link: &str, name: &str) -> String {
    let name = text::clean(name.trim().as_bytes(), LONGEST_NAME);
    if name.is_empty() || !link.contains("?roster;") {
        return link.to_owned();
    }
    format!("{link};name={}", utf8_percent_encode(&name, VALUE))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Username;

    fn user(name: &str) -> Username {
        Username::prepared(name).unwrap()
    }

    #[test]
    fn each_kind_has_its_link() {
        let token = Token::parse("T").unwrap();
        let link = |kind: Kind| link("montague.example", &kind, &token);
        assert_eq!(link(Kind::Account { username: None, inviter: None }), "xmpp:montague.example?register;preauth=T");
        assert_eq!(link(Kind::Account { username: Some(user("romeo")), inviter: None }), "xmpp:romeo@montague.example?register;preauth=T");
        assert_eq!(link(Kind::Reset { username: user("romeo") }), "xmpp:romeo@montague.example?register;preauth=T");
        assert_eq!(link(Kind::Contact { inviter: user("romeo") }), "xmpp:romeo@montague.example?roster;preauth=T");
        assert_eq!(link(Kind::ContactAccount { inviter: user("romeo") }), "xmpp:romeo@montague.example?roster;preauth=T;ibr=y");
    }

    #[test]
    fn an_inviter_may_have_a_name() {
        let link = "xmpp:romeo@h?roster;preauth=T;ibr=y";
        assert_eq!(named(link, "Romeo Montague"), format!("{link};name=Romeo%20Montague"));
        assert_eq!(named("xmpp:romeo@h?roster;preauth=T", "é&;=\n+"), "xmpp:romeo@h?roster;preauth=T;name=%C3%A9%26%3B%3D%20%2B");
        for (link, name) in [(link, " \t"), (link, ""), ("xmpp:h?register;preauth=T", "Romeo"), ("https://h/?T", "Romeo")] {
            assert_eq!(named(link, name), link);
        }
        let long = named(link, &"é".repeat(100_000));
        assert_eq!(long.len(), link.len() + ";name=".len() + 39 * 6 + "%E2%80%A6".len());
        let token = "a1b2c3d4e5f6g7h8i9j0k1l2";
        let pasted = crate::Pasted::read(&named(&format!("xmpp:romeo@h?roster;preauth={token};ibr=y"), "Zz9876543210zzzzzzzzzzzz")).unwrap();
        assert_eq!(pasted.tokens().last().map(Token::secret), Some(token));
    }

    #[test]
    fn a_name_can_not_break_out_of_the_path() {
        let token = Token::parse("T").unwrap();
        let link = link("montague.example", &Kind::Contact { inviter: user("a?b;c#d%é") }, &token);
        assert_eq!(link, "xmpp:a%3Fb%3Bc%23d%25%C3%A9@montague.example?roster;preauth=T");
        assert_eq!(address("h", &Kind::Contact { inviter: user("a?b") }), "a?b@h");
    }
}
