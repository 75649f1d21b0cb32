import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const SOURCES = join(import.meta.dirname, '..', '..', 'src');

export interface Import {
  from: string;
  to: string;
}

/** The files of `src/` without their specs. */
export const FILES = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);

/** Everything a file imports of ours, whether it remains at run time or not. */
export function importsOf(from: string): Import[] {
  const text = readFileSync(join(SOURCES, from), 'utf8');
  const paths = text.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)\.js'/g);
  return [...paths].map(([, path]) => ({ from, to: `${join(from, '..', path!)}.ts` }));
}

export const IMPORTS = FILES.flatMap(importsOf);

/** The folder of a file inside its group; null for one that stands beside the folders. */
export function folderOf(file: string): string | null {
  const [group, folder, rest] = file.split('/', 3);
  return rest === undefined ? null : `${group}/${folder}`;
}

/** Every arrow between two folders of one group, as `access/roles → access/tokens`. */
export const ACROSS_FOLDERS: ReadonlySet<string> = new Set(
  IMPORTS.flatMap(({ from, to }) => {
    const [folder, other] = [folderOf(from), folderOf(to)];
    if (folder === null || other === null || folder === other) return [];
    return from.split('/', 1)[0] === to.split('/', 1)[0] ? [`${folder} → ${other}`] : [];
  }),
);

/**
 * Arrows between folders of one group that close a circle all the same, each with its reason. The list only shrinks: what is no
 * longer so has to leave it.
 */
export const CIRCLES: Record<string, string> = {
  'access/roles → access/tokens':
    'a role that a token carries is not deleted, and no token is issued with one that is not there',
  'access/role-bindings → access/tokens':
    'rights stand as long as their token, which is issued within the rights of its issuer',
  'promotion/waivers → promotion/gates':
    'a waiver is granted by what the gates say now, and the gates heed it from then on',
  'promotion/waivers → promotion/transitions': 'and never to somebody who may not approve the move that it lets pass',
  'promotion/holds → promotion/transitions': 'a hold references the rollback that set it, and moves ask for holds',
  'promotion/overrides → promotion/transitions':
    'a review references the transition that it looks back at, and moves ask for open reviews',
};
