#!/usr/bin/env bash
# Builds the image of the Dockerfile with buildah, without a container engine. As root; arguments go to buildah.
# The first image is made by base.sh when it is not there and IMAGE_BASE=made says so; otherwise it is pulled.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
name=${IMAGE_NAME:-localhost/stagegate:latest}
base=docker.io/library/node:24-bookworm-slim
pull=--pull
if [ "${IMAGE_BASE:-}" = made ]; then
  buildah images --quiet "$base" >/dev/null 2>&1 || deploy/image/base.sh "$base"
  pull=--pull-never
fi
trust=$(mktemp)
trap 'rm -f "$trust"' EXIT
# npm in the build trusts what this machine trusts; nothing of it stays in the image.
bundle=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
echo 'cafile=/run/trusted-certificates.crt' >"$trust"
buildah bud --isolation chroot "$pull" --layers --tag "$name" \
  --volume "$bundle:/run/trusted-certificates.crt:ro" --volume "$trust:/root/.npmrc:ro" "$@" .
echo "$name"
