# For the scripts that try a package in a chroot (run.sh): a server with Debian's own configuration, and steps that say what was seen.
# shellcheck shell=bash
set -euo pipefail

host=chat.example
config=/etc/prosody/prosody.cfg.lua
read -r c2s http https </srv/talk/ports
system="Debian $(cat /etc/debian_version)"

fail() {
	printf '%s, after %d s: FAILED: %s\n' "$system" $SECONDS "$*" >&2
	[ ! -e /var/log/prosody/prosody.log ] || tail -n 30 /var/log/prosody/prosody.log >&2
	exit 1
}

# (what was done)
ok() {
	printf '%s, after %d s: %s\n' "$system" $SECONDS "$1"
}

# (what is expected, as a pattern; what was seen)
expect() {
	# shellcheck disable=SC2053 (it is a pattern)
	[[ $2 == $1 ]] || fail "expected $1, saw: $2"
}

# (command...) runs it without a word, if it succeeds
quietly() {
	"$@" >/tmp/output 2>&1 || { cat /tmp/output >&2; fail "$*"; }
}

# What an admin writes, and what the tests alone need: ports that are free. They have to stand before the first host.
configure() {
	sed -i "s|^admins = .*|&\nc2s_ports = { $c2s }; s2s_ports = {}; http_ports = { $http }; https_ports = { $https }\nprosodyctl_service_warnings = false|" $config
	printf 'VirtualHost "%s"\n' $host >/etc/prosody/conf.d/$host.cfg.lua
	install -o root -g prosody -m 640 /srv/talk/$host.crt /srv/talk/$host.key /etc/prosody/certs/
	sed -i 's|^modules_enabled = {$|&\n"invites_page"; "invites_register_web";|' $config
}

# Without systemd, which would make that folder.
start() {
	install -d -o prosody -g prosody /run/prosody
	quietly prosodyctl start
}

stop() {
	quietly prosodyctl stop
}

restart() {
	stop
	start
}

# (flags...) → the token of a new invite
invite() {
	local link
	link=$(prosodyctl --silent mod_invites create_account $host "$@" | sed -n 's/.*[?]\([A-Za-z0-9_-]*\)$/\1/p')
	[ -n "$link" ] || fail "no invite was made"
	echo "$link"
}

# (arguments of client.py...) → what came of it
client() {
	echo "$*" >/srv/talk/request
	cat /srv/talk/answer
}

# (token, username) somebody registers with it, and nobody else afterwards
register() {
	expect "$2 is registered" "$(client register "$c2s" $host "$1" "$2")"
	expect "refused: *" "$(client register "$c2s" $host "$1" "$2-too")"
}

# → what there is to do, says the command check
check() {
	local lines
	lines=$(prosodyctl --silent mod_invites check $host 2>&1) || true
	[[ $lines == *"ok     Library"* ]] || fail "check says: $lines"
	grep '^TO DO' <<<"$lines" || true
}

# Prints what the command selftest says of the running server. The name of the host leads to this machine, and its certificate is one that is trusted.
selftest() {
	echo "127.0.0.1 $host" >>/etc/hosts
	SSL_CERT_FILE=/etc/prosody/certs/$host.crt quietly prosodyctl --silent mod_invites selftest $host
	cat /tmp/output
	expect "*All is well" "$(cat /tmp/output)"
}

# (token) its page has a preview, which the library draws
has_page() {
	expect "200 *$host*, preview: image/png" "$(client page "$https" $host "/invites_page?$1")"
}

# (token) it has a page, somebody registers with it, and neither check nor selftest finds anything wrong
works() {
	has_page "$1"
	register "$1" juliet
	ok "a client has registered with an invite, and only one"
	prosodyctl --silent mod_invites check $host || fail "check found something to do"
	selftest
}

# (folder) what README there leads to is there, too; Debian has COPYING in the file copyright
has_documentation() {
	local link
	for link in $(grep -oE ']\([A-Za-z][A-Za-z/_.-]*' "$1/README.markdown" | cut -c 3- | grep -v '^https$\|^COPYING$'); do
		[ -e "$1/$link" ] || fail "README leads to $link, which is not there"
	done
}

# (name) → the text of a code block of docs/admin.md
docs.block() {
	sed -n "/^\`\`\`sh $1\$/,/^\`\`\`\$/p" /srv/suite/docs/admin.md | sed '1d; $d'
}
