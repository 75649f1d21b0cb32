import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small project with the build of this one, and two files that stand for the engine of predictions. */
const ROOT = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'stagegate-build-'));
const built = (name: string) => join(folder, 'dist', 'src', name);
const read = (name: string) => readFileSync(built(name), 'utf8');
const write = (name: string, text: string) => writeFileSync(join(folder, 'src', name), text);
const ENGINE = 'measuring/predictions/engine';
const builds: ChildProcess[] = [];

beforeAll(() => {
  for (const name of ['src', 'tools']) mkdirSync(join(folder, name));
  const tools = ['build', 'bundle-demo', 'bundle-engine', 'bundle-programs'].map((name) => `tools/${name}.js`);
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...tools])
    copyFileSync(join(ROOT, name), join(folder, name));
  const settings = { extends: './tsconfig.json', compilerOptions: { types: [] }, include: ['src'] };
  writeFileSync(join(folder, 'tsconfig.build.json'), JSON.stringify(settings));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  write('thing.dto.ts', '/** A thing. */\nexport class Thing {\n  /** What it is called. */\n  name: string;\n}\n');
  write('other.ts', 'export const other = 1;\n');
  mkdirSync(join(folder, 'src', ENGINE), { recursive: true });
  write(`${ENGINE}/engine.process.ts`, `import { part } from './part.js';\nprocess.exitCode = part;\n`);
  write(`${ENGINE}/part.ts`, 'export const part: number = 3;\n');
});
afterAll(() => {
  for (const child of builds) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function begin(): ChildProcess {
  const child = spawn(process.execPath, ['tools/build.js'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  builds.push(child);
  return child;
}

async function build(child = begin()): Promise<{ code: number | null; said: string }> {
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

const unfinished = () => readdirSync(folder).filter((name) => name.startsWith('.dist'));

it('builds begun at once end with the same whole result, described for the API document', async () => {
  expect(await Promise.all([build(), build()])).toEqual([
    { code: 0, said: '' },
    { code: 0, said: '' },
  ]);
  expect(readdirSync(join(folder, 'dist', 'src')).sort()).toEqual(
    ['engine.cjs', 'measuring', 'other.js', 'other.js.map', 'thing.dto.js', 'thing.dto.js.map'].sort(),
  );
  expect(read('engine.cjs')).not.toMatch(/require\(/);
  expect(read('thing.dto.js')).toContain('description: "What it is called."');
  expect(JSON.parse(read('other.js.map')).sources).toEqual(['../../src/other.ts']);
  expect(unfinished()).toEqual([]);
});

it('a build of what is built leaves it alone', async () => {
  writeFileSync(built('other.js'), '// untouched');
  expect((await build()).code).toBe(0);
  expect(read('other.js')).toBe('// untouched');
});

it('what is built needs none of the packages that build, as after "npm prune --omit=dev"', async () => {
  rmSync(join(folder, 'node_modules'));
  expect(await build()).toEqual({ code: 0, said: '' });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  expect(read('other.js')).toBe('// untouched');
});

it('a source that is no program fails the build, which says where, and leaves the last result', async () => {
  write('other.ts', 'export const other = ;\n');
  const { code, said } = await build();
  expect([code, said]).toEqual([1, expect.stringMatching(/src\/other\.ts\(1,22\): error TS1109/)]);
  expect(read('other.js')).toBe('// untouched');
});

it('a build that is killed leaves the last result, and the next one sweeps up after it', async () => {
  write('other.ts', 'export const other = 2;\n');
  const child = begin();
  child.kill('SIGKILL');
  await once(child, 'close');
  mkdirSync(join(folder, `.dist-${child.pid}-new`, 'src'), { recursive: true });
  expect(read('other.js')).toBe('// untouched');
  expect((await build()).code).toBe(0);
  expect(read('other.js')).toContain('other = 2');
  expect(unfinished()).toEqual([]);
});

it('what is no longer a source is no longer built', async () => {
  rmSync(join(folder, 'src', 'other.ts'));
  expect((await build()).code).toBe(0);
  expect([existsSync(built('other.js')), existsSync(built('thing.dto.js'))]).toEqual([false, true]);
});
