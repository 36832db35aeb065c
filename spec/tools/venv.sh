#!/bin/bash
# Installs a package of Python that the live specs use into a virtual environment of its own.
#
#   venv.sh DIRECTORY PACKAGE VERSION   makes DIRECTORY; does nothing where that is done
set -euo pipefail

directory=$1
package=$2
version=$3
[ ! -e "$directory/$package-$version" ] || exit 0

rm -rf "$directory"
python3 -m venv "$directory" # of Debian's package python3-venv
"$directory/bin/pip" install --quiet --disable-pip-version-check --retries 3 "$package==$version"
"$directory/bin/python" -c "import $package"
echo "$package $version is in $directory"
touch "$directory/$package-$version"
