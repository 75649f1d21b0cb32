import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { createDataSource } from './database.js';
import { createDocument } from './docs/document.js';
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

/** The first lines that only one side has. */
function summarize(committed: string, generated: string): string {
  const lines = (text: string) => text.split('\n');
  const missing = difference(lines(generated), lines(committed)).map((line) => `+ ${line.trim()}`);
  const surplus = difference(lines(committed), lines(generated)).map((line) => `- ${line.trim()}`);
  const all = [...surplus, ...missing];
  return [...all.slice(0, 40), ...(all.length > 40 ? [`… and ${all.length - 40} more lines`] : [])].join('\n');
}

function difference(from: readonly string[], without: readonly string[]): string[] {
  const known = new Set(without);
  return from.filter((line) => !known.has(line));
}

await main();
