import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACROSS_FOLDERS, CIRCLES, FILES as SOURCE_FILES, folderOf, SOURCES } from '../support/folders.js';

/** Groups that own tables and, above them, the doors that read them, the highest first; an import leads down these, and so does SQL. */
const GROUPS = ['edges', 'promotion', 'measuring', 'registry', 'access', 'record', 'platform'];

/** SQL that goes past the owner of a table all the same, each with what it saves. What is no longer so has to leave the list. */
const EXCEPTIONS: Record<string, string> = {
  'access/role-bindings/role-bindings.queries.ts reads models':
    'a binding holds for a model under its name of now, which each request asks for in one statement',
  'access/roles/roles.queries.ts reads role_bindings': 'a role that a binding gives is not deleted',
  'access/roles/roles.queries.ts reads trust_rules': 'and one that a trust rule gives is not, either',
  'record/audit/reach.queries.ts reads models': 'the record tells of the models alone that its reader may know of',
  'registry/models/models.queries.ts reads model_versions':
    'a model is answered with its newest version in one statement',
  'registry/models/models.queries.ts reads model_aliases': 'and with its aliases',
  'registry/models/models.queries.ts reads production_tenures': 'and, of a time, with what was in Production then',
  'registry/models/models.queries.ts reads transitions':
    'what awaits approval is not deleted, and only its row says so',
  'registry/models/models.queries.ts reads gate_policy_revisions':
    'a list of models says which of them no policy holds for, in one statement',
  'registry/models/models.queries.ts reads model_holds':
    'a model is answered with what keeps it from being promoted, in one statement',
  'registry/models/models.queries.ts reads reviews': 'and with its open reviews',
  'promotion/transitions/transition-outcomes.service.ts writes gate_reports':
    'a transition and its report are one statement of a promotion',
};

interface Mention {
  file: string;
  how: 'reads' | 'writes';
  table: string;
}

const FILES = SOURCE_FILES.map((file) => ({ file, text: readFileSync(join(SOURCES, file), 'utf8') }));

/** The feature of a file: its group and the folder below. */
function featureOf(file: string): string {
  return file.split('/', 2).join('/');
}

/** Each entity with its table, and the feature whose folder holds it. */
const ENTITIES = FILES.flatMap(({ file, text }) =>
  [...text.matchAll(/@Entity\('(\w+)'\)[^]*?export class (\w+)/g)].map(([, table, name]) => ({
    table: table!,
    name: name!,
    file,
  })),
);
const OWNERS = new Map(ENTITIES.map(({ table, file }) => [table, featureOf(file)]));
const TABLES = new Map(ENTITIES.flatMap(({ table, name }) => [[table, table] as const, [name, table] as const]));

/** A table after a keyword of SQL, or an entity as what a function of ours or of TypeORM works on. */
const MENTION =
  /\b(?:(FROM|JOIN|USING|INTO|UPDATE|DELETE\s+FROM|TRUNCATE|TABLE|NULL::)\s*(?:ONLY\s+)?|(columnsOf|find\w*|count\w*|exist\w*|maximum|getRepository|createQueryBuilder|insert\w*|into|update|delete|upsert|save|remove)\((?:manager, )?)(\w+)/g;
const WRITING = /^(into|update|delete|truncate|table|insert|upsert|save|remove)/i;

/** Every table that SQL in a file names, and whether it is changed there. */
function mentionsIn(file: string, text: string): Mention[] {
  return [...text.matchAll(MENTION)].flatMap(([, keyword, method, name]) => {
    const table = TABLES.get(name!);
    return table === undefined ? [] : [{ file, how: WRITING.test((keyword ?? method)!) ? 'writes' : 'reads', table }];
  });
}

/** A table is read by its feature, by those of its group that import it, and by the groups above; it is changed by its feature alone. */
function isProper({ file, how, table }: Mention): boolean {
  const owner = OWNERS.get(table)!;
  if (featureOf(file) === owner) return true;
  const arrow = `${folderOf(file)} → ${owner}`;
  if (how === 'reads' && ACROSS_FOLDERS.has(arrow) && !(arrow in CIRCLES)) return true;
  const [from, to] = [file, owner].map((path) => GROUPS.indexOf(path.split('/', 1)[0]!));
  return how === 'reads' && from! >= 0 && from! < to!;
}

const MENTIONS = FILES.flatMap(({ file, text }) => mentionsIn(file, text));

it('every table belongs to a feature of a group', () => {
  expect(OWNERS.size).toBeGreaterThan(15);
  expect([...OWNERS.values()].filter((owner) => !GROUPS.includes(owner.split('/', 1)[0]!))).toEqual([]);
});

it.each([
  ['DELETE FROM models m', 'writes models'],
  ['INSERT INTO tokens SELECT 1', 'writes tokens'],
  ['UPDATE model_aliases SET a = 1', 'writes model_aliases'],
  ['LOCK TABLE models', 'writes models'],
  ['insertionOf(GateReportRecord, 1)', 'writes gate_reports'],
  ['insertRow(manager, Transition, row)', 'writes transitions'],
  ['manager.update(Model, id, {})', 'writes models'],
  ['SELECT FROM audit_events e', 'reads audit_events'],
  ['JOIN transitions t ON true', 'reads transitions'],
  ['manager.findOneBy(Token, { id })', 'reads tokens'],
])('a table is found in %s', (text, mention) => {
  expect(mentionsIn('x.ts', text).map(({ how, table }) => `${how} ${table}`)).toEqual([mention]);
});

it('what only looks like a table is none', () => {
  expect(mentionsIn('x.ts', 'SELECT FROM m FOR NO KEY UPDATE OF models_of; find(modelNames)')).toEqual([]);
});

it('SQL reads the tables of its feature and of those below, and changes those of its feature alone', () => {
  const improper = MENTIONS.filter((mention) => !isProper(mention));
  const shown = new Set(improper.map(({ file, how, table }) => `${file} ${how} ${table}`));
  expect([...shown].sort()).toEqual(Object.keys(EXCEPTIONS).sort());
});

it('ARCHITECTURE tells of every table what the database refuses', () => {
  const page = readFileSync(join(SOURCES, '..', 'docs', 'ARCHITECTURE.md'), 'utf8');
  const [, rows] = /^## Tables and what they guarantee$([^]*?)^## /m.exec(page)!;
  const named = [...rows!.matchAll(/^\| (`.*?`) +\|/gm)].flatMap(([, cell]) => cell!.match(/\w+/g)!);
  const tables = FILES.flatMap(({ text }) => [...text.matchAll(/^@(?:Entity|QueueTable)\('(\w+)'\)/gm)]);
  expect(named.toSorted()).toEqual(tables.map(([, table]) => table).toSorted());
});
