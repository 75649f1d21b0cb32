#!/bin/sh
# Lints the document by the rules that Spectral brings for OpenAPI; a warning fails, too.
set -eu
cp programs/spectral.yaml "$OUT/"
cd "$OUT"
npm install --silent --no-audit --no-fund --ignore-scripts @stoplight/spectral-cli@6.16.3
npx --no-install spectral lint --fail-severity=warn --ruleset spectral.yaml "$DOCUMENT"
