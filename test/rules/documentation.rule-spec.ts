import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readConfig } from '../../src/platform/config.js';
import { SETTINGS, SETTINGS_OF_CLIENTS, SYSTEM_VARIABLES } from '../../src/platform/config/settings.js';
import { findOverride, MOVES } from '../../src/promotion/transitions/lifecycle.js';
import { MOVE_KINDS } from '../../src/promotion/transitions/stage-change.js';

const ROOT = join(import.meta.dirname, '..', '..');
const IGNORED = new Set(['node_modules', 'dist', 'coverage', '.git', '.stagegate', '.venv', 'target']);

function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (IGNORED.has(entry.name) || entry.name.startsWith('.dist-')) return [];
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

const FILES = filesBelow('.');
const PAGES = FILES.filter((file) => file.endsWith('.md'));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const CONFIGURATION = read('docs/configuration.md');

/** Read for the launcher of the embedded database; named in a sentence below the tables. */
const OF_THE_SYSTEM: readonly string[] = SYSTEM_VARIABLES;

/** The rows of the tables of settings: name and default. */
function documentedSettings(): Map<string, string> {
  const rows = CONFIGURATION.matchAll(/^\| `([A-Z][A-Z0-9_]+)` *\| *(?:`([^`]*)`)? *\|/gm);
  return new Map([...rows].map(([, name, value]) => [name!, value ?? '']));
}

function variablesRead(): string[] {
  const asked = new Set<string>();
  readConfig(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }), true);
  return [...asked].filter((name) => !OF_THE_SYSTEM.includes(name));
}

it('the page on configuration names every setting, and no other', () => {
  expect([...documentedSettings().keys()].sort()).toEqual(variablesRead().sort());
});

it('the list of settings has every one that is read, and no other', () => {
  expect([...SETTINGS].sort()).toEqual(variablesRead().sort());
});

it('the environment is read in one place', () => {
  const sources = FILES.filter((file) => /^src\/.*(?<!\.spec)\.ts$/.test(file));
  expect(sources.filter((file) => /process\.env|['"]node:process['"]/.test(read(file)))).toEqual([
    'src/platform/config.ts',
  ]);
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

const CODE = /^```[^]*?^```$|`[^`\n]+`/gm;

/** The names of a page's headings as GitHub and the site give them. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [
    ...read(page)
      .replace(/^```[^]*?^```$/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ].map(([, heading]) => {
    const text = heading!
      .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
      .trim()
      .toLowerCase();
    const name = text.replace(/[^\p{L}\p{N}\s_-]/gu, '').replace(/\s/g, '-');
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return times === 0 ? name : `${name}-${times}`;
  });
}

it.each(PAGES)('the places within pages that %s links to are there', (page) => {
  const links = [
    ...read(page)
      .replace(CODE, '')
      .matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g),
  ];
  const missing = links.filter(([, path, anchor]) => {
    const linked = path === '' ? page : join(dirname(page), path!);
    return linked.endsWith('.md') && !anchorsOf(linked).includes(anchor!);
  });
  expect(missing.map(([link]) => link)).toEqual([]);
});

/** What is spelled like a setting of ours, whole or as the start of a family: `STAGEGATE_PREDICTIONS_…`. */
const SETTING = /\b(?:STAGEGATE|DATABASE|OIDC|EMBEDDED_PG)_[A-Z0-9_]+\b(?!…)/g;

/** Read by other programs, the clients' examples and the demo; and problems that are spelled like settings. */
const NOT_OF_THE_SERVICE = [
  ...SETTINGS_OF_CLIENTS,
  // A misspelt one, as the start warns of it.
  'DATABSE_URL',
  'DATABASE_UNAVAILABLE',
  'DATABASE_BUSY',
  'DATABASE_READ_ONLY',
  'DATABASE_FULL',
  // Of the provider to try, in .env beside compose.oidc.yaml.
  'OIDC_CLIENT_SECRET',
  'OIDC_USER_PASSWORD',
];

/** What the scripts of `action/` read, and what they put out for later jobs. */
function variablesOfJobs(): string[] {
  const files = ['action.yml', 'settings.js', 'hosts.js', 'gitlab/stagegate.gitlab-ci.yml'].map(
    (name) => `action/${name}`,
  );
  const given = [...read('action/settings.js').matchAll(/given\('([A-Z_]+)'\)/g)].map(([, name]) => name!);
  const outputs = [...read('action/action.yml').matchAll(/steps\.\w+\.outputs\.([\w-]+)/g)].map(([, name]) => name!);
  const named = [...given, ...outputs].map((name) => `STAGEGATE_${name.toUpperCase().replaceAll('-', '_')}`);
  return [...files.flatMap((file) => read(file).match(SETTING) ?? []), ...named];
}

/** Settings that name a file; the chart knows such a file by the rest of the name. */
const secretsOfTheChart = (): string[] => variablesRead().map((name) => name.replace(/_FILE$/, ''));

it.each(PAGES)('the settings that %s names exist', (page) => {
  const ofTheChart = page === 'docs/kubernetes.md' ? secretsOfTheChart() : [];
  const known = new Set([...variablesRead(), ...ofTheChart, ...NOT_OF_THE_SERVICE, ...variablesOfJobs()]);
  const named = new Set(read(page).match(SETTING));
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
});

/** A recipe makes these; they are not there before. */
const MADE_BY_RECIPES = [
  'src/judging/kinds/sample-size/sample-size-rule.ts',
  'sample-size-rule.ts',
  'sample-size-reasons.ts',
  'evaluate-sample-size.ts',
  'sample-size-kind.ts',
  'sample-size.spec.ts',
];

it.each(['CONTRIBUTING.md', 'docs/ARCHITECTURE.md'])('files that %s names are there', (page) => {
  const named = [...read(page).matchAll(/`(\w[\w./-]*\.ts)`/g)].map(([, name]) => name!);
  const missing = named.filter((name) => !FILES.some((file) => file === name || file.endsWith(`/${name}`)));
  expect(missing.filter((name) => !MADE_BY_RECIPES.includes(name))).toEqual([]);
});

it.each(['CONTRIBUTING.md', 'docs/ARCHITECTURE.md'])('folders that %s names are there', (page) => {
  const named = [...read(page).matchAll(/`(\w[\w./-]*)\/`/g)].map(([, name]) => `/${name}/`);
  const known = [...FILES, ...MADE_BY_RECIPES].map((file) => `/${file}`);
  expect(named.filter((name) => !known.some((file) => file.includes(name)))).toEqual([]);
});

it('the page of concepts shows every move, and which need a reason', () => {
  const [, table] = /^\| move .*\n\|.*\n((?:\|.*\n)+)/m.exec(read('docs/concepts.md'))!;
  const shown = table!
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map(([, kind, ways, demands]) => ({
      kind,
      ways: [...ways!.matchAll(/\w+ → \w+/g)].map(([way]) => way).toSorted(),
      asksForReason: /\ba reason\b/.test(demands!),
    }));
  const known = MOVE_KINDS.map((kind) => {
    const promotions = MOVES.filter((move) => move.kind === 'promote');
    const overrides = promotions.flatMap(({ from, to }) => findOverride(from, to) ?? []);
    const moves = [...MOVES, ...overrides].filter((move) => move.kind === kind);
    const ways = moves.map(({ from, to }) => `${from} → ${to}`).toSorted();
    return { kind, ways, asksForReason: moves.some(({ reasonRequired }) => reasonRequired) };
  });
  expect(shown).toEqual(known);
});

it('every decision is in the list of decisions', () => {
  const records = FILES.filter((file) => /^docs\/adr\/\d/.test(file)).map((file) => file.split('/').at(-1)!);
  const listed = [...read('docs/adr/README.md').matchAll(/\]\((\d[^)]+)\)/g)].map(([, file]) => file!);
  expect(listed.toSorted()).toEqual(records.toSorted());
});
