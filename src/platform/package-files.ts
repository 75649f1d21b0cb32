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

/** The forms of the API document: OpenAPI 3.1 as JSON and as YAML, and what of it OpenAPI 3.0 can say. */
export type OpenapiForm = 'openapi.json' | 'openapi.yaml' | 'openapi-3.0.json';

/** The committed API document, which a check keeps equal to the code. */
export function openapiFile(form: OpenapiForm): string {
  return join(packageRoot(), 'openapi', form);
}

/** The committed AsyncAPI document, which the same check keeps equal to the code. */
export function asyncapiFile(): string {
  return join(packageRoot(), 'asyncapi', 'asyncapi.json');
}

/** What package.json says of the project. */
export interface Manifest {
  version: string;
  author: { name: string };
  bugs: { url: string };
}

export function packageManifest(): Manifest {
  return JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as Manifest;
}

/** A file of the installed Swagger UI. */
export function swaggerUiFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('swagger-ui-dist/package.json');
  return join(dirname(manifest), name);
}
