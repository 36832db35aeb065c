#!/bin/bash
# Copies the crates that this machine has fetched, for a chroot in which others are fetched.
#
#   crates.sh DIRECTORY   makes DIRECTORY, which is to be cargo's home there
set -euo pipefail

registry=${CARGO_HOME:-$HOME/.cargo}/registry
mkdir -p "$1/registry"
for part in index cache; do
	[ ! -d "$registry/$part" ] || cp -a --update "$registry/$part" "$1/registry/"
done
