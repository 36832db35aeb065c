#!/bin/bash
# Tries a package on a bare Debian: runs a script of this folder in a chroot, with only the minimal system in it. A client (client.py) runs outside, as
# clients do. Only root can do that.
#
#   run.sh RELEASE SCRIPT [ARGUMENT...]   such as: run.sh bookworm deb/try.sh
#
# Where a script has the line "# Installed before: PACKAGES", these are installed before, as chroot.sh does it.
set -euo pipefail

release=$1
script=$2
shift 2
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
mkdir -p target/packages
talk=$(mktemp -d "$PWD/target/packages/talk.XXXXXX")
# shellcheck disable=SC2154 (status)
finish() {
	local status=$?
	trap '' INT TERM HUP
	if [ -n "${inside:-}" ] && kill -TERM "$inside" 2>/dev/null; then wait "$inside" || true; fi
	rm -rf "$talk"
	[ "$status" = 0 ] || echo "FAILED on $release: $script" >&2
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=chat.example -addext subjectAltName=DNS:chat.example \
	-keyout "$talk/chat.example.key" -out "$talk/chat.example.crt" 2>/dev/null
# Ports that are free now.
python3 - >"$talk/ports" <<-'END'
	import socket
	sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(3)]
	print(*(s.getsockname()[1] for s in sockets))
END
mkfifo "$talk/request" "$talk/answer"

packages=$(sed -n 's/^# Installed before: //p' "spec/packages/$script")
setpriv --pdeathsig TERM spec/tools/chroot.sh --bind .:/srv/suite --bind "$talk:/srv/talk" "$release" "${packages:-none}" "/srv/suite/spec/packages/$script" "$@" &
inside=$!
# What the script in the chroot wants of the client: a line with its arguments for a line that says what came of it.
exec {request}<>"$talk/request"
line=
while kill -0 "$inside" 2>/dev/null; do
	if ! IFS= read -r -t 1 -u "$request" part; then
		line+=$part # what there was of a line when the second was over
	else
		read -r -a words <<<"$line$part"
		line=
		timeout 60 target/venv/bin/python -W ignore spec/packages/client.py "$talk/chat.example.crt" "${words[@]}" >"$talk/answer" 2>&1 || true
	fi
done
status=0
wait "$inside" || status=$?
inside=
exit "$status"
