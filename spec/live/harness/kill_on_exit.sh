#!/bin/sh
# Sees to it that a test run leaves nothing behind, however it ends (even by kill -9).
#
# kill_on_exit.sh DIRECTORY: reads "start PID", "stop PID" and "keep" from its standard input. At the end of that input (the run is
# over or has died) it kills what was started and not stopped, and removes DIRECTORY unless it was told to keep it.

trap '' INT HUP TERM
pids=" "
keep=${KEEP:-}
while read -r verb pid; do
	case $verb in
	start) pids="$pids$pid " ;;
	stop) pids="${pids%% "$pid" *} ${pids#* "$pid" }" ;;
	keep) keep=1 ;;
	esac
done
for pid in $pids; do
	kill -9 "$pid" 2>/dev/null
done
[ -n "$keep" ] || rm -rf "$1"
