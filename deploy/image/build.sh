#!/usr/bin/env bash
# Builds the image of the Dockerfile with buildah, without a container engine. As root; arguments go to buildah.
# It starts from the Dockerfile's own base image, or with IMAGE_BASE=made from the one of base.sh.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
name=${IMAGE_NAME:-localhost/stagegate:latest}
from=()
if [ "${IMAGE_BASE:-}" = made ]; then
  from=(--build-arg "BASE=$(deploy/image/base.sh)" --pull-never)
fi

# npm in the build trusts what this machine trusts, and takes what was downloaded before. Both are mounted in folders that every base has,
# so that nothing of them stays in the image, not even where they were.
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cat "${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}" >"$home/trusted.crt"
printf 'cafile=/root/trusted.crt\ncache=/mnt\n' >"$home/.npmrc"
cache=$(npm config get cache)
mkdir -p "$cache"

# Only this format knows health checks. npm opens more files than a process may unless it is asked for.
most=$(ulimit -Hn)
buildah bud --isolation chroot --format docker --ulimit "nofile=$most:$most" --layers --tag "$name" "${from[@]}" \
  --volume "$home:/root" --volume "$cache:/mnt" "$@" .
echo "$name"
