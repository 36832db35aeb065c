//! The client of a request: its address, and whether anybody on the way can have read what it sent. Prosody reads `X-Forwarded-For` of the proxies
//! that it trusts, but takes what stands there as it is: with a port or brackets, `unknown`, or nothing at all.

mod address;

pub use address::{Address, Proxies};

use super::origin;

/// Bytes of headers that are read.
const LONGEST_SCHEMES: usize = 256;
const LONGEST_HOSTS: usize = 1_024;

/// What Prosody says of a request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'a> {
    /// Whose request Prosody takes it for.
    pub ip: &'a [u8],
    /// Who is at the other end of the connection; empty if it has no address, as a socket of Unix.
    pub peer: &'a [u8],
    /// Prosody says that it came over TLS, or that a proxy that it trusts has named https.
    pub is_secure: bool,
    /// Does it have a header that proxies add?
    pub is_forwarded: bool,
    /// The schemes in the header `Forwarded`, where Prosody reads that and it is there.
    pub schemes: Option<&'a [Vec<u8>]>,
    /// The header `X-Forwarded-For`.
    pub for_whom: Option<&'a [u8]>,
    /// The header `X-Forwarded-Proto`.
    pub proto: Option<&'a [u8]>,
    /// The header `X-Forwarded-Host`.
    pub hosts: Option<&'a [u8]>,
}

/// Who sent a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The address: that of a proxy which does not say whom it speaks for.
    pub address: Vec<u8>,
    /// That proxy, if it has said that it is one.
    pub silent_proxy: Option<String>,
    /// Did the request leave the browser encrypted? Programs on this machine need no encryption.
    pub is_secure: bool,
    /// Has it been encrypted all the way?
    pub is_encrypted: bool,
}

impl Proxies {
    /// The client of a request. `outside_is_encrypted`: the public address of this server begins with `https:`.
    #[must_use]
    pub fn client(&self, request: &Request<'_>, outside_is_encrypted: bool) -> Client {
        let (address, silent_proxy) = self.address(request);
        let (is_secure, is_encrypted) = self.security(request, outside_is_encrypted);
        Client { address, silent_proxy, is_secure, is_encrypted }
    }

    fn address(&self, request: &Request<'_>) -> (Vec<u8>, Option<String>) {
        let found = |address: Address| (address.text.into_bytes(), None);
        if let Some(known) = Address::read(request.ip).filter(|known| !self.hold(known)) {
            return found(known);
        }
        let Some(peer) = Address::read(request.peer) else { return (request.ip.to_vec(), None) };
        if !self.hold(&peer) {
            return found(peer);
        }
        match request.for_whom.and_then(|header| self.forwarded_for(header)) {
            Some(known) => found(known),
            None => (peer.text.clone().into_bytes(), request.is_forwarded.then_some(peer.text)),
        }
    }

    /// A proxy on this machine, or another that the admin trusts, speaks for others: then the scheme of the public address counts, unless the proxy names
    /// another.
    fn security(&self, request: &Request<'_>, outside_is_encrypted: bool) -> (bool, bool) {
        if request.is_secure {
            return (true, true);
        }
        match Address::read(request.peer).filter(|peer| self.hold(peer)) {
            None => (false, false),
            Some(peer) if !request.is_forwarded => (peer.is_loopback(), false),
            Some(_) => {
                let encrypted = names_https(request).unwrap_or(outside_is_encrypted);
                (encrypted, encrypted)
            }
        }
    }

    /// Whether a form was sent from another web site (see [`origin::is_foreign`]), given the headers `Sec-Fetch-Site`, `Origin` and `Host`, and our own
    /// address. What a proxy says that it was asked for is ours, too.
    #[must_use]
    pub fn is_foreign(&self, request: &Request<'_>, site: Option<&[u8]>, origin: Option<&[u8]>, host: &[u8], own: &[u8]) -> bool {
        let with_scheme = |host: &[u8]| [b"http://", host].concat();
        let mut known = vec![with_scheme(host), own.to_vec()];
        if let (Some(hosts), Some(_)) = (request.hosts, Address::read(request.peer).filter(|peer| self.hold(peer))) {
            known.extend(words(hosts, LONGEST_HOSTS).map(with_scheme));
        }
        origin::is_foreign(site, origin, &known)
    }
}

/// Whether all hops that proxies name use https; none if they name none.
fn names_https(request: &Request<'_>) -> Option<bool> {
    let is_https = |scheme: &[u8]| scheme.eq_ignore_ascii_case(b"https");
    if let Some(schemes) = request.schemes {
        return (!schemes.is_empty()).then(|| schemes.iter().all(|scheme| is_https(scheme)));
    }
    let mut schemes = words(request.proto.unwrap_or_default(), LONGEST_SCHEMES).peekable();
    schemes.peek()?;
    Some(schemes.all(is_https))
}

/// What stands between commas and spaces, at the beginning of a header.
fn words(header: &[u8], longest: usize) -> impl Iterator<Item = &[u8]> {
    header.get(..longest).unwrap_or(header).split(|byte| *byte == b',' || byte.is_ascii_whitespace()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn client(ip: &str, peer: &str, for_whom: Option<&str>, proto: Option<&str>) -> Client {
        let request = Request {
            ip: ip.as_bytes(),
            peer: peer.as_bytes(),
            is_forwarded: for_whom.is_some() || proto.is_some(),
            for_whom: for_whom.map(str::as_bytes),
            proto: proto.map(str::as_bytes),
            ..Request::default()
        };
        Proxies::new(["127.0.0.1", "10.0.0.0/8"]).client(&request, true)
    }

    #[test]
    fn the_client_is_whom_the_nearest_proxy_names() {
        for (ip, peer, header, expected, is_silent) in [
            ("192.0.2.1", "127.0.0.1", None, "192.0.2.1", false),
            ("unknown", "192.0.2.9", Some("1.2.3.4"), "192.0.2.9", false),
            ("127.0.0.1", "127.0.0.1", None, "127.0.0.1", false),
            ("127.0.0.1", "127.0.0.1", Some("unknown"), "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.1", Some(""), "127.0.0.1", true),
            ("127.0.0.1:5", "127.0.0.1", Some("x, 198.51.100.7:99, 10.0.0.1,127.0.0.1:5000"), "198.51.100.7", false),
            ("10.0.0.1", "127.0.0.1", Some("192.0.2.5, unknown"), "127.0.0.1", true),
            ("whatever", "nowhere", None, "whatever", false),
        ] {
            let client = client(ip, peer, header, None);
            assert_eq!((client.address, client.silent_proxy.is_some()), (expected.as_bytes().to_vec(), is_silent), "{ip} {header:?}");
        }
    }

    #[test]
    fn a_request_is_secure_where_nobody_can_have_read_it() {
        let of = |peer: &str, proto: Option<&str>| {
            let client = client("192.0.2.1", peer, None, proto);
            (client.is_secure, client.is_encrypted)
        };
        assert_eq!(of("127.0.0.1", None), (true, false));
        assert_eq!(of("10.0.0.1", None), (false, false));
        assert_eq!(of("192.0.2.9", Some("https")), (false, false));
        assert_eq!(of("127.0.0.1", Some("https, HTTPS")), (true, true));
        assert_eq!(of("127.0.0.1", Some("https,http")), (false, false));
        assert_eq!(of("127.0.0.1", Some(" , ")), (true, true));
        let proxies = Proxies::default();
        let forwarded = |schemes: &[Vec<u8>]| {
            let request = Request { peer: b"::1", is_forwarded: true, schemes: Some(schemes), proto: Some(b"https"), ..Request::default() };
            proxies.client(&request, false).is_secure
        };
        assert_eq!((forwarded(&[b"https".to_vec()]), forwarded(&[b"http".to_vec()]), forwarded(&[])), (true, false, false));
        assert!(proxies.client(&Request { is_secure: true, ..Request::default() }, false).is_encrypted);
    }

    #[test]
    fn what_a_proxy_was_asked_for_is_our_own() {
        let proxies = Proxies::default();
        let is_foreign = |origin: &str, peer: &str, hosts: Option<&str>| {
            let request = Request { peer: peer.as_bytes(), hosts: hosts.map(str::as_bytes), ..Request::default() };
            proxies.is_foreign(&request, None, Some(origin.as_bytes()), b"localhost:5280", b"https://chat.example/x/")
        };
        assert!(!is_foreign("https://chat.example", "192.0.2.1", None));
        assert!(!is_foreign("http://localhost:5280", "192.0.2.1", None));
        assert!(!is_foreign("https://invite.example:8443", "127.0.0.1", Some("a.example, invite.example:8443")));
        assert!(is_foreign("https://invite.example", "192.0.2.1", Some("invite.example")));
        assert!(is_foreign("https://evil.example", "127.0.0.1", Some("")));
    }

    proptest! {
        #[test]
        fn reading_never_fails(text in proptest::collection::vec(any::<u8>(), 0..100), bits in 0_u32..200) {
            let request = Request { ip: &text, peer: b"::1", is_forwarded: true, for_whom: Some(&text), proto: Some(&text), hosts: Some(&text), ..Request::default() };
            let proxies = Proxies::new([format!("2001:db8::/{bits}").as_str(), format!("10.0.0.0/{bits}").as_str()]);
            let _ = (proxies.client(&request, false), proxies.is_foreign(&request, None, Some(&text), &text, &text), proxies.key(b"10.0.0.1"));
        }
    }
}
