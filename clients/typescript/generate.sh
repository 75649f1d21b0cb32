#!/bin/sh
# Writes src/generated anew from the API document. The generator is locked in generator/, away from what everyone installs.
set -eu
cd "$(dirname "$0")/generator"
npm ci --silent --no-audit --no-fund
npx --no-install openapi-ts --silent -f openapi-ts.config.js
