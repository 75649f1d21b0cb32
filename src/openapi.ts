import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { createDataSource } from './database.js';
import { createDocument } from './api-document/document.js';
import { openapiFile } from './docs/package-files.js';
import { createLog } from './http/log.js';

/** Writes openapi/openapi.json from the built application, or with --check says what differs. No database is needed. */
async function main(): Promise<void> {
  const file = openapiFile();
  const generated = await generate();
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, generated);
    return;
  }
  const committed = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (committed === generated) return;
  console.error(
    `openapi/openapi.json is not what the code says; run npm run openapi.\n${summarize(committed, generated)}`,
  );
  process.exitCode = 1;
}

async function generate(): Promise<string> {
  const url = 'postgres://nobody@localhost/none';
  const config = readConfig({
    DATABASE_URL: url,
    STAGEGATE_JWT_SECRET: 'only to build the application, signs nothing',
  });
  const app = await createApp(config, createDataSource(url), createLog('warn', false));
  try {
    return `${JSON.stringify(createDocument(app), null, 2)}\n`;
  } finally {
    await app.close();
  }
}

type Parts = Record<string, unknown>;
type Document = { paths: Parts; components: { schemas: Parts } };

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
  const { paths, components } = (text ? JSON.parse(text) : { paths: {}, components: { schemas: {} } }) as Document;
  const parts = [...Object.entries(paths), ...Object.entries(components.schemas)];
  return Object.fromEntries(parts.map(([name, part]) => [name, JSON.stringify(part)]));
}

await main();
