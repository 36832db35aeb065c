#!/bin/bash
# A PostgreSQL cluster of its own for tests: made, used, stopped and removed. It listens on 127.0.0.1 and in its own directory only.
#
#   postgres.sh run COMMAND...   runs COMMAND with INVITES_TEST_POSTGRES (a URL) and INVITES_TEST_POSTGRES_PID in its environment, and INVITES_TEST_POSTGRES_CA:
#                                the cluster takes TLS too, with a certificate for 127.0.0.1 that is valid for whoever believes that file
#   postgres.sh serve            prints the URL and the process id, each on a line, and serves until its standard input ends
#   postgres.sh pause PID        suspends a cluster with all its processes, as if it hung; resume PID lets it go on
#
# The cluster ends with this script, also where that is killed. PostgreSQL refuses to run as root, so root hands it to another user.
set -euo pipefail
script=$(realpath "$0")

signal() { # NAME PID: to the server and all its children
	kill "-$1" "$2" $(cat "/proc/$2/task/$2/children")
}

guard() { # DIRECTORY: waits for the end of a pipe that only the script holds, then removes the cluster there
	trap '' INT TERM HUP
	cat >/dev/null
	local pidfile=$1/data/postmaster.pid pid
	if [ -e "$pidfile" ]; then
		read -r pid <"$pidfile"
		signal CONT "$pid" || true
		if kill -INT "$pid"; then
			for _ in $(seq 500); do [ -e "$pidfile" ] && ! grep -q '^State:.*Z' "/proc/$pid/status" || break; sleep 0.02; done
		fi
		kill -KILL "$pid" || true
	fi 2>/dev/null
	rm -rf "$1"
}

start() {
	bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
	[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb)") || { echo "postgres.sh: PostgreSQL is not installed (make deps)" >&2; exit 1; }
	directory=$(mktemp -d /tmp/invites-postgres.XXXXXX) # a short path: it holds a socket
	as=()
	if [ "$(id -u)" = 0 ]; then
		chown postgres: "$directory"
		as=(setpriv --reuid=postgres --regid=postgres --init-groups --inh-caps=-all)
	fi

	exec {guard}> >(exec setsid "$script" guard "$directory")
	guard_pid=$!
	trap finish EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP

	(
		cd "$directory"
		"${as[@]}" openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key.pem -out cert.pem -days 2 \
			-subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE 2>openssl.log || { cat openssl.log >&2; exit 1; }
		"${as[@]}" "$bin/initdb" -D data -U invites -A trust -E UTF8 --no-locale --no-sync >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
	)
	for _ in 1 2 3 4 5; do
		port=$((RANDOM % 22000 + 10000))
		(cd "$directory" && exec {guard}>&- "${as[@]}" "$bin/postgres" -D data -k "$directory" -h 127.0.0.1 -p "$port" -c max_connections=200 \
			-c ssl=on -c ssl_cert_file="$directory/cert.pem" -c ssl_key_file="$directory/key.pem" \
			>>"$directory/log" 2>&1 </dev/null) &
		pid=$!
		while kill -0 "$pid" 2>/dev/null; do
			if "$bin/pg_isready" -q -h "$directory" -p "$port"; then
				"$bin/createdb" -h "$directory" -p "$port" -U invites invites
				url="postgresql://invites@127.0.0.1:$port/invites"
				return
			fi
			sleep 0.05
		done # most likely the port was taken
	done
	cat "$directory/log" >&2
	exit 1
}

finish() {
	exec {guard}>&-
	wait "$guard_pid" || true
}

case ${1:-} in
run)
	shift
	start
	status=0
	INVITES_TEST_POSTGRES=$url INVITES_TEST_POSTGRES_PID=$pid INVITES_TEST_POSTGRES_CA=$directory/cert.pem "$@" {guard}>&- || status=$?
	exit "$status"
	;;
serve)
	start
	printf '%s\n%s\n' "$url" "$pid"
	cat >/dev/null
	;;
guard) guard "$2" ;;
pause) signal STOP "$2" ;;
resume) signal CONT "$2" ;;
*) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2 ;;
esac
