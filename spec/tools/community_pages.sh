#!/bin/bash
# Fetches the community's modules for pages of invites, from the machine's own package sources, and unpacks them, without installing anything.
#
#   community_pages.sh DIRECTORY   makes DIRECTORY with mod_invites_page and mod_register_apps in it; does nothing where that is done
set -euo pipefail

directory=$1
[ ! -e "$directory/unpacked" ] || exit 0

rm -rf "$directory"
mkdir -p "$directory/package"
cd "$directory/package"
apt-get -q -o APT::Sandbox::User= -o Acquire::Retries=3 download prosody-modules ||
	{ echo "None of this machine's package sources has prosody-modules: apt-get update may help." >&2; exit 1; }
version=$(dpkg-deb -f prosody-modules_*.deb Version)
dpkg-deb -x prosody-modules_*.deb .
# These two alone: the folder becomes a plugin path, where the others would take the place of Prosody's own.
mv usr/lib/prosody/modules/mod_{invites_page,register_apps} ..
cd ..
rm -r package
echo "The community's pages for invites, of prosody-modules $version, are in $directory"
touch unpacked
