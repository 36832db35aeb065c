#!/bin/bash
# A PostgreSQL cluster of its own for tests: made, used, stopped and removed. It listens on 127.0.0.1 and in its own directory only.
#
#   postgres.sh run COMMAND...   runs COMMAND with INVITES_TEST_POSTGRES (a URL) and INVITES_TEST_POSTGRES_PID in its environment, and INVITES_TEST_POSTGRES_CA:
#                                the cluster takes TLS too, with a certificate for 127.0.0.1 that is valid for whoever believes that file
#   postgres.sh serve            prints the URL and the process id, each on a line, and serves until its standard input ends
#   postgres.sh pair             the same for a primary whose commits wait for a standby: the URL has both, and there are two process ids
#   postgres.sh pause PID        suspends a cluster with all its processes, as if it hung; resume PID lets it go on; kill PID ends it as a
#                                power cut would
#
# The cluster ends with this script, also where that is killed. PostgreSQL refuses to run as root, so root hands it to another user.
set -euo pipefail
script=$(realpath "$0")

signal() { # NAME PID: to the server and all its children
	kill "-$1" "$2" $(cat "/proc/$2/task/$2/children")
}

guard() { # DIRECTORY: waits for the end of a pipe that only the script holds, then removes the clusters there
	trap '' INT TERM HUP
	cat >/dev/null
	local pidfile pid
	for pidfile in "$1"/{standby,data}/postmaster.pid; do
		[ -e "$pidfile" ] || continue
		read -r pid <"$pidfile"
		[ "$(stat -c %u "/proc/$pid" 2>/dev/null)" = "$(stat -c %u "$pidfile")" ] || continue # it was killed
		signal CONT "$pid" || true
		if kill -INT "$pid"; then
			for _ in $(seq 500); do [ -e "$pidfile" ] && ! grep -q '^State:.*Z' "/proc/$pid/status" || break; sleep 0.02; done
		fi
		kill -KILL "$pid" || true
	done 2>/dev/null
	rm -rf "$1"
}

start() {
	bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
	[ -x "$bin/initdb" ] || bin=$(dirname "$(command -v initdb)") || { echo "postgres.sh: PostgreSQL is not installed (make deps)" >&2; exit 1; }
	directory=$(mktemp -d "${TMPDIR:-/tmp}/invites-postgres.XXXXXX") # a short path: it holds a socket
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
	launch data
	"$bin/createdb" -h "$directory" -p "$port" -U invites invites
	url="postgresql://invites@127.0.0.1:$port/invites"
}

launch() { # DATA: starts the server of this data directory → port, pid
	for _ in 1 2 3 4 5; do
		port=$((RANDOM % 768 + 32000)) # live specs take others (run.lua)
		(cd "$directory" && exec {guard}>&- "${as[@]}" "$bin/postgres" -D "$1" -k "$directory" -h 127.0.0.1 -p "$port" -c max_connections=200 \
			-c ssl=on -c ssl_cert_file="$directory/cert.pem" -c ssl_key_file="$directory/key.pem" \
			>>"$directory/log" 2>&1 </dev/null) &
		pid=$!
		disown "$pid" # nobody is told when it is killed
		while kill -0 "$pid" 2>/dev/null; do
			if "$bin/pg_isready" -q -h "$directory" -p "$port"; then return; fi
			sleep 0.05
		done # most likely the port was taken
	done
	cat "$directory/log" >&2
	exit 1
}

follow() { # makes a standby, for whose log the primary's commits wait from now on → url, primary
	local first=$port
	primary=$pid
	(
		cd "$directory"
		"${as[@]}" "$bin/pg_basebackup" -D standby -R -c fast --no-sync -d "host=$directory port=$port user=invites application_name=standby"
	)
	launch standby
	"$bin/psql" -X -q -h "$directory" -p "$first" -U invites invites -c "ALTER SYSTEM SET synchronous_standby_names = 'standby'" -c "SELECT pg_reload_conf()" >/dev/null
	until [ "$("$bin/psql" -X -q -A -t -h "$directory" -p "$first" -U invites invites -c "SELECT sync_state FROM pg_stat_replication")" = sync ]; do sleep 0.05; done
	url="postgresql://invites@127.0.0.1:$first,127.0.0.1:$port/invites"
}

finish() {
	exec {guard}>&-
	wait "$guard_pid" 2>/dev/null || true
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
pair)
	start
	follow
	printf '%s\n%s\n%s\n' "$url" "$primary" "$pid"
	cat >/dev/null
	;;
guard) guard "$2" ;;
pause) signal STOP "$2" ;;
resume) signal CONT "$2" ;;
kill) signal KILL "$2" 2>/dev/null || true ;;
*) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2; exit 2 ;;
esac
