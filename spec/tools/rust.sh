#!/bin/bash
# Says how to get Rust where it is missing, too old or not complete, and fails then. It installs nothing, since there are two ways and both are usual.
#
#   rust.sh COMPONENT...   what is needed besides cargo: fmt, clippy
set -euo pipefail

needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$(dirname "$0")/../../Cargo.toml")
cargo=${CARGO:-cargo}
version=$("$cargo" --version 2>/dev/null | cut -d ' ' -f 2) || true
problem=
if [ -z "$version" ]; then
	problem="Rust is missing: there is no cargo in PATH that runs."
elif [ "$(printf '%s\n' "$needed" "$version" | sort -V | head -n 1)" != "$needed" ]; then
	problem="Rust is too old: cargo is $version, and Rust $needed or newer is needed."
else
	for component; do
		"$cargo" "$component" --version >/dev/null 2>&1 || problem="Rust is not complete: cargo $component is missing."
	done
fi
[ -n "$problem" ] || exit 0

# Debian 13 is the first whose own Rust is new enough. A Debian without a number is newer than that.
debian=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_ID:-99}") || debian=0
if command -v rustup >/dev/null; then
	advice="rustup update stable${1:+ && rustup component add rustfmt clippy}"
elif [ "${debian%%.*}" -ge 13 ]; then
	advice="apt-get install cargo${1:+ rustfmt rust-clippy}"
else
	advice="install Rust with rustup (https://rustup.rs), as the packages of this system are too old"
fi
echo "$problem To mend that: $advice" >&2
exit 1
