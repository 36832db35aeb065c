#!/bin/bash
# Runs the README's commands on a fresh Debian 13 with Debian's own Rust: `make demo` and `make test` with Prosody from Debian 13, then the live
# specs with Prosody from its backports. It tests what is committed, in a chroot. Only root can do that.
#
#   debian13.sh DIRECTORY   makes DIRECTORY, and keeps there what makes the next run quick: the base system, packages, crates and what was built
#
# All that runs in the chroot has process ids and mounts of its own, which end with the script, however it ends.
set -euo pipefail

release=trixie
tools=$(cd "$(dirname "$0")" && pwd)

fail() {
	echo "debian13.sh: $*" >&2
	exit 1
}

# The base system is made beside its place and moved there when it is complete.
make_base() {
	[ ! -e base ] || return 0
	local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg
	for mirror in $("$tools/mirrors.sh"); do
		rm -rf new
		echo "Making a Debian 13 from $mirror (debootstrap.log says how)"
		if debootstrap --variant=minbase --include=ca-certificates --keyring=$keyring $release new "$mirror" >debootstrap.log 2>&1; then
			printf 'deb %s %s main\n' "$mirror" $release "$mirror" $release-backports >new/etc/apt/sources.list
			rm -f new/var/cache/apt/archives/*.deb
			mv new base
			return 0
		fi
		tail -n 5 debootstrap.log >&2
	done
	fail "none of this machine's package sources led to a Debian 13"
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

make_root() {
	rm -rf root
	cp -a --reflink=auto base root
	cp -L /etc/resolv.conf root/etc/resolv.conf
	cp -L /etc/hosts root/etc/hosts
	# The machine may trust others than Debian does, such as a proxy of its own.
	cp -L /etc/ssl/certs/ca-certificates.crt root/etc/ssl/certs/ca-certificates.crt
	mkdir -p archives/partial cargo/registry root/srv/.cargo root/srv/prosody-invites
	local registry=${CARGO_HOME:-$HOME/.cargo}/registry part
	for part in index cache; do
		[ ! -d "$registry/$part" ] || cp -a --update "$registry/$part" cargo/registry/
	done
	mount --bind archives root/var/cache/apt/archives
	mount --bind cargo root/srv/.cargo
	mount --bind checkout root/srv/prosody-invites
	mkdir root/srv/prosody-invites/target
	mount --bind build root/srv/prosody-invites/target
	mount --rbind /dev root/dev
	mount -t proc proc root/proc
}

# (what this step is; shell text) runs it in the checkout, with an environment as on a fresh machine
step() {
	local passed=() name
	printf '\nDebian 13, after %d s: %s\n' $SECONDS "$1"
	for name in http_proxy https_proxy no_proxy; do
		[ -z "${!name:-}" ] || passed+=("$name=${!name}")
	done
	chroot root /usr/bin/env -i HOME=/srv LANG=C.UTF-8 TERM="${TERM:-dumb}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt "${passed[@]}" \
		DEBIAN_FRONTEND=noninteractive bash -ec "cd /srv/prosody-invites; $2" </dev/null || fail "FAILED on Debian 13: $1"
}

try() {
	make_base
	check_out
	make_root
	step "what the README asks for" "apt-get -q update && apt-get -q install -y git make cargo rustfmt rust-clippy && cargo --version"
	step "make demo" "make demo"
	step "make test, with Prosody from Debian 13" "make test"
	step "the live specs, with Prosody from its backports" "
		apt-get -q install -y --no-install-recommends -t $release-backports prosody
		echo \"This is Prosody \$(cat /usr/lib/prosody/prosody.version)\"
		make live"
}

[ "$(id -u)" = 0 ] || fail "only root can make a Debian 13 in a chroot: sudo make debian-13"
command -v debootstrap >/dev/null || fail "debootstrap is missing"
top=$(cd "$tools/../.." && pwd)
mkdir -p "$1"
cd "$1"
if [ "${2:-}" = inside ]; then
	try
	exit
fi
exec {lock}>lock
flock -n "$lock" || fail "another run uses $1"
finish() {
	[ -z "${inside:-}" ] || kill -KILL "$inside" 2>/dev/null || true
	rm -rf root checkout new
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
# In the background, so that signals are answered at once. It dies with this script, and all that is inside dies with it.
env --default-signal=INT setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child "$tools/debian13.sh" "$PWD" inside {lock}>&- &
inside=$!
status=0
wait "$inside" || status=$?
inside=
exit "$status"
