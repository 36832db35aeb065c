#!/bin/bash
# Tries the rock on a Debian, with Prosody's plugin installer and a server for rocks on loopback, in a chroot (run.sh).
# Installed before: prosody,luarocks,python3
. "$(dirname "$0")/../system.sh"

installed=/var/lib/prosody/custom_plugins
rocks=$(mktemp)
python3 -u - >"$rocks" 2>/dev/null <<-'END' &
	import functools, http.server
	handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory="/srv/suite/target/packages/rocks")
	server = http.server.HTTPServer(("127.0.0.1", 0), handler)
	print(server.server_port)
	server.serve_forever()
END
until [ -s "$rocks" ]; do sleep 0.1; done
rocks=http://127.0.0.1:$(cat "$rocks")

configure
documented=$(docs.block "rock")
quietly ${documented/https:*example\//$rocks}
start
works "$(invite)"

kept=$(invite)
quietly prosodyctl remove prosody-invites
quietly prosodyctl install --server="$rocks" prosody-invites
restart
register "$kept" romeo
expect "" "$(check)"
ok "it was removed and installed again, and an invite from before works"

stop
rm -rf $installed
quietly prosodyctl --root install --server="$rocks" prosody-invites
start
expect "*mod_invites generate *" "$(prosodyctl --silent mod_invites check $host 2>&1)"
lines=$(prosodyctl --silent --root mod_invites check $host) || true
expect "*Prosody (the user prosody) can't read $installed, and takes other modules instead or none: chmod -R a+rX $installed*" "$lines"
expect "*the running server has mod_invites from /usr/lib/prosody/modules/*" "$lines"
ok "check sees what root has installed for root alone"
chmod -R a+rX $installed
restart
expect "" "$(check)"
register "$(invite)" nurse
ok "and its advice helps"
stop
