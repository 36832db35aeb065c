#!/bin/bash
# Installs slixmpp, a client library in Python that the live specs use, into a virtual environment of its own.
#
#   slixmpp.sh DIRECTORY   makes DIRECTORY; does nothing where that is done
set -euo pipefail

directory=$1
version=1.17.0
[ ! -e "$directory/slixmpp-$version" ] || exit 0

rm -rf "$directory"
python3 -m venv "$directory" # of Debian's package python3-venv
"$directory/bin/pip" install --quiet --disable-pip-version-check --retries 3 "slixmpp==$version"
"$directory/bin/python" -c 'import slixmpp'
echo "slixmpp $version is in $directory"
touch "$directory/slixmpp-$version"
