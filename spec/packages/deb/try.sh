#!/bin/bash
# Tries the Debian package on a bare Debian, in a chroot (run.sh).
#
#   try.sh [SUITE]   with Prosody from that suite, such as trixie-backports
. "$(dirname "$0")/../system.sh"

package=$(ls /srv/suite/target/packages/prosody-invites_*.deb)
modules=/usr/lib/prosody/modules
database=/var/lib/prosody/invites.sqlite

# (version, schema or nothing) makes another package of this one: of another version, which knows up to another schema
repack() {
	rm -rf /tmp/other
	dpkg-deb -R "$package" /tmp/other
	sed -i "s/^Version: .*/Version: $1/" /tmp/other/DEBIAN/control
	[ -z "${2:-}" ] || sed -i "s/-gt \"[0-9]*\"/-gt \"$2\"/" /tmp/other/DEBIAN/preinst
	quietly dpkg-deb -b /tmp/other "/tmp/other-$1.deb"
	echo "/tmp/other-$1.deb"
}

installed() {
	dpkg-query -W -f '${Version}' prosody-invites
}

install_package() {
	quietly apt-get -q install -y --no-install-recommends --allow-downgrades "$@"
}

quietly apt-get -q update
if [ -n "${1:-}" ]; then
	sed -n "s/ ${1%-*} main\$/ $1 main/p" /etc/apt/sources.list >/etc/apt/sources.list.d/suite.list
	quietly apt-get -q update
	quietly apt-get -q install -y --no-install-recommends -t "$1" prosody
fi
ok "the system is there, and its package lists are new"
install_package "$package"
grep '^prosody-invites:\|^Debian.s\|^    "\|^Then' /tmp/output
quietly zgrep '^rusqlite-' /usr/share/doc/prosody-invites/crates.txt.gz
has_documentation /usr/share/doc/prosody-invites
configure
start
ok "Prosody $(cat /usr/lib/prosody/prosody.version) runs with the package"
works "$(invite)"
expect "" "$(check)"

kept=$(invite)
# As `make install` would have put it there.
mkdir -p /usr/local/lib/prosody/modules
cp -R $modules/invites_* /usr/local/lib/prosody/modules/
for folder in $modules/mod_invites*/ $modules/mod_register_apps/; do
	name=$(basename "$folder")
	cp -R "$folder${name#mod_}" "/usr/local/lib/prosody/modules/$name"
done
expect "*Prosody takes this suite from /usr/local/lib/prosody/modules, and the one in $modules has no effect*" "$(check)"
rm -r /usr/local/lib/prosody/modules
ok "check sees an older copy that stands before the package"

version=$(installed)
quietly dpkg -i "$(repack "$version+1")"
grep '^prosody-invites:' /tmp/output
expect "*files of the modules are newer than the running server*" "$(check)"
restart
expect "" "$(check)"
register "$kept" romeo
ok "after an upgrade, an invite from before it works"
kept=$(invite)

if dpkg -i "$(repack "0.0.1" 1)" >/tmp/output 2>&1; then fail "a package that is too old for the database was installed"; fi
expect "*too old for the invites in $database*" "$(cat /tmp/output)"
expect "$version+1" "$(installed)"
quietly dpkg --configure -a
restart
expect "" "$(check)"
ok "a downgrade below the schema in use is refused, and the newer version runs"
install_package "$package"
expect "$version" "$(installed)"
ok "a downgrade with the same schema is not"

quietly apt-get -q install -y --no-install-recommends prosody-modules
restart
expect "" "$(check)"
ok "the package prosody-modules was installed beside it"
quietly apt-get -q remove -y prosody-invites
[ -e $database ] || fail "the removal has removed the invites"
restart
expect "refused: @(item-not-found|forbidden)" "$(client register "$c2s" $host "$kept" nobody)"
ok "it was removed, and Prosody's own modules run, which do not know its invites"
install_package "$package"
restart
expect "" "$(check)"
register "$kept" nurse
ok "it was installed again beside prosody-modules, and an invite from before works"
quietly apt-get -q purge -y prosody-modules
restart
expect "" "$(check)"

stop
quietly apt-get -q purge -y prosody-invites
[ -e $database ] || fail "who was not asked has lost the invites"
install_package "$package"
echo "prosody-invites prosody-invites/remove-invites boolean true" | debconf-set-selections
quietly apt-get -q purge -y prosody-invites
expect "" "$(ls /var/lib/prosody | grep invites.sqlite || true)"
expect "" "$(find / -xdev -path /srv -prune -o \( -path '*mod_invites*/invites*' -o -name 'invites_core*' -o -name '*prosody-invites*' \) -print | grep -v '^/tmp\|^/var/cache' || true)"
ok "a purge keeps the invites unless it is told to remove them, and leaves nothing else"
