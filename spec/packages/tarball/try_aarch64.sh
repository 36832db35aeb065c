#!/bin/bash
# Loads the library for the other processor on a Debian 13, as an emulator runs it, in a chroot (run.sh).
# Installed before: qemu-user,lua5.4:arm64
set -euo pipefail

cd /srv
for one in /srv/suite/target/packages/prosody-invites-*-aarch64.tar.gz; do tar -xzf "$one"; done
cd prosody-invites-*-aarch64
qemu-aarch64 /usr/bin/lua5.4 - <<-'END'
	local open = assert(package.loadlib("library/aarch64/5.4/invites_core.so", "luaopen_invites_core"));
	local id = assert(io.open("lua/invites_core/interface")):read("l");
	assert(open().interface == id, "library and Lua files do not fit");
	print("On aarch64, Lua 5.4 loads the library, which fits the Lua files ("..id..")");
END
