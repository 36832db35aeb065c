#!/bin/bash
# Tries the ways between Prosody's own modules and ours on a Debian 12, in a chroot (run.sh). The data folder is left for debian_13.sh.
# Installed before: prosody
. "$(dirname "$0")/../system.sh"

data=/var/lib/prosody
modules=/usr/local/lib/prosody/modules
tar -xzf /srv/suite/target/packages/prosody-invites-*-x86_64.tar.gz -C /srv

# → the token of an invite, by the command that both have
generated() {
	prosodyctl mod_invites generate $host "$@" | sed -n 's/.*[?=]\([A-Za-z0-9_-]\{16,\}\)$/\1/p'
}

# (tokens...) are worth nothing
refused() {
	local token
	for token; do expect "refused: *" "$(client register "$c2s" $host "$token" nobody)"; done
}

configure
# Prosody's own mod_invites has no page, and makes no invite without one that the configuration names.
sed -i '/^"invites_page"/d' $config
start
used=$(generated) first=$(generated) second=$(generated)
register "$used" abram
stop
ok "an invite of Prosody's own modules was used, and two are left"

quietly /srv/prosody-invites-*/install.sh
start
expect "" "$(check)"
register "$first" balthasar
refused "$used"
third=$(generated) fifth=$(generated)
fourth=$(prosodyctl mod_invites create_account paris@$host | sed -n 's/.*preauth=//p')
register "$fifth" escalus
stop
ok "ours have taken them over, and made others"

quietly prosodyctl --silent mod_invites export $host
tail -n 1 /tmp/output
rm -r $modules
start
register "$second" gregory
refused "$used" "$first" "$fifth"
stop
ok "Prosody's own modules have got them back, apart from those that were used meanwhile"

quietly /srv/prosody-invites-*/install.sh
mv $data/invites.sqlite /srv/
rm -f $data/invites.sqlite-*
quietly prosodyctl --silent mod_invites import $host
tail -n 1 /tmp/output
start
expect "" "$(check)"
register "$third" peter
refused "$used" "$first" "$second" "$fifth"
sixth=$(generated)
stop
ok "and ours have them again"
cp -a $data /srv/suite/target/packages/data
echo "$third $fourth $sixth" >/srv/suite/target/packages/data/tokens
