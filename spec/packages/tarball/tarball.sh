#!/bin/bash
# Makes the tarballs of what is committed, one for each processor. The same commit gives the same bytes. Only root can do that.
#
#   tarball.sh                puts them into target/packages, with their checksums
#   tarball.sh reproducible   makes those that are there once more, from nothing and in another folder, and compares
set -euo pipefail

top=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$top"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
epoch=${SOURCE_DATE_EPOCH:-$(git -c safe.directory="$top" log -1 --format=%ct)}
libraries=({x86_64,aarch64}/{5.2,5.3,5.4})

mkdir -p target/packages
work=$(mktemp -d "$top/target/packages/tarball.XXXXXX")
trap 'rm -rf "$work"' EXIT
# Leaves the tarballs in the folder `work`.
pack() {
	local processor name
	for processor in x86_64 aarch64; do
		name=prosody-invites-$version-$processor
		mkdir -p "$work/$name/library"
		git -c safe.directory="$top" archive HEAD lua docs README.markdown ARCHITECTURE.md CHANGES COPYING | tar -x -C "$work/$name"
		cp -R "target/packages/library/$processor" "$work/$name/library/"
		cp spec/packages/tarball/install.sh target/packages/library/crates.txt "$work/$name/"
		tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="@$epoch" -C "$work" -c "$name" |
			gzip -9n >"$work/$name.tar.gz"
	done
}

if [ "${1:-}" = reproducible ]; then
	spec/packages/tarball/libraries.sh anew "${libraries[@]}"
	pack
	cd "$work"
	sha256sum -c ../SHA256SUMS
else
	spec/packages/tarball/libraries.sh "${libraries[@]}"
	pack
	mv "$work"/*.tar.gz target/packages/
	cd target/packages
	sha256sum "prosody-invites-$version"-{x86_64,aarch64}.tar.gz >SHA256SUMS
	ls -l "prosody-invites-$version"-{x86_64,aarch64}.tar.gz SHA256SUMS
fi
