#!/bin/bash
# Builds the Debian package in a fresh Debian 13, with Debian's own Rust, and looks at it with lintian. It builds what is committed.
#
#   deb.sh                puts the package into target/packages
#   deb.sh reproducible   builds it twice, in two folders, and compares the packages
set -euo pipefail

needed=build-essential,ca-certificates,cargo,debhelper,fakeroot,lintian,lua5.4,po-debconf

if [ "${1:-}" = inside ]; then # in the chroot: deb.sh inside FOLDER
	mkdir -p "$2"
	# Without times: cargo would take a file for built that is older than what it has built from another one.
	tar -xmf /srv/packages/source.tar -C "$2"
	cd "$2"
	export CARGO_HOME=/srv/.cargo
	cargo fetch -q --locked
	CARGO_NET_OFFLINE=true dpkg-buildpackage -b -nc -us -uc >/srv/packages/build.log 2>&1 || { tail -n 40 /srv/packages/build.log; exit 1; }
	if grep -aom 5 -e "$PWD[^ ]*" -e "$CARGO_HOME[^ ]*" debian/prosody-invites/usr/lib/prosody/modules/invites_core/invites_core.so; then
		echo "The library has paths of the machine that built it" >&2
		exit 1
	fi
	lintian --allow-root --fail-on error,warning ../*.changes
	cp ../prosody-invites_*.deb /srv/packages/
	exit
fi

cd "$(dirname "$0")/../../.."
rm -rf target/packages/new
mkdir -p target/packages/new target/deb-build
spec/tools/crates.sh target/deb-cargo
git archive HEAD >target/packages/new/source.tar

# (folder in the chroot, folder with what was built before or nothing) leaves the package in target/packages/new
build() {
	spec/tools/chroot.sh --bind target/deb-cargo:/srv/.cargo --bind target/packages/new:/srv/packages --bind .:/srv/suite ${2:+--bind "$2:$1/target"} \
		trixie $needed /srv/suite/spec/packages/deb/deb.sh inside "$1"
}

if [ "${1:-}" = reproducible ]; then
	build /srv/one/prosody-invites
	mkdir target/packages/new/one
	mv target/packages/new/*.deb target/packages/new/one/
	build /opt/two/folder
	for package in target/packages/new/*.deb; do
		cmp "$package" "target/packages/new/one/${package##*/}"
		echo "Two builds made the same ${package##*/}"
	done
else
	build /srv/build/prosody-invites target/deb-build
	mv target/packages/new/*.deb target/packages/
	ls -l target/packages/*.deb
fi
rm -rf target/packages/new
