#!/bin/bash
# Runs the README's commands on a fresh Debian 13 with Debian's own Rust: `make demo` and `make test` with Prosody from Debian 13, then the live
# specs with Prosody from its backports. It tests what is committed, in a chroot (chroot.sh). Only root can do that.
#
#   debian13.sh DIRECTORY   keeps in DIRECTORY what makes the next run quick: crates and what was built
set -euo pipefail

release=trixie
tools=$(cd "$(dirname "$0")" && pwd)

fail() {
	echo "debian13.sh: $*" >&2
	exit 1
}

# What is committed, beside what the last run has built from it. Files that are as they were keep their times, since cargo goes by these.
check_out() {
	rm -rf checkout
	mkdir -p checkout build
	git -c safe.directory="$top" -C "$top" archive HEAD | tar -xmf - -C checkout
	if [ -d last ]; then
		(cd checkout && find . -type f -print0) | while IFS= read -r -d '' file; do
			! cmp -s "last/$file" "checkout/$file" || touch -r "last/$file" "checkout/$file"
		done
	fi
	rm -rf last
	cp -a checkout last
}

# (what this step is; shell text) runs it in the checkout, in the chroot
step() {
	printf '\nDebian 13, after %d s: %s\n' $SECONDS "$1"
	bash -ec "$2" || fail "FAILED on Debian 13: $1"
}

try() {
	step "what the README asks for" "apt-get -q update && apt-get -q install -y git make cargo rustfmt rust-clippy && cargo --version"
	step "make demo" "make demo"
	step "make test, with Prosody from Debian 13" "make test"
	step "the live specs, with Prosody from its backports" "
		sed -n 's/ $release main\$/ $release-backports main/p' /etc/apt/sources.list >/etc/apt/sources.list.d/backports.list
		apt-get -q update
		apt-get -q install -y --no-install-recommends -t $release-backports prosody
		echo \"This is Prosody \$(cat /usr/lib/prosody/prosody.version)\"
		make live"
}

if [ "$1" = inside ]; then
	cd "$tools/../.."
	try
	exit
fi
top=$(cd "$tools/../.." && pwd)
mkdir -p "$1"
cd "$1"
exec {lock}>lock
flock -n "$lock" || fail "another run uses $1"
finish() {
	trap '' INT TERM HUP # or a second signal would end this half-way
	[ -z "${inside:-}" ] || kill -TERM "$inside" 2>/dev/null || true
	wait
	rm -rf checkout
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
check_out
"$tools/crates.sh" cargo
# In the background, so that signals are answered at once. It ends with this script.
setpriv --pdeathsig TERM "$tools/chroot.sh" --bind cargo:/srv/.cargo --bind checkout:/srv/prosody-invites --bind build:/srv/prosody-invites/target \
	$release ca-certificates /srv/prosody-invites/spec/tools/debian13.sh inside {lock}>&- &
inside=$!
status=0
wait "$inside" || status=$?
inside=
exit "$status"
