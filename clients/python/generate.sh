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
# The modules of operations are written by our own generator, because theirs take no keywords.
rm -rf src/stagegate/api/api src/stagegate/api/client.py src/stagegate/api/errors.py src/stagegate/api/.ruff_cache
python3 -m generator ../../openapi/openapi.json src/stagegate/api
"$tools/bin/ruff" check src/stagegate/api --select F401,F811,I --fix --quiet --isolated --line-length 120
"$tools/bin/ruff" format src/stagegate/api --quiet --isolated --line-length 120
rm -rf .ruff_cache
