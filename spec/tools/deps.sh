#!/bin/bash
# Installs what is missing, from the machine's own package sources, and says what. Quick and silent where all is there.
#
#   deps.sh run         what building the suite and running a Prosody with it takes
#   deps.sh test        that, and what the tests take
#   deps.sh bench       that, and what draws the plots of the benchmarks
#   deps.sh debian-13   what debian13.sh takes
set -euo pipefail

tools=$(dirname "$0")
packages=(prosody lua5.4 lua-socket lua-expat lua-sec lua-filesystem openssl build-essential)
case ${1:-run} in
run) "$tools/rust.sh" ;;
test | bench)
	"$tools/rust.sh" fmt clippy
	packages+=(lua-busted lua-check lua5.2 lua5.3 lua-dbi-sqlite3 lua-dbi-postgresql postgresql strace python3-venv chromium)
	# Web servers in front of Prosody, and what reads its metrics and its log.
	packages+=(fonts-dejavu-core fonts-wqy-microhei curl nginx apache2-bin haproxy caddy prometheus fail2ban)
	[ "$1" = test ] || packages+=(gnuplot-nox)
	# Debian's own, unless others are here already: those of the makers of Node.js have npm within.
	command -v node >/dev/null || packages+=(nodejs)
	command -v npm >/dev/null || packages+=(npm)
	;;
debian-13) packages=(debootstrap git) ;;
esac

if ! command -v apt-get >/dev/null; then
	echo "This is no Debian: make sure that these, or what they are called here, are installed: ${packages[*]}" >&2
	exit 0
fi
installed=" $(dpkg-query -W -f '${Package}=${db:Status-Status} ' "${packages[@]}" 2>/dev/null || true)"
missing=()
for package in "${packages[@]}"; do
	[[ $installed == *" $package=installed "* ]] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

echo "Installing: ${missing[*]}"
as=()
if [ "$(id -u)" != 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "Only root can do that. Ask for: apt-get install --no-install-recommends ${missing[*]}" >&2
		exit 1
	fi
	as=(sudo)
fi

# The packages' services are not wanted here: the tests start their own. This is how Debian is told not to start any.
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
	trap '"${as[@]}" rm -f $policy' EXIT
	printf '#!/bin/sh\nexit 101\n' | "${as[@]}" tee $policy >/dev/null
	"${as[@]}" chmod +x $policy
fi
apt() {
	"${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300 "$@"
}
apt update
apt install -y --no-install-recommends "${missing[@]}"
