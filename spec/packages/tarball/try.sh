#!/bin/bash
# Tries the tarball on a Debian with Prosody alone, in a chroot (run.sh).
# Installed before: prosody
. "$(dirname "$0")/../system.sh"

modules=/usr/local/lib/prosody/modules
cd /srv
cp /srv/suite/target/packages/*.tar.gz /srv/suite/target/packages/SHA256SUMS .
tar -xzf prosody-invites-*-x86_64.tar.gz
cd prosody-invites-*-x86_64

# (pattern) what install.sh says when it refuses, and changes nothing
refused() {
	if ./install.sh >/tmp/output 2>&1; then fail "it was installed"; fi
	expect "install.sh: $1 Nothing was changed." "$(cat /tmp/output)"
	[ ! -e $modules ] || fail "it has changed something"
}

LUA_VERSION=5.1 refused "there is no library for Lua 5.1 in this tarball, only for 5.2 5.3 5.4."
mv library/x86_64 library/sparc64
refused "this tarball is for sparc64, and this machine is x86_64."
mv library/sparc64 library/x86_64
mv /usr/bin/prosody /usr/bin/away
refused "Prosody is not installed here, *"
sed 's/5\.4/5.1/' /usr/bin/away >/usr/bin/prosody
chmod +x /usr/bin/prosody
refused "there is no library for Lua 5.1 *"
mv /usr/bin/away /usr/bin/prosody
mv library/x86_64/5.4 away
cp -R library/x86_64/5.2 library/x86_64/5.4
refused "the library does not fit this system: *undefined symbol: lua*"
rm -r library/x86_64/5.4
mv away library/x86_64/5.4
ok "install.sh refuses other processors, other Lua versions, a library that can't be loaded, and a system without Prosody"

cd /srv
eval "$(docs.block "tarball")"
configure
start
works "$(invite)"

kept=$(invite)
touch $modules/mod_invites/old.lib.lua
quietly grep '^rusqlite-' crates.txt
has_documentation .
quietly ./install.sh
[ ! -e $modules/mod_invites/old.lib.lua ] || fail "a file of the older version is left"
restart
register "$kept" romeo
expect "" "$(check)"
ok "after an upgrade, an invite from before it works"
stop
