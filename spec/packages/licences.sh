#!/bin/sh
# Prints the licences of the crates that are linked into the library, which ask that their texts come with it: spec/packages/licences.sh 5.4
set -eu
export LC_ALL=C

crates=$(cargo tree --locked --offline --features "lua$(echo "$1" | tr -d .)" -e no-dev,no-build,no-proc-macro --prefix none -f '{p}|{l}' |
	sed -n 's/^\([^ ]*\) v\([^ |]*\)|\([^(]*\).*/\1-\2|\3/p' | sort -u) # those of this checkout have a path, and are left out
echo "The library of prosody-invites has these crates in it. Each is under the licence that is named with it."
echo "$crates" | while IFS='|' read -r crate licence; do
	printf '\n%s\n%s: %s\n' "------------------------------------------------------------------------" "$crate" "$licence"
	for folder in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/"$crate"; do
		[ -d "$folder" ] || { echo "licences.sh: the source of $crate is not there" >&2; exit 1; }
		find "$folder" -maxdepth 1 -type f \( -iname 'licen[sc]e*' -o -iname 'copying*' -o -iname 'notice*' -o -iname 'copyright*' \) | sort |
			while read -r file; do
				echo
				cat "$file"
			done
		break
	done
done
