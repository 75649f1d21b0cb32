#!/bin/sh
# Checks types, builds, tests, and tells the example's story to the service of STAGEGATE_URL.
set -eu
: "${STAGEGATE_URL:?}" "${STAGEGATE_TOKEN:?}" "${STAGEGATE_REVIEWER_TOKEN:?}"
cd "$(dirname "$0")/../.."
npx --no-install tsc -p clients/typescript/tsconfig.build.json
npx --no-install tsc -p clients/typescript
npm run --silent jest -- --config clients/typescript/jest.config.js
node --import ./test/support/typescript-loader.js clients/typescript/examples/promote.ts
