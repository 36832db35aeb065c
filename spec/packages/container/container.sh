#!/bin/sh
# What the container image does (Containerfile).
#
#   container.sh install   makes the image of a bare Debian: Prosody, the suite from the tarball beside this file, and the configuration
#   container.sh run       runs Prosody for the host that is named in DOMAIN
#   container.sh healthy   whether all is well with it
set -eu

here=$(cd "$(dirname "$0")" && pwd)

if [ "$1" = install ]; then
	export DEBIAN_FRONTEND=noninteractive
	apt-get -q update
	apt-get -q install -y --no-install-recommends prosody fonts-dejavu-core lua-readline lua-unbound
	rm -rf /var/lib/apt/lists/*
	mkdir "$here/unpacked"
	tar -xzf "$here"/prosody-invites-*-"$(uname -m)".tar.gz --strip-components=1 -C "$here/unpacked"
	"$here/unpacked/install.sh" >/dev/null
	rm -rf "$here/unpacked" "$here"/*.tar.gz
	# Debian's configuration, with the pages, and with the host that is named when the container is started. What is in conf.d is read before that host.
	sed -i -e 's/"invites_register";/& "invites_page"; "invites_register_web";/' -e '/^Include/d' -e '/^log = {/,/^}/d' \
		-e 's/^VirtualHost "localhost"/log = { info = "*console" }\nInclude "conf.d\/*.cfg.lua"\nVirtualHost (ENV_DOMAIN)/' /etc/prosody/prosody.cfg.lua
	install -d -o prosody -g prosody /run/prosody
	exit
fi

if [ -z "${DOMAIN:-}" ]; then
	echo "No domain: start the container with --env DOMAIN=example.com, the part of your addresses that is behind the @" >&2
	exit 1
fi
case $1 in
run) exec prosody -F ;;
healthy)
	report=$(prosodyctl --silent mod_invites check "$DOMAIN") && good=yes || good=
	printf '%s\n' "$report"
	# A server that does not answer is nothing to do for check.
	[ "$good" ] && printf '%s\n' "$report" | grep -q '^ok     Server: it runs'
	;;
esac
