#!/bin/bash
# Tries the data folder of a Debian 12 (debian_12.sh) on a Debian 13, in a chroot (run.sh).
# Installed before: prosody
. "$(dirname "$0")/../system.sh"

rm -r /var/lib/prosody
mv /srv/suite/target/packages/data /var/lib/prosody
chown -R prosody: /var/lib/prosody
read -r used bound free </var/lib/prosody/tokens
tar -xzf /srv/suite/target/packages/prosody-invites-*-x86_64.tar.gz -C /srv
quietly /srv/prosody-invites-*/install.sh

configure
start
expect "" "$(check)"
for name in abram balthasar escalus gregory peter; do expect "$name is logged in" "$(client login "$c2s" $host $name)"; done
expect "refused: *" "$(client register "$c2s" $host "$used" nobody)"
expect "refused: *" "$(client register "$c2s" $host "$bound" nobody)"
register "$bound" paris
register "$free" rosaline
register "$(invite)" juliet
ok "accounts and invites of a Debian 12 work, and so do new ones"
stop
