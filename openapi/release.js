/** Keeps the API document, without its examples, as the released one of package.json's version: `npm run openapi:release`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const read = (...path) => JSON.parse(readFileSync(join(import.meta.dirname, ...path), 'utf8'));

const { version } = read('..', 'package.json');
const document = read('openapi.json');

for (const path of Object.values(document.paths)) {
  for (const { requestBody, responses } of Object.values(path)) {
    for (const { content = {} } of [requestBody ?? {}, ...Object.values(responses)])
      for (const media of Object.values(content)) delete media.examples;
  }
}
writeFileSync(join(import.meta.dirname, 'released', `${version}.json`), `${JSON.stringify(document, null, 2)}\n`);
console.log(`openapi/released/${version}.json`);
