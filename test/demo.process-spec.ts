import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { built } from './support/processes/built.js';

const ROOT = join(import.meta.dirname, '..');
const EXAMPLE = join(ROOT, 'examples', 'census-income');
const ESCAPE = '\u001b';

let main: string;
let app: TestApp;
let token: string;
let folder: string;

beforeAll(async () => {
  main = await built('demo/main.ts');
  app = await TestApp.start();
  token = (await app.as('test-admin', 'admin')).token!;
});
afterAll(() => app?.stop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-demo-spec-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

interface Told {
  code: number | null;
  text: string;
}

/** Runs the demo to its end; `onText` sees what it has printed so far, and the way to end it early. */
async function tell(
  args: string[],
  env: Record<string, string> = {},
  onText: (text: string, kill: (signal: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Told> {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, TMPDIR: folder, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      onText(text, (signal) => child.kill(signal));
    });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, text };
}

const leftBehind = () => readdirSync(folder);

const onRunningService = () => ({ STAGEGATE_URL: app.url, STAGEGATE_TOKEN: token });

/** A copy of the example whose version 3 is told to be as good for women as version 2. */
function tampered(): string {
  const dir = join(folder, 'tampered');
  cpSync(EXAMPLE, dir, { recursive: true });
  const file = join(dir, 'evaluations', 'v3.json');
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(/("name": "f1", "slice": \{ "sex": "Female" \}, "value": )0\.604\d*/, '$10.666');
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
  return dir;
}

it('the story holds on a service of its own, is told without escape codes, and leaves nothing behind', async () => {
  const { code, text } = await tell([]);
  expect(text).toContain('f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL');
  expect(text).toMatch(/The story holds: (\d+) of \1 claims hold\./);
  expect(text).not.toContain('✗');
  expect(text).toContain(/```text\n([^`]+)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8'))![1]);
  expect(text).not.toContain(ESCAPE);
  expect(code).toBe(0);
  expect(leftBehind()).toEqual([]);
});

it('Ctrl-C in the middle of the story removes service and database', async () => {
  const { code, text } = await tell([], {}, (said, kill) => said.includes('2. Version 1') && kill('SIGINT'));
  expect(code).toBe(130);
  expect(text).not.toContain('The story holds');
  expect(leftBehind()).toEqual([]);
});

it('on a running service it works beside what is there, and its tokens are revoked', async () => {
  const admin = await app.as('reader', 'viewer');
  for (const run of [1, 2]) {
    const { code, text } = await tell(['--model', `census-${run}`], onRunningService());
    expect(text).toContain(`The model census-${run} stays in the registry.`);
    expect(code).toBe(0);
  }
  const verification = await admin.get('/audit-events/verification');
  expect(verification.valid).toBe(true);
  const tokens = await (await app.as('admin', 'admin')).get('/tokens?subject=reviewer');
  expect(tokens.items.map((item: { revokedAt: string | null }) => item.revokedAt === null)).toEqual([false, false]);
});

it('an example that does not bear the story out ends with exit code 1 and says what was found', async () => {
  const { code, text } = await tell(['--example', tampered()], onRunningService());
  expect(text).toMatch(/✗ the promotion is refused \(expected .* found .*\)/);
  expect(code).not.toBe(0);
});

it('colours are shown where they are asked for', async () => {
  const { text } = await tell(['--model', 'census-colour'], { ...onRunningService(), FORCE_COLOR: '1' });
  expect(text).toContain(`${ESCAPE}[31mFAIL`);
});

it("a token that is no administrator's is turned away before anything is made", async () => {
  const viewer = (await app.as('looker', 'viewer')).token!;
  const { code, text } = await tell(['--model', 'census-none'], { STAGEGATE_URL: app.url, STAGEGATE_TOKEN: viewer });
  expect(text).toContain("The token of looker is no administrator's: viewer.");
  expect(code).toBe(2);
  await (await app.as('reader', 'viewer')).get('/models/census-none', 404);
});
