//! Cookies that no script can read. Over https their names begin with `__Host-`, so that no other host of the same domain can set them (RFC 6265bis,
//! section 4.1.3.2). That prefix requires the path `/`, which also works behind a proxy that adds a path prefix.

/// The value of a cookie in the header `Cookie`. Our values consist of letters, digits, `-` and `_`.
#[must_use]
pub fn read<'a>(header: &'a [u8], name: &str, is_encrypted: bool) -> Option<&'a str> {
    let is_value = |value: &&str| !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    let name = full_name(name, is_encrypted);
    let fields = header.split(|byte| *byte == b';' || byte.is_ascii_whitespace());
    let mut values = fields.filter_map(|field| std::str::from_utf8(field).ok()?.strip_prefix(&name)?.strip_prefix('='));
    values.find(is_value)
}

/// The header `Set-Cookie`. A browser does not send a cookie that is `Strict` when a link on another site leads here. A form that is opened from a mail
/// needs `Lax`: otherwise its second tab would get another cookie.
#[must_use]
pub fn write(name: &str, value: &str, same_site: &str, is_encrypted: bool) -> String {
    let name = full_name(name, is_encrypted);
    format!("{name}={value}; Path=/; HttpOnly; SameSite={same_site}{}", if is_encrypted { "; Secure" } else { "" })
}

fn full_name(name: &str, is_encrypted: bool) -> String {
    format!("{}{name}", if is_encrypted { "__Host-" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let header = b"a=b; invites_form=x%y; invites_form=abc-_1;invites_form=second; __Host-invites_form=safe \xff";
        assert_eq!(read(header, "invites_form", false), Some("abc-_1"));
        assert_eq!(read(header, "invites_form", true), Some("safe"));
        for odd in ["", "invites_form", "invites_form=", "xinvites_form=1", "invites_form2=1"] {
            assert_eq!(read(odd.as_bytes(), "invites_form", false), None, "{odd}");
        }
    }

    #[test]
    fn over_https_a_cookie_is_of_this_host_alone() {
        assert_eq!(write("n", "v", "Lax", false), "n=v; Path=/; HttpOnly; SameSite=Lax");
        assert_eq!(write("n", "v", "Strict", true), "__Host-n=v; Path=/; HttpOnly; SameSite=Strict; Secure");
    }
}
