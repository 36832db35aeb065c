#!/bin/bash
# Fetches Prosody 13.0 from the backports of the machine's own Debian mirror and unpacks it, without installing it.
#
#   prosody13.sh DIRECTORY   makes DIRECTORY with the package's usr/ in it; does nothing where that is done, or 13.0 is installed
set -euo pipefail

directory=$1
[ ! -e "$directory/unpacked" ] || exit 0
tools=$(cd "$(dirname "$0")" && pwd)
[ "$(cd "$tools/../.." && lua5.4 -e 'print(assert(require "spec.support.paths".installed))')" != 13.0 ] || exit 0

codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
mirrors=$("$tools/mirrors.sh")

rm -rf "$directory"
mkdir -p "$directory/apt/lists/partial"
cd "$directory"
apt() { # with one source alone, and without touching what the machine knows about its own
	apt-get -q -o Dir::Etc::sourcelist="$PWD/apt/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State::lists="$PWD/apt/lists" \
		-o Dir::Cache="$PWD/apt" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User= -o Acquire::Retries=3 "$@"
}
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
for mirror in $mirrors; do
	echo "deb $([ ! -e $keyring ] || echo "[signed-by=$keyring]") $mirror $codename-backports main" >apt/sources.list
	if apt update && apt download "prosody/$codename-backports"; then break; fi
done
package=$(ls prosody_*.deb 2>/dev/null) || { echo "None of this machine's package sources led to the backports for Debian ${codename:-?}." >&2; exit 1; }
dpkg-deb -x "$package" .
rm -r "$package" apt
echo "Prosody $(cat usr/lib/prosody/prosody.version) is in $directory"
touch unpacked
