import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACROSS_FOLDERS, CIRCLES, FILES, type Import, IMPORTS, importsOf } from '../support/folders.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Folders of `src/` as floors, the highest first: an import leads down, a type's too. ARCHITECTURE.md explains each. */
const GROUPS = [
  'edges',
  'commands',
  'serving',
  'promotion',
  'measuring',
  'registry',
  'access',
  'record',
  'platform',
  'judging',
  'values',
] as const;

/** Folders of `judging/`, the highest first; the files beside them put everything together and stand above. */
const CORE = ['policy', 'kinds', 'context', 'outcome', 'evidence', 'statistics', 'verdict'] as const;

/** Translate, or start; nobody but the files at the root of `src/` builds on them. */
const DOORS = ['edges', 'commands'];

/** Files at the root see everything, so nothing below may see them, but a command that starts on its own. */
const START = ['app.module.ts', 'connect.ts', 'database.ts'];

function groupOf(file: string): string {
  return file.includes('/') ? file.split('/', 1)[0]! : '.';
}

function heightOf(file: string): number {
  return GROUPS.findIndex((group) => group === groupOf(file));
}

const inGroups = IMPORTS.filter(({ from }) => groupOf(from) !== '.');

const show = (found: readonly Import[]): string[] => found.map(({ from, to }) => `${from} → ${to}`);

it('every folder of the sources is a group', () => {
  expect([...new Set(FILES.map(groupOf))].filter((group) => group !== '.' && !GROUPS.some((g) => g === group))).toEqual(
    [],
  );
});

it('imports lead down the groups, those of types too', () => {
  const upwards = inGroups.filter(({ from, to }) => groupOf(to) !== '.' && heightOf(to) < heightOf(from));
  expect(show(upwards)).toEqual([]);
});

it('nothing builds on the doors or on the files at the root', () => {
  const intoDoors = inGroups.filter(({ from, to }) => DOORS.includes(groupOf(to)) && groupOf(to) !== groupOf(from));
  const intoRoot = inGroups.filter(
    ({ from, to }) => groupOf(to) === '.' && !(groupOf(from) === 'commands' && START.includes(to)),
  );
  expect(show([...intoDoors, ...intoRoot])).toEqual([]);
});

it('the judging core knows the values alone, and the values know nothing', () => {
  const leaving = inGroups.filter(
    ({ from, to }) =>
      (groupOf(from) === 'judging' && !['judging', 'values'].includes(groupOf(to))) ||
      (groupOf(from) === 'values' && groupOf(to) !== 'values'),
  );
  expect(show(leaving)).toEqual([]);
});

it('inside the core imports lead down its folders, those of types too', () => {
  const floorOf = (file: string): number => CORE.findIndex((folder) => file.startsWith(`judging/${folder}/`));
  const inside = inGroups.filter(({ from, to }) => groupOf(from) === 'judging' && groupOf(to) === 'judging');
  expect(show(inside.filter(({ from, to }) => floorOf(to) < floorOf(from)))).toEqual([]);
  const folders = FILES.filter((file) => /^judging\/.*\//.test(file)).map((file) => file.split('/')[1]!);
  expect([...new Set(folders)].toSorted()).toEqual([...CORE].toSorted());
});

it('no kind of rule knows another but those that it is made of', () => {
  const kindOf = (file: string): string | undefined => /^judging\/kinds\/([^/]+)\//.exec(file)?.[1];
  const across = IMPORTS.filter(
    ({ from, to }) => kindOf(from) !== undefined && kindOf(to) !== undefined && kindOf(from) !== kindOf(to),
  );
  expect([...new Set(across.map(({ from }) => kindOf(from)))]).toEqual(['short-form']);
});

it('the engine process shares no code with the service but its contract and the core', () => {
  const engine = 'measuring/predictions/engine/';
  const leaving = inGroups.filter(
    ({ from, to }) =>
      from.startsWith(engine) &&
      from !== `${engine}engine.service.ts` &&
      !to.startsWith(engine) &&
      !ENGINE_READS.includes(to) &&
      !['judging', 'values'].includes(groupOf(to)),
  );
  expect(show(leaving)).toEqual([]);
});

/** What the engine takes from its feature all the same: pure files; the list only shrinks. */
const ENGINE_READS: readonly string[] = ['measuring/predictions/prediction-layout.ts'];

it('no file imports itself by a detour', () => {
  expect(circlesOf(new Map(FILES.map((file) => [file, importsOf(file).map(({ to }) => to)])))).toEqual([]);
});

it('no folder of a group imports itself by a detour', () => {
  expect(Object.keys(CIRCLES).filter((arrow) => !ACROSS_FOLDERS.has(arrow))).toEqual([]);
  const graph = new Map<string, string[]>();
  for (const arrow of ACROSS_FOLDERS) {
    const [from, to] = arrow.split(' → ') as [string, string];
    if (!(arrow in CIRCLES)) graph.set(from, [...(graph.get(from) ?? []), to]);
  }
  expect(circlesOf(graph)).toEqual([]);
});

it('only the list of migrations reaches outside of the sources', () => {
  const outside = IMPORTS.filter(({ to }) => to.startsWith('..'));
  expect([...new Set(outside.map(({ from }) => from))]).toEqual(['database.ts']);
});

it('ARCHITECTURE names the groups in this order', () => {
  const page = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8');
  const rows = [...page.matchAll(/^\| `(\w+)\/` /gm)].map(([, group]) => group);
  expect(rows).toEqual([...GROUPS].filter((group) => rows.includes(group)));
  expect([...new Set(FILES.map(groupOf))].filter((group) => group !== '.' && !rows.includes(group))).toEqual([]);
});

it('ARCHITECTURE names the folders of each group', () => {
  const page = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8');
  const folders = [...new Set(FILES.flatMap((file) => /^[^/]+\/[^/]+(?=\/)/.exec(file) ?? []))];
  const named = [...page.matchAll(/^\| `(\w+)\/` (.*)$/gm)].flatMap(([, group, row]) =>
    [...row!.matchAll(/`([\w-]+)\/?`/g)].map(([, folder]) => `${group}/${folder}`),
  );
  expect(folders.filter((folder) => !named.includes(folder))).toEqual([]);
});

/** Circles of a graph, each as its members in the order they are found. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const begin = path.indexOf(file);
    if (begin >= 0) circles.push(path.slice(begin));
    if (begin >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}
