#!/bin/sh
# Compiles the calls and the zod schemas that orval makes.
set -eu
cd "$OUT"
echo '{"type":"module"}' >package.json
npm install --silent --no-audit --no-fund --ignore-scripts orval@7.13.2 zod@4.6.7 typescript@5.9.3
for client in fetch zod; do
  npx --no-install orval --input "$DOCUMENT" --output $client.ts --client $client >generate.log 2>&1 ||
    { cat generate.log; exit 1; }
done
npx --no-install tsc --noEmit --strict --skipLibCheck --target es2022 --lib es2022,dom,dom.iterable \
  --module esnext --moduleResolution bundler fetch.ts zod.ts
