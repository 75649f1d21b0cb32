import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type OpenAPIObject } from '@nestjs/swagger';
import { parse, stringify } from 'yaml';
import { createApp } from '../src/app.js';
import { readConfig } from '../src/platform/config.js';
import { createDataSource } from '../src/database.js';
import { createAsyncDocument } from './api-document/async-document.js';
import { createDocument } from './api-document/document.js';
import { toOpenApi30 } from './api-document/openapi-3-0.js';
import { asyncapiFile, openapiFile, type OpenapiForm } from '../src/platform/package-files.js';
import { createLog } from '../src/platform/http/log.js';

/** No anchors: some readers of YAML take them for names. */
const YAML_STYLE = { aliasDuplicateObjects: false, lineWidth: 120 };
const COMMAND = 'npm run openapi';

/** Writes the forms of the API document, and the AsyncAPI document beside it, from the built application, or with --check says what differs. No database is needed. */
async function main(): Promise<void> {
  const document = await generate();
  const texts: Record<OpenapiForm, string> = {
    'openapi.json': asJson(document),
    'openapi.yaml': stringify(document, YAML_STYLE),
    'openapi-3.0.json': asJson(toOpenApi30(document)),
  };
  for (const [form, text] of Object.entries(texts) as [OpenapiForm, string][]) keep(openapiFile(form), text);
  keep(asyncapiFile(), asJson(createAsyncDocument()));
}

function keep(file: string, text: string): void {
  if (process.argv.includes('--check')) check(file, text);
  else writeFileSync(file, text);
}

const asJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

function check(file: string, generated: string): void {
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (committed === generated) return;
  const name = `${basename(dirname(file))}/${basename(file)}`;
  console.error(`${name} is not what the code says; run ${COMMAND}.\n${summarize(committed, generated)}`);
  process.exitCode = 1;
}

async function generate(): Promise<OpenAPIObject> {
  const url = 'postgres://nobody@localhost/none';
  const config = readConfig({
    DATABASE_URL: url,
    STAGEGATE_JWT_SECRET: 'only to build the application, signs nothing',
  });
  const app = await createApp(config, createDataSource(url), createLog('warn', false));
  try {
    return createDocument(app);
  } finally {
    await app.close();
  }
}

type Parts = Record<string, unknown>;
type Document = { paths?: Parts; components: { schemas: Parts; messages?: Parts } };

/** Paths and schemas that only one side has (+ new, - gone) or that differ (~). */
function summarize(committed: string, generated: string): string {
  const before = partsOf(committed);
  const after = partsOf(generated);
  const gone = Object.keys(before).filter((name) => !(name in after));
  const fresh = Object.keys(after).filter((name) => !(name in before));
  const changed = Object.keys(after).filter((name) => name in before && before[name] !== after[name]);
  const lines = [
    ...gone.map((name) => `- ${name}`),
    ...fresh.map((name) => `+ ${name}`),
    ...changed.map((name) => `~ ${name}`),
  ];
  return lines.length > 0 ? lines.join('\n') : '~ formatting or general information';
}

function partsOf(text: string): Record<string, string> {
  const { paths, components } = (text ? parse(text) : { paths: {}, components: { schemas: {} } }) as Document;
  const parts = [paths, components.schemas, components.messages].flatMap((each) => Object.entries(each ?? {}));
  return Object.fromEntries(parts.map(([name, part]) => [name, JSON.stringify(part)]));
}

await main();
