import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(import.meta.dirname, '..', '..', 'src');

/** Folders by layer, the highest first; an import leads into the same layer or one below. */
const LAYERS = [
  ['.', 'api-document', 'console', 'mlflow-compat'],
  ['aliases'],
  ['transitions', 'comparisons', 'replays'],
  ['gates'],
  ['policies', 'rules', 'evaluations', 'predictions', 'versions', 'datasets'],
  ['models', 'regression'],
  ['measures'],
  ['policy-document'],
  ['idempotency'],
  ['audit', 'auth', 'docs', 'health', 'evidence'],
  ['http', 'statistics', 'embedded-postgres'],
];

/** Files at the top that a feature may read: what the service is told, and its database. */
const FOUNDATION = ['config.js', 'database.js', 'prepared-reads.js', 'ambient-transaction.js'];

/** Imports that lead upwards all the same; the list only shrinks. */
const EXCEPTIONS: readonly string[] = [];

interface Import {
  from: string;
  to: string;
  line: string;
}

function layerOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(SOURCES, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [join(folder, entry.name)]
        : [],
  );
}

/** Imports that exist at run time: a type vanishes when it is compiled, and with it the dependence. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(SOURCES, file), 'utf8');
  const from = file.includes('/') ? file.split('/', 1)[0]! : '.';
  return [...text.matchAll(/^import (?:(\{[^}]*\}|[\w*, ]+) from )?'(\.[^']+)';/gms)]
    .filter(([, names = '']) => !/^\{(\s*type \w+( as \w+)?,?)+\s*\}$/s.test(names))
    .filter(([, , path]) => !FOUNDATION.includes(path!.replace(/^\.\.\//, '')))
    .map(([, , path]) => {
      const target = join(file, '..', path!);
      return { from, to: target.includes('/') ? target.split('/', 1)[0]! : '.', line: `${file} → ${path}` };
    });
}

const FILES = filesIn('').filter((file) => !file.endsWith('.spec.ts'));

it('every folder has a place in the layers', () => {
  const folders = new Set(FILES.map((file) => (file.includes('/') ? file.split('/', 1)[0]! : '.')));
  expect([...folders].filter((folder) => layerOf(folder) < 0)).toEqual([]);
});

it('imports point down', () => {
  const upwards = FILES.flatMap(importsOf).filter(
    ({ from, to }) => !to.startsWith('..') && layerOf(to) < layerOf(from),
  );
  expect(upwards.map(({ line }) => line).filter((line) => !EXCEPTIONS.includes(line))).toEqual([]);
});

it('only the list of migrations reaches outside of the sources', () => {
  const outside = FILES.flatMap(importsOf).filter(({ to }) => to === '..');
  expect(new Set(outside.map(({ line }) => line.split(' ', 1)[0]))).toEqual(new Set(['database.ts']));
});
