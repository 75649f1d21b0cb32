#!/bin/sh
# Imports the client that openapi-python-client makes without a warning.
set -eu
python3 -m venv "$OUT/venv"
PATH=$OUT/venv/bin:$PATH
cd "$OUT"
pip install --quiet --disable-pip-version-check --no-compile openapi-python-client==0.29.1 ruff==0.17.5 httpx==0.28.1
openapi-python-client generate --path "$DOCUMENT" --output-path made --meta none --fail-on-warning \
  --config "$PROGRAMS/openapi-python-client.yaml" >generate.log 2>&1 || { cat generate.log; exit 1; }
python -m compileall -q made
python -c 'import made.models'
