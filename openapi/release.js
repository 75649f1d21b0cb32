/** Keeps the API document as the released one of package.json's version: `npm run openapi:release`. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'));
copyFileSync(join(import.meta.dirname, 'openapi.json'), join(import.meta.dirname, 'released', `${version}.json`));
console.log(`openapi/released/${version}.json`);
