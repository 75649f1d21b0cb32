import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseGatePolicy } from '../../src/judging/policy/parse-gate-policy.js';
import { firstLine } from '../support/ci/page-script.js';
import { GUIDES, NOT_RUN, RUN_BY } from '../support/ci/programs-of-pages.js';

const ROOT = join(import.meta.dirname, '..', '..');
const FOLDERS = ['.', 'action', 'cli', 'clients', 'docs', 'examples'];
const FENCE = /^ *```(.*)\n([^]*?)^ *```$/gm;

/** Languages of what is no program: what is printed, policies that are read below, and pictures. */
const SHOWN = ['text', 'json', 'xml', 'mermaid'];

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

function pagesBelow(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: folder !== '.', encoding: 'utf8' });
  const pages = files.map((file) => join(folder, file)).filter((file) => file.endsWith('.md'));
  return pages.filter((file) => !/(^|\/)(node_modules|\.venv|target|dist)\//.test(file));
}

const PAGES = [...new Set(FOLDERS.flatMap(pagesBelow))];
const fencesOf = (page: string) =>
  [...read(page).matchAll(FENCE)].map(([, language, body]) => [language!, body!] as const);

const entries = [...Object.keys(GUIDES), ...Object.keys(RUN_BY), ...Object.keys(NOT_RUN)];

it('every page with a program says who runs it, or why nobody can', () => {
  const withPrograms = PAGES.filter((page) => fencesOf(page).some(([language]) => !SHOWN.includes(language)));
  expect(withPrograms.length).toBeGreaterThan(15);
  expect(entries.toSorted()).toEqual(withPrograms.toSorted());
});

it.each(PAGES)('every block of %s says its language', (page) => {
  expect(fencesOf(page).filter(([language]) => !/^\w+$/.test(language))).toEqual([]);
});

it.each(Object.entries(RUN_BY))('%s is read by %s', (page, spec) => {
  expect(existsSync(join(ROOT, spec))).toBe(true);
  expect(read(spec)).toContain(basename(page));
});

it.each(Object.entries(GUIDES))(
  '%s has programs in the shell alone, and the blocks that are left out',
  (page, guide) => {
    const programs = fencesOf(page).filter(([language]) => !SHOWN.includes(language));
    expect(programs.filter(([language]) => language !== 'sh')).toEqual([]);
    const firsts = programs.map(([, body]) => firstLine(body));
    expect(Object.keys(guide.leftOut ?? {}).filter((first) => !firsts.includes(first))).toEqual([]);
  },
);

it('every reason is a sentence', () => {
  const reasons = [
    ...Object.values(NOT_RUN),
    ...Object.values(GUIDES).flatMap(({ leftOut = {} }) => Object.values(leftOut)),
  ];
  expect(reasons.filter((reason) => !/^[A-Z].{20,}\.$/.test(reason))).toEqual([]);
});

const POLICY_PAGES = [
  'README.md',
  'docs/approvals.md',
  'docs/freezes-holds-and-emergencies.md',
  'docs/gates.md',
  'docs/policies.md',
];
const policiesOf = (page: string) => fencesOf(page).filter(([language]) => language === 'json');

/** A rule alone stands in a policy that also judges quality, as each has to. */
function asPolicy(document: Record<string, unknown>): unknown {
  if ('rules' in document && document.kind !== 'group') return document;
  return { rules: [{ metric: 'accuracy', min: 0.5 }, document] };
}

it.each(POLICY_PAGES)('every policy and rule that %s shows is one', (page) => {
  const parsed = policiesOf(page).map(([, body]) => parseGatePolicy(asPolicy(JSON.parse(body))));
  expect(parsed.length).toBeGreaterThan(0);
  expect(parsed.filter(({ ok }) => !ok)).toEqual([]);
});

it('no other page shows JSON', () => {
  expect(PAGES.filter((page) => policiesOf(page).length > 0).toSorted()).toEqual(POLICY_PAGES);
});

/** What follows `stagegate` in a page's code: its first word, or its first two where they are one command. */
function commandsOf(page: string, known: readonly string[]): string[] {
  const calls = [...read(page).matchAll(/(?:`|^|[|;&(] ?)(?:npx )?stagegate ([a-z]+(?:-[a-z]+)*)(?: ([a-z]+))?/gm)];
  return calls.map(([, first, second]) => (known.includes(`${first} ${second}`) ? `${first} ${second}` : first!));
}

it('every command of `stagegate` that a page names is in its reference', () => {
  const known = [...read('docs/cli.md').matchAll(/^## ([a-z -]+)$/gm)].map(([, command]) => command!);
  const named = PAGES.filter((page) => page !== 'docs/cli.md').flatMap((page) => commandsOf(page, known));
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((command) => !known.includes(command))).toEqual([]);
});
