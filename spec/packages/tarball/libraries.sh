#!/bin/bash
# Builds the library for each processor and each Lua that the tarballs are for, in a Debian 13 with Debian's own Rust. The same source gives the same
# bytes, wherever it lies. A library that is built there also loads on Debian 12. Only root can do that.
#
#   libraries.sh PROCESSOR/LUA...   such as x86_64/5.4 aarch64/5.4, to target/packages/library/PROCESSOR/LUA/invites_core.so
#   libraries.sh anew PROCESSOR/LUA...   builds them once more, all of it and in another folder, and compares
#   libraries.sh run COMMAND...          runs a command in that Debian, in this checkout
#
# Crates and what was built are kept in target/packages, so that only changes are built the next time.
set -euo pipefail

packages=cargo,gcc,gcc-aarch64-linux-gnu,libc6-dev,libc6-dev-arm64-cross,libstd-rust-dev:arm64,luarocks,zip
newest_glibc=2.36 # of Debian 12

fail() {
	echo "libraries.sh: $*" >&2
	exit 1
}

# (file) fails if the library needs a newer C library than Debian 12 has, or names a folder of the machine that built it.
check() {
	local needed
	needed=$("$1-linux-gnu-objdump" -T "$2" | sed -n 's/.*GLIBC_\([0-9.]*\).*/\1/p' | sort -V | tail -n 1)
	[ -n "$needed" ] || fail "objdump says nothing of $2"
	printf '%s\n' "$needed" $newest_glibc | sort -V -C || fail "$2 needs version $needed of the C library"
	! grep -a -q "$HOME\|$PWD" "$2" || fail "$2 names folders of the machine that built it"
	echo "$2 needs version $needed of the C library"
}

# (folder for what is built, folder for the libraries, PROCESSOR/LUA...)
build() {
	local build=$1 to=$2 one processor lua
	shift 2
	export CARGO_HOME=$HOME/.cargo
	export RUSTFLAGS="--remap-path-prefix=$PWD=/prosody-invites --remap-path-prefix=$CARGO_HOME=/cargo"
	export CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc
	for one; do
		processor=${one%/*} lua=${one#*/}
		cargo build -q --release --locked --features "lua${lua/./}" --target "$processor-unknown-linux-gnu" --target-dir "$build"
		install -D -m 644 "$build/$processor-unknown-linux-gnu/release/libinvites_core.so" "$to/$one/invites_core.so"
		check "$processor" "$to/$one/invites_core.so"
	done
	spec/packages/licences.sh "$lua" >"$to/crates.txt"
}

# (folder of the checkout in the chroot, command...) runs it in the Debian 13
run() {
	spec/tools/chroot.sh --bind target/packages/cargo:/srv/.cargo --bind ".:$1" trixie "$packages" sh -c 'cd "$0" && exec "$@"' "$@"
}

top=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$top"
if [ "$1" = inside ]; then
	shift
	build "$@"
	exit
fi
mkdir -p target/packages
exec {lock}>target/packages/lock
flock "$lock"
case $1 in
run)
	shift
	run /srv/prosody-invites "$@"
	exit
	;;
anew)
	shift
	rm -rf target/packages/anew
	run /opt/elsewhere spec/packages/tarball/libraries.sh inside /tmp/build target/packages/anew "$@"
	for one; do
		cmp "target/packages/library/$one/invites_core.so" "target/packages/anew/$one/invites_core.so"
		echo "Two builds made the same $one"
	done
	rm -rf target/packages/anew
	;;
*)
	changed=$(git -c safe.directory="$top" status --porcelain -- .cargo Cargo.toml Cargo.lock lua src)
	[ -z "$changed" ] || fail "commit first: $changed"
	spec/tools/crates.sh target/packages/cargo
	run /srv/prosody-invites spec/packages/tarball/libraries.sh inside target/packages/build target/packages/library "$@"
	;;
esac
