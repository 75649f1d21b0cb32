import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/config.js';

const ROOT = join(import.meta.dirname, '..', '..');
const IGNORED = new Set(['node_modules', 'dist', 'coverage', '.git', '.stagegate', '.venv', 'target']);

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (IGNORED.has(entry.name)) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const FILES = filesBelow('.');
const PAGES = FILES.filter((file) => file.endsWith('.md'));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const README = read('README.md');

/** Read for the launcher of the embedded database; named in a sentence below the table. */
const OF_THE_SYSTEM = ['PATH', 'SUDO_USER', 'NODE_OPTIONS', 'TMPDIR', 'TZ', 'SystemRoot'];

/** The rows of the README's table of settings: name and default. */
function documentedSettings(): Map<string, string> {
  const rows = README.matchAll(/^\| `([A-Z][A-Z0-9_]+)` *\| *(?:`([^`]*)`)? *\|/gm);
  return new Map([...rows].map(([, name, value]) => [name!, value ?? '']));
}

function variablesRead(): string[] {
  const asked = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }), true);
  return [...asked].filter((name) => !OF_THE_SYSTEM.includes(name));
}

it('the README names every setting, and no other', () => {
  expect([...documentedSettings().keys()].sort()).toEqual(variablesRead().sort());
});

it.each([...documentedSettings()].filter(([, value]) => value !== ''))(
  '%s is %s where it is not set',
  (name, value) => {
    expect(readConfig({ [name]: value }, true)).toEqual(readConfig({}, true));
  },
);

it.each(PAGES)('the links and commands of %s lead somewhere', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
  const commands = [...read(page).matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name!);
  expect(links.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});

/** A recipe makes these; they are not there before. */
const MADE_BY_RECIPES = ['src/rules/evaluate-sample-size.ts'];

it.each(['CONTRIBUTING.md', 'docs/ARCHITECTURE.md'])('files that %s names are there', (page) => {
  const named = [...read(page).matchAll(/`(\w[\w./-]*\.ts)`/g)].map(([, name]) => name!);
  const missing = named.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)));
  expect(missing.filter((name) => !MADE_BY_RECIPES.includes(name))).toEqual([]);
});

it('the architecture page has a place for every folder of the sources', () => {
  const page = read('docs/ARCHITECTURE.md');
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).filter((name) => !page.includes(`\`${name}/\``))).toEqual([]);
});

it('every decision is in the list of decisions', () => {
  const records = FILES.filter((file) => /^docs\/adr\/\d/.test(file)).map((file) => file.split('/').at(-1)!);
  const listed = [...read('docs/adr/README.md').matchAll(/\]\((\d[^)]+)\)/g)].map(([, file]) => file!);
  expect(listed.toSorted()).toEqual(records.toSorted());
});
