#!/bin/bash
# The live specs, on several versions of Prosody at once, since they wait most of the time. Those that measure how long others wait come afterwards,
# and run alone (.busted has them).
#
#   live.sh FILE-OR-FOLDER VERSION...
set -u

spec=$1
shift
versions=()
installed=$(lua5.4 -e 'print(assert(require "spec.support.paths".installed))') || exit 1
for version; do
	if [ "$version" = 0.12 ] && [ "${installed%%.*}" = 13 ]; then
		echo "Without the live specs on Prosody 0.12: here $installed is installed"
	else
		versions+=("$version")
	fi
done
mkdir -p target/live

# (version, which of them: a name in .busted)
specs() {
	PROSODY=$1 lua5.4 /usr/bin/busted --run="$2" "$spec"
}

status=0
if [ -d "$spec" ] && [ ${#versions[@]} -gt 1 ]; then
	declare -A running
	for version in "${versions[@]}"; do
		specs "$version" together >"target/live/$version.log" 2>&1 &
		running[$version]=$!
	done
	for version in "${versions[@]}"; do
		printf '\nLive specs on Prosody %s:\n' "$version"
		tail -q -n +1 -F --pid="${running[$version]}" "target/live/$version.log"
		wait "${running[$version]}" || status=1
	done
	for version in "${versions[@]}"; do
		printf '\nLive specs on Prosody %s that run alone:\n' "$version"
		specs "$version" alone || status=1
	done
else
	for version in "${versions[@]}"; do specs "$version" live || status=1; done
fi
exit $status
