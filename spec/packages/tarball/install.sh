#!/bin/sh
# Installs the modules with their library into a plugin folder of Prosody. It is in the tarball, and `make install` runs it.
#
#   ./install.sh            installs what lies beside it: the library for this machine and for the Lua that runs Prosody
#   ./install.sh FOLDER     installs a folder of modules that has its library already
#
# In the environment: PREFIX is the plugin folder. DESTDIR is put before it, to install for another machine. LUA_VERSION (5.2, 5.3 or 5.4) names the
# Lua that will run Prosody, where no Prosody is installed yet.
set -eu
umask 022

prefix=${PREFIX:-/usr/local/lib/prosody/modules}
here=$(cd "$(dirname "$0")" && pwd)

fail() {
	echo "install.sh: $*. Nothing was changed." >&2
	exit 1
}

# Sets `library`, or says why none fits.
choose_library() {
	machine=$(uname -m)
	[ -d "$here/library/$machine" ] || fail "this tarball is for $(ls "$here/library"), and this machine is $machine"
	lua=${LUA_VERSION:-}
	if [ -z "$lua" ]; then
		script=$(command -v prosody) || fail "Prosody is not installed here, or not in PATH. Install it first, or name its Lua: LUA_VERSION=5.4 ./install.sh"
		about=$(prosodyctl about 2>/dev/null || true)
		case $(printf '%s\n' "$about" | sed -n 's/^Prosody \([0-9].*\)/\1/p') in
		0.[0-9] | 0.[0-9].* | 0.1[01] | 0.1[01].*) fail "this Prosody is too old: the modules need 0.12 or newer" ;;
		esac
		lua=$(sed -n '1s/^#!.*lua\(5\.[0-9]\).*/\1/p' "$script")
		[ -n "$lua" ] || lua=$(printf '%s\n' "$about" | sed -n 's/^Lua version:[[:space:]]*Lua \(5\.[0-9]\).*/\1/p')
		[ -n "$lua" ] || fail "can't tell which Lua runs Prosody. Name it: LUA_VERSION=5.4 ./install.sh"
	fi
	library=$here/library/$machine/$lua/invites_core.so
	[ -f "$library" ] || fail "there is no library for Lua $lua in this tarball, only for $(cd "$here/library/$machine" && echo *)"
	# Only loading it shows whether it fits this system, such as the version of its C library.
	if command -v "lua$lua" >/dev/null; then
		words=$(echo 'local open, words = package.loadlib(arg[1], "luaopen_invites_core"); if not open then print(words) end' |
			env -u LUA_INIT "lua$lua" - "$library") || words="lua$lua failed"
		[ -z "$words" ] || fail "the library does not fit this system: $words"
	fi
}

library=
[ $# -gt 0 ] || choose_library
source=$(cd "${1:-$here/lua}" && pwd)

# All modules are made beside their places first, with modes of their own: neither the umask nor how they were unpacked matters. Then each is exchanged
# as a whole, so that no file of an older version is left.
to=${DESTDIR:-}$prefix
mkdir -p "$to"
cd "$to"
rm -rf .new .old
cp -R "$source" .new
[ -z "$library" ] || cp "$library" .new/invites_core/invites_core.so
mkdir .old
find .new -type d -exec chmod 755 {} +
find .new -type f -exec chmod 644 {} +
for module in .new/*; do
	name=${module#.new/}
	if [ -e "$name" ] || [ -L "$name" ]; then mv "$name" .old/; fi
	mv "$module" .
done
rm -rf .new .old
[ -n "$(find . -prune -perm -005)" ] || echo "But only some users can read this folder: is Prosody one of them?" >&2

cat <<END
Installed to $to. Prosody takes it when it is started anew. In prosody.cfg.lua:

  plugin_paths = { "$prefix" }
  modules_enabled = { --[[ those you have ]] "invites"; "invites_register"; }
END
