import { delimiter, join } from 'node:path';
import { existsSync, readdirSync } from 'node:fs';
import { type Outcome, runScript } from './script.js';
import { ServiceProcess } from '../demo/throw-away-service.js';

const ROOT = join(import.meta.dirname, '..');
const BUILT_SERVICE = join(ROOT, 'dist', 'src', 'main.js');
const REVIEWER_TOKEN_SECONDS = 3600;

/** Programs that have to be on the PATH for a client to be generated and tested. */
const TOOLCHAINS: Record<string, readonly string[]> = {
  typescript: ['node', 'npm'],
  python: ['python3'],
  go: ['go'],
  java: ['java', 'mvn'],
};

/** The clients there are: every folder here with a script that generates it. */
function allClients(): string[] {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).filter((name) => existsSync(join(import.meta.dirname, name, 'generate.sh')));
}

function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

async function generate(client: string): Promise<Outcome> {
  return runScript(join(import.meta.dirname, client), './generate.sh', {});
}

/** Every client gets a service of its own, so that the names its example uses are free. */
async function test(client: string): Promise<Outcome> {
  const service = new ServiceProcess(BUILT_SERVICE);
  try {
    const { url, token } = await service.ready();
    const reviewer = await issueReviewerToken(url, token);
    return await runScript(join(import.meta.dirname, client), './test.sh', {
      STAGEGATE_URL: url,
      STAGEGATE_TOKEN: token,
      STAGEGATE_REVIEWER_TOKEN: reviewer,
    });
  } finally {
    await service.remove();
  }
}

async function issueReviewerToken(url: string, token: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ subject: 'reviewer', roles: ['approver'], expiresInSeconds: REVIEWER_TOKEN_SECONDS }),
  });
  if (answer.status !== 201) throw new Error(`No token for the reviewer: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

const COMMANDS: Record<string, (client: string) => Promise<Outcome>> = { generate, test };

/** Takes the clients one after another, a line each; what a script said is shown when it failed. */
async function main([command = '', ...names]: string[]): Promise<number> {
  const run = COMMANDS[command];
  const known = allClients();
  const unknown = names.filter((name) => !known.includes(name));
  if (!run || unknown.length > 0) throw new Error(`Usage: run.ts generate|test [${known.join('|')}]…`);
  let failures = 0;
  for (const client of names.length > 0 ? names : known) {
    const missing = (TOOLCHAINS[client] ?? []).filter((program) => !isOnPath(program));
    const { passed, seconds, output } =
      missing.length > 0
        ? { passed: false, seconds: 0, output: `Not on the PATH: ${missing.join(', ')}.` }
        : await run(client);
    if (!passed) failures += 1;
    if (!passed) process.stdout.write(`${output.trimEnd()}\n`);
    process.stdout.write(`${client.padEnd(12)} ${command} ${passed ? 'ok' : 'FAILED'} (${seconds.toFixed(1)} s)\n`);
  }
  return failures === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});
