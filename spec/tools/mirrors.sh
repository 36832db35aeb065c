#!/bin/bash
# Prints the mirrors from which this machine gets its own release of Debian, one a line, however its package sources are written down.
#
#   mirrors.sh [-SUITE]   those of another suite of the release, such as -security, which has mirrors of its own
set -euo pipefail

codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
apt-get update --print-uris | sed -n "s|^'\(.*\)/dists/$codename${1:-}/InRelease'.*|\1|p"
