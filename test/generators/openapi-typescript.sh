#!/bin/sh
# Compiles calls by openapi-fetch with the types of openapi-typescript, those of the library and all.
set -eu
cp programs/openapi-typescript.program "$OUT/program.ts"
cd "$OUT"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts openapi-typescript@7.13.0 openapi-fetch@0.17.0 typescript@5.9.3
npx --no-install openapi-typescript "$DOCUMENT" -o schema.d.ts >generate.log 2>&1 || { cat generate.log; exit 1; }
npx --no-install tsc --noEmit --strict --target es2022 --lib es2022,dom,dom.iterable --module nodenext program.ts
