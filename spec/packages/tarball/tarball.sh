#!/bin/bash
# Makes the tarballs of what is committed, one for each processor. The same commit gives the same bytes. Only root can do that.
#
#   tarball.sh                puts them into target/packages, with their checksums
#   tarball.sh reproducible   makes those that are there once more, of the same commit, from nothing and in another folder, and compares
set -euo pipefail

top=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$top"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
repository() {
	git -c safe.directory="$top" "$@"
}
# HEAD is looked up once: it may be another one a minute later.
if [ "${1:-}" = reproducible ]; then
	commit=$(<target/packages/tarball.commit)
else
	commit=$(repository rev-parse HEAD)
fi
epoch=${SOURCE_DATE_EPOCH:-$(repository log -1 --format=%ct "$commit")}
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
		repository archive "$commit" lua docs README.markdown ARCHITECTURE.md CHANGES COPYING | tar -x -C "$work/$name"
		cp -R "target/packages/library/$processor" "$work/$name/library/"
		repository show "$commit:spec/packages/tarball/install.sh" >"$work/$name/install.sh"
		chmod +x "$work/$name/install.sh"
		cp target/packages/library/crates.txt "$work/$name/"
		tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="@$epoch" -C "$work" -c "$name" |
			gzip -9n >"$work/$name.tar.gz"
	done
}

if [ "${1:-}" = reproducible ]; then
	repository diff --quiet "$commit" -- .cargo Cargo.toml Cargo.lock lua src || { echo "The sources are no longer those of $commit: make tarball" >&2; exit 1; }
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
	echo "$commit" >tarball.commit
	ls -l "prosody-invites-$version"-{x86_64,aarch64}.tar.gz SHA256SUMS
fi
