import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runScript } from '../../clients/script.js';

const USAGE = `Lets generators of clients, as they come, read the API document, and compiles what they make.

  npm run test:generators                  those that take less than a minute each
  npm run test:generators -- --all         every one
  npm run test:generators -- NAME…         these`;

const DOCUMENTS = join(import.meta.dirname, '..', '..', 'openapi');

/** Each is a script of its name beside this file. These compile much that is not theirs, for minutes. */
const SLOW = new Set(['ogen', 'openapi-generator-kotlin', 'openapi-generator-rust']);
/** What the scripts have in common. */
const SHARED = 'openapi-generator';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function generators(): string[] {
  const scripts = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.sh'));
  return scripts.map((name) => name.slice(0, -'.sh'.length)).filter((name) => name !== SHARED);
}

/** Each works in a folder of its own, which nothing outlives. */
async function run(generator: string, folder: string): Promise<boolean> {
  const out = join(folder, generator);
  mkdirSync(out);
  const { passed, seconds, output } = await runScript(import.meta.dirname, `./${generator}.sh`, {
    DOCUMENT: join(DOCUMENTS, 'openapi.json'),
    DOCUMENT_3_0: join(DOCUMENTS, 'openapi-3.0.json'),
    PROGRAMS: join(import.meta.dirname, 'programs'),
    TOOLS: folder,
    OUT: out,
  });
  if (!passed || output !== '') say(output.trimEnd());
  say(`${generator.padEnd(26)} ${passed ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)`);
  rmSync(out, { recursive: true, force: true });
  return passed;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { all: { type: 'boolean' } }, allowPositionals: true });
  const known = generators();
  if (positionals.some((name) => !known.includes(name))) throw new Error(`${USAGE}\n\nKnown: ${known.join(', ')}`);
  const usual = values.all ? known : known.filter((name) => !SLOW.has(name));
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-generators-'));
  try {
    let failures = 0;
    for (const generator of positionals.length > 0 ? positionals : usual)
      if (!(await run(generator, folder))) failures += 1;
    return failures === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
