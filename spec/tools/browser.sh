#!/bin/bash
# Installs what drives and judges the browser in the live specs: Playwright, without browsers of its own, and axe-core. Which versions of them is
# in spec/browser/package-lock.json.
#
#   browser.sh DIRECTORY   makes DIRECTORY with node_modules/ in it; does nothing where that is done
set -euo pipefail

directory=$1
lists=$(cd "$(dirname "$0")/../browser" && pwd)
! cmp -s "$lists/package-lock.json" "$directory/installed" || exit 0

rm -rf "$directory"
mkdir -p "$directory"
cp "$lists/package.json" "$lists/package-lock.json" "$directory"
(cd "$directory" && npm ci --loglevel=error --ignore-scripts --no-audit --no-fund --no-update-notifier --fetch-retries=3 >/dev/null)
node -e 'for (const name of ["playwright-core", "axe-core"]) require(`${process.argv[1]}/node_modules/${name}`)' "$directory"
echo "Playwright and axe-core are in $directory"
mv "$directory/package-lock.json" "$directory/installed"
