#!/bin/bash
# Follows the Containerfile on a bare Debian, in a chroot (run.sh): no container engine is needed for that.
. "$(dirname "$0")/../system.sh"

cd /srv/suite
documented=$(docs.block "container")
file=$(sed -n 's/^podman build .* -f \([^ ]*\) \.$/\1/p' <<<"$documented")
variable=$(sed -n 's/.* --env \([A-Z]*\)=.*/\1/p' <<<"$documented")
user=root
# (command...) as the user of the image
as_user() {
	setpriv --reuid=$user --regid=$user --init-groups "$@"
}

while read -r verb rest; do
	case $verb in
	COPY)
		mkdir -p "${rest##* }"
		cp ${rest% *} "${rest##* }"
		;;
	RUN) quietly as_user sh -c "$rest" ;;
	USER) user=$rest ;;
	HEALTHCHECK) health=${rest#* CMD } ;;
	CMD) command=$(tr -d '[],"' <<<"$rest") ;;
	esac
done < <(grep -v '^#' "$file")
expect "container.sh" "$(ls /opt/prosody-invites)"
ok "the image is made, with Prosody $(cat /usr/lib/prosody/prosody.version)"

for asked in "$command" "$health"; do
	if as_user sh -c "$asked" >/tmp/output 2>&1; then fail "it runs without a domain"; fi
	expect "No domain: *" "$(cat /tmp/output)"
done

install -o root -g prosody -m 640 /srv/talk/$host.crt /srv/talk/$host.key /etc/prosody/certs/
echo "c2s_ports = { $c2s }; s2s_ports = {}; http_ports = { $http }; https_ports = { $https }" >/etc/prosody/conf.d/ports.cfg.lua
export "$variable=$host"
as_user $command >/tmp/container.log 2>&1 &
for _ in $(seq 60); do
	! as_user sh -c "$health" >/tmp/output 2>&1 || break
	sleep 0.5
done
as_user sh -c "$health" || fail "it is not healthy: $(tail -n 20 /tmp/container.log)"
token=$(invite)
has_page "$token"
register "$token" juliet
ok "a client has registered with an invite, and only one"
kill "$(cat /run/prosody/prosody.pid)"
wait $! || true
if as_user sh -c "$health" >/tmp/output 2>&1; then fail "it is healthy without a server"; fi
ok "it was healthy while the server ran, and only then"
