#!/bin/sh
# Writes src/stagegate/api/ anew from the API document.
set -eu
cd "$(dirname "$0")"
tools=.venv/generate
if ! cmp -s requirements-generate.txt "$tools/installed.txt"; then
  python3 -m venv --clear "$tools"
  "$tools/bin/pip" install --quiet --disable-pip-version-check -r requirements-generate.txt
  cp requirements-generate.txt "$tools/installed.txt"
fi
document=$(mktemp)
trap 'rm -f "$document"' EXIT
node ../client-document.js "$document"
rm -rf src/stagegate/api
PATH="$PWD/$tools/bin:$PATH" openapi-python-client generate --path "$document" --meta none --fail-on-warning \
  --config generator.yaml --custom-template-path templates --output-path src/stagegate/api
# One module holds every operation; the modules of the generator's own making are empty.
cd src/stagegate/api
mv client.py operations.py
rm -rf api errors.py .ruff_cache
