import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { connect, createModel, setGatePolicy } from '../src/index.js';
import { TOKEN, URL_OF_SERVICE } from './between.js';

const PACKAGE = join(import.meta.dirname, '..');
const ROOT = join(PACKAGE, '..', '..');
const PROGRAMS = [...readFileSync(join(PACKAGE, 'README.md'), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code!);
const POLICY = JSON.parse(readFileSync(join(ROOT, 'examples', 'census-income', 'policy.json'), 'utf8')) as object;
const COMPILER = createRequire(import.meta.url).resolve('typescript/bin/tsc');

const client = connect({ baseUrl: URL_OF_SERVICE, token: TOKEN });
const path = { model: 'census-income' };

/** Inside of the package, so that its name leads to what was built of it. */
const folder = mkdtempSync(join(PACKAGE, '.dist-readme-'));
const program = join(folder, 'program.ts');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  writeFileSync(program, PROGRAMS[0]!.replace('https://registry.example', URL_OF_SERVICE));
  await createModel({ client, body: { name: path.model } });
});

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect({ status, stdout, stderr }).toMatchObject({ status: 0 });
  return stdout;
}

const promote = (): string[] =>
  run('--import', './test/support/typescript-loader.js', program).trimEnd().split('\n');

it('there is one program, and its types are right', () => {
  expect(PROGRAMS).toHaveLength(1);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
  run(COMPILER, '--ignoreConfig', ...options, '--types', 'node', program);
});

it('under the policy of the example it shows why the gates refuse', async () => {
  await setGatePolicy({ client, path, body: POLICY });
  const said = promote();
  expect(said.at(-1)).toBe('1 Staging');
  expect(said.slice(0, -1).join('\n')).toContain('auc_roc');
});

it('what the gates let through goes to Production', async () => {
  await setGatePolicy({ client, path, body: { rules: [{ metric: 'accuracy', min: 0.8 }], approvals: { slots: [] } } });
  expect(promote()).toEqual(['applied', '2 Production', '1 Staging']);
});
