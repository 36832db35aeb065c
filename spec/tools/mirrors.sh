#!/bin/bash
# Prints the mirrors from which this machine gets its own release of Debian, one a line, however its package sources are written down.
set -euo pipefail

codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/$codename/InRelease'.*|\1|p"
