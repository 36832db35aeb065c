//! Addresses of clients, and the proxies that speak for them.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Bytes of an address, with brackets and a port.
const LONGEST: usize = 64;
/// Bytes of `X-Forwarded-For` that are read, from its end: the nearest proxy writes there.
const LONGEST_HEADER: usize = 2_048;

/// An address, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    ip: IpAddr,
    /// The address without a port or brackets; IPv4 where it is one of those in IPv6.
    pub text: String,
}

impl Address {
    /// Reads an address, also as proxies write it: `192.0.2.1:4711`, `[2001:db8::1]:4711`, with quotes as in the header `Forwarded`.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(text).ok().filter(|text| text.len() <= LONGEST)?.trim_ascii_start();
        let text = text.strip_prefix('"').unwrap_or(text);
        let text = text.split(|end: char| end.is_ascii_whitespace() || end == '"').next()?;
        let text = without_port(text);
        let text = text.split_once('%').map_or(text, |(address, _zone)| address);
        let ip = text.parse::<IpAddr>().ok()?;
        match ip {
            IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
                Some(v4) => Some(Self { ip: v4.into(), text: v4.to_string() }),
                None => Some(Self { ip, text: text.to_owned() }),
            },
            IpAddr::V4(_) => Some(Self { ip, text: text.to_owned() }),
        }
    }

    /// Is it this machine's own?
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        self.ip.is_loopback()
    }

    /// What attempts from this address are counted under: an IPv4 address or an IPv6 network (/64).
    #[must_use]
    pub fn key(&self) -> String {
        match self.ip {
            IpAddr::V4(ip) => format!("IPv4:{ip}"),
            IpAddr::V6(ip) => format!("IPv6:{}", Ipv6Addr::from_bits(ip.to_bits() >> 64 << 64)),
        }
    }
}

fn without_port(text: &str) -> &str {
    if let Some((inner, _)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        return inner;
    }
    match text.rsplit_once(':') {
        Some((address, port)) if is_port(port) && address.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !address.is_empty() => address,
        _ => text,
    }
}

fn is_port(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Who speaks for others: this machine itself, and the proxies that the admin trusts.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<(IpAddr, u32)>);

impl Proxies {
    /// The proxies of the option `trusted_proxies`: addresses, and networks with `/BITS`.
    #[must_use]
    pub fn new<'a>(networks: impl IntoIterator<Item = &'a str>) -> Self {
        let read = |network: &str| {
            let (address, bits) = network.split_once('/').map_or((network, None), |(address, bits)| (address, Some(bits)));
            Some((address.parse().ok()?, bits.map_or(Some(128), |bits| bits.parse().ok())?))
        };
        Self(networks.into_iter().filter_map(read).collect())
    }

    /// Does this address speak for others?
    #[must_use]
    pub fn hold(&self, address: &Address) -> bool {
        address.is_loopback() || self.0.iter().any(|(network, bits)| is_within(address.ip, *network, *bits))
    }

    /// What attempts are counted under, and whether many share that. Behind a proxy that does not tell whom it speaks for, everybody has the proxy's
    /// address, and on this machine its own: what is counted for all of them must lock nobody out.
    #[must_use]
    pub fn key(&self, address: &[u8]) -> (String, bool) {
        Address::read(address).map_or_else(|| ("unknown".into(), true), |address| (address.key(), self.hold(&address)))
    }

    /// The address nearest to us that is no proxy's. Behind what is no address nobody knows who wrote the rest.
    pub(super) fn forwarded_for(&self, header: &[u8]) -> Option<Address> {
        let start = header.len().saturating_sub(LONGEST_HEADER);
        let hops = header.get(start..)?.split(|byte| *byte == b',').filter(|hop| !hop.is_empty());
        hops.rev().map(Address::read).find(|hop| !hop.as_ref().is_some_and(|hop| self.hold(hop))).flatten()
    }
}

fn is_within(address: IpAddr, network: IpAddr, bits: u32) -> bool {
    let whole = if network.is_ipv4() { 32 } else { 128 };
    if bits >= whole {
        return address == network;
    }
    let added = if network.is_ipv4() { 96 } else { 0 };
    bits == 0 || (in_ipv6(address) ^ in_ipv6(network)) >> (128 - bits - added) == 0
}

fn in_ipv6(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(ip) => Ipv4Addr::to_ipv6_mapped(&ip).to_bits(),
        IpAddr::V6(ip) => ip.to_bits(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(address: &str) -> Option<String> {
        Address::read(address.as_bytes()).map(|address| address.text)
    }

    #[test]
    fn an_address_is_found_in_what_proxies_write() {
        for (written, expected) in [
            ("192.0.2.1", "192.0.2.1"),
            (" 192.0.2.1:4711 x", "192.0.2.1"),
            ("[2001:db8::1]:4711", "2001:db8::1"),
            ("\"[2001:DB8::2]\"", "2001:DB8::2"),
            ("::ffff:192.0.2.1", "192.0.2.1"),
            ("fe80::1%eth0", "fe80::1"),
        ] {
            assert_eq!(text(written).as_deref(), Some(expected), "{written}");
        }
        for odd in ["", "unknown", "_hidden", "192.0.2", "192.0.2.1:", "192.0.2.01", "2001:db8::1]", &"1".repeat(100)] {
            assert_eq!(text(odd), None, "{odd}");
        }
    }

    #[test]
    fn attempts_are_counted_by_address_or_network() {
        let proxies = Proxies::new(["10.0.0.0/8", "2001:db8:1::/48", "192.0.2.9", "::ffff:0:0/120"]);
        for (address, key, is_shared) in [
            ("192.0.2.1", "IPv4:192.0.2.1", false),
            ("192.0.2.9", "IPv4:192.0.2.9", true),
            ("10.1.2.3", "IPv4:10.1.2.3", true),
            ("11.0.0.1", "IPv4:11.0.0.1", false),
            ("0.0.0.7", "IPv4:0.0.0.7", true),
            ("127.0.0.5", "IPv4:127.0.0.5", true),
            ("2001:db8::5", "IPv6:2001:db8::", false),
            ("2001:db8:1:2:3::4", "IPv6:2001:db8:1:2::", true),
            ("::1", "IPv6:::", true),
            ("unknown", "unknown", true),
        ] {
            assert_eq!(proxies.key(address.as_bytes()), (key.to_owned(), is_shared), "{address}");
        }
        assert_eq!(Proxies::new(["0.0.0.0/0"]).key(b"2001:db8::1"), ("IPv6:2001:db8::".to_owned(), true));
        assert_eq!(Proxies::new(["0.0.0.0/1"]).key(b"1.2.3.4"), ("IPv4:1.2.3.4".to_owned(), true));
    }
}
