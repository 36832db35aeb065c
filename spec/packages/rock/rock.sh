#!/bin/bash
# Makes rocks of what is committed, one for each processor, with the library for Lua 5.4 in them: what `prosodyctl install` takes from a server. They go
# to target/packages/rocks, which a web server can serve as it is. Only root can do that. The same commit gives the same bytes.
set -euo pipefail

name=prosody-invites
lua=5.4

top=$(cd "$(dirname "$0")/../../.." && pwd)
cd "$top"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)-1

# In a Debian 13: packs the folders with the contents of rocks, and writes the list of rocks.
if [ "${1:-}" = inside ]; then
	cd target/packages/rocks
	for processor in x86_64 aarch64; do
		(cd $processor && find . -type f | LC_ALL=C sort | TZ=UTC zip -X -q -@ "../$name-$version.linux-$processor.rock")
		rm -rf $processor
	done
	luarocks-admin make-manifest . >/dev/null
	rm -f index.html ./*.zip
	exit
fi

epoch=${SOURCE_DATE_EPOCH:-$(git -c safe.directory="$top" log -1 --format=%ct)}
spec/packages/tarball/libraries.sh {x86_64,aarch64}/$lua
rm -rf target/packages/rocks
for processor in x86_64 aarch64; do
	rock=target/packages/rocks/$processor
	mkdir -p $rock/lib $rock/doc
	git -c safe.directory="$top" archive HEAD lua | tar -x -C $rock
	# Prosody looks for files there that are required without a folder.
	mv $rock/lua/invites_core/* $rock/lua/
	rmdir $rock/lua/invites_core
	cp target/packages/library/$processor/$lua/invites_core.so $rock/lib/
	cp target/packages/library/crates.txt $rock/doc/
	cat >$rock/$name-$version.rockspec <<-END
		rockspec_format = "3.0"
		package = "$name"
		version = "$version"
		source = { url = "$name-${version%-1}-$processor.tar.gz" }
		description = { summary = "Registration by invite for the Prosody XMPP server"; license = "MIT/X11" }
		dependencies = { "lua ~> $lua" }
		supported_platforms = { "linux" }
		build = { type = "none" }
	END
	(cd $rock && find . -type f -exec md5sum {} + | LC_ALL=C sort -k 2 | lua$lua "$top/spec/packages/rock/manifest.lua" >../rock_manifest && mv ../rock_manifest .)
	chmod -R u=rwX,go=rX $rock
	find $rock -exec touch -d "@$epoch" {} +
done
spec/packages/tarball/libraries.sh run spec/packages/rock/rock.sh inside
ls -l target/packages/rocks
