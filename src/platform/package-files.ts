import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, from the sources as from the built code. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

/** The committed API document, which a check keeps equal to the code. */
export function openapiFile(form: 'json' | 'yaml'): string {
  return join(packageRoot(), 'openapi', `openapi.${form}`);
}

export function packageVersion(): string {
  const manifest = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}

/** A file of the installed Swagger UI. */
export function swaggerUiFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('swagger-ui-dist/package.json');
  return join(dirname(manifest), name);
}
