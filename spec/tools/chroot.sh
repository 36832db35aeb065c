#!/bin/bash
# Runs a command in a fresh Debian: a chroot with mounts and process ids of its own, which ends with the command, however that ends. Only root can do this.
#
#   chroot.sh [--bind FROM:TO]... RELEASE PACKAGES COMMAND...
#
#   RELEASE    the name of a release of Debian, such as bookworm
#   PACKAGES   what is installed besides the minimal system, with commas in between, or "none"; NAME:arm64 is one for another processor
#   --bind     puts a file or folder of this machine into the chroot, where it can also be changed
#
# What is quick the next time is kept in target/chroots: a base for each RELEASE and PACKAGES, and the packages that were fetched. The command works on
# a copy of the base. Its package lists are as old as the base: who installs more runs `apt-get update` first. Services are not started by packages.
# Ports are those of this machine, so what listens in the chroot has to choose free ones of 127.0.0.1.
set -euo pipefail

tools=$(cd "$(dirname "$0")" && pwd)

fail() {
	echo "chroot.sh: $*" >&2
	exit 1
}

# (root, command...) runs the command in the root, with an environment as on a fresh machine
run_inside() {
	local root=$1 bind to name passed=()
	shift
	cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
	# The machine may trust others than Debian does, such as a proxy of its own.
	[ ! -d "$root/etc/ssl/certs" ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
	mkdir -p "archives/$release/partial"
	mount --bind "archives/$release" "$root/var/cache/apt/archives"
	mount --rbind /dev "$root/dev"
	mount -t proc proc "$root/proc"
	for bind in "${binds[@]}"; do
		to=$root${bind#*:}
		if [ -d "${bind%%:*}" ]; then mkdir -p "$to"; else install -D /dev/null "$to"; fi
		mount --bind "${bind%%:*}" "$to"
	done
	for name in http_proxy https_proxy no_proxy; do
		[ -z "${!name:-}" ] || passed+=("$name=${!name}")
	done
	chroot "$root" /usr/bin/env -i HOME=/srv LANG=C.UTF-8 TERM="${TERM:-dumb}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
		DEBIAN_FRONTEND=noninteractive NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt PIP_CERT=/etc/ssl/certs/ca-certificates.crt "${passed[@]}" \
		"$@" </dev/null
}

# (root, command...) the same with mounts and process ids of its own, which die with this script. It runs in the background, so that this script
# answers signals at once.
run() {
	local options=() bind status=0
	for bind in "${binds[@]}"; do options+=(--bind "$bind"); done
	env --default-signal=INT setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
		"$tools/chroot.sh" inside "${options[@]}" "$release" "$@" {lock}>&- &
	inside=$!
	wait "$inside" || status=$?
	inside=
	return "$status"
}

# The minimal system, with the package sources of this machine.
make_system() {
	local mirror security keyring=/usr/share/keyrings/debian-archive-keyring.gpg
	security=$("$tools/mirrors.sh" -security | head -n 1)
	for mirror in $("$tools/mirrors.sh"); do
		rm -rf "$work/new"
		echo "Making a Debian $release from $mirror ($PWD/debootstrap.log says how)" >&2
		if debootstrap --variant=minbase --keyring=$keyring "$release" "$work/new" "$mirror" >debootstrap.log 2>&1; then
			printf 'deb %s %s main\n' "$mirror" "$release" "$mirror" "$release-updates" ${security:+"$security" "$release-security"} \
				>"$work/new/etc/apt/sources.list"
			printf 'Acquire::Retries "3";\nDPkg::Lock::Timeout "300";\n' >"$work/new/etc/apt/apt.conf.d/80patience"
			printf '#!/bin/sh\nexit 101\n' >"$work/new/usr/sbin/policy-rc.d"
			chmod +x "$work/new/usr/sbin/policy-rc.d"
			rm -f "$work"/new/var/cache/apt/archives/*.deb
			return 0
		fi
		tail -n 5 debootstrap.log >&2
	done
	fail "none of this machine's package sources led to a Debian $release"
}

# (packages) makes the base with them, if it is missing. It is made beside its place and moved there when it is complete.
make_base() {
	local base=$release${1:++$1} processor
	[ ! -e "$base" ] || return 0
	if [ -z "$1" ]; then
		make_system
		run "$work/new" sh -ec 'apt-get -q update; apt-get -q dist-upgrade -y' >>debootstrap.log 2>&1 || fail "see $PWD/debootstrap.log"
	else
		make_base ""
		cp -a --reflink=auto "$release" "$work/new"
		for processor in $(grep -o ':[a-z0-9]*' <<<"$1" | sort -u); do chroot "$work/new" dpkg --add-architecture "${processor#:}"; done
		echo "Installing in a Debian $release: ${1//,/ }" >&2
		run "$work/new" sh -ec "apt-get -q update; apt-get -q install -y --no-install-recommends ${1//,/ }" >"$base.log" 2>&1 || {
			tail -n 20 "$base.log" >&2
			fail "see $PWD/$base.log"
		}
	fi
	mv "$work/new" "$base"
}

binds=()
is_inside=
[ "${1:-}" != inside ] || { is_inside=1; shift; }
while [ "${1:-}" = --bind ]; do
	[[ ${2:-} == *:/* ]] || fail "--bind takes FROM:TO"
	binds+=("$(realpath "${2%%:*}"):${2#*:}")
	shift 2
done
[ $# -ge 3 ] || fail "usage: chroot.sh [--bind FROM:TO]... RELEASE PACKAGES COMMAND..."
release=$1
shift
mkdir -p "$tools/../../target/chroots"
cd "$tools/../../target/chroots"
if [ -n "$is_inside" ]; then
	run_inside "$@"
	exit
fi

[ "$(id -u)" = 0 ] || fail "only root can do this"
command -v debootstrap >/dev/null || fail "debootstrap is missing"
packages=$1
[ "$packages" != none ] || packages=
shift

# What runs that were killed have left.
for left in run.*; do
	[ ! -d "$left" ] || ! flock -n "$left" true || rm -rf --one-file-system "$left"
done
work=$(mktemp -d run.XXXXXX)
exec {alive}<"$work"
flock "$alive"
finish() {
	trap '' INT TERM HUP # or a second signal would end this half-way
	if [ -n "${inside:-}" ]; then
		kill -KILL "$inside" 2>/dev/null || true
		wait "$inside" 2>/dev/null || true
	fi
	rm -rf --one-file-system "$work"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# One base at a time, by one run.
exec {lock}>lock
flock "$lock"
asked=("${binds[@]}")
binds=()
make_base "$packages"
binds=("${asked[@]}")
exec {lock}>&-

cp -a --reflink=auto "$release${packages:++$packages}" "$work/root"
run "$work/root" "$@"
