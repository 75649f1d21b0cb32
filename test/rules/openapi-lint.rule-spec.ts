import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DOCUMENT } from '../support/app/contract.js';

const ROOT = join(import.meta.dirname, '..', '..');
const ALL = DOCUMENT.components as Record<string, Record<string, unknown>>;
const LINTER = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin', 'cli.js');

interface Report {
  problems: { ruleId: string; severity: string }[];
}

/** Lints documents by the house rules, all in one process; answers the rules that each of them breaks. */
function lint(documents: object[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'stagegate-lint-'));
  const files = documents.map((document, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify(document));
    return file;
  });
  const options = ['--config', join(ROOT, 'redocly.yaml'), '--format', 'json', '--max-problems', '1000'];
  const { stdout } = spawnSync(process.execPath, [LINTER, 'lint', ...files, ...options], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const reports = JSON.parse(`[${stdout.replaceAll('\n}{', '\n},{')}]`) as Report[];
  return reports.map(({ problems }) => [
    ...new Set(problems.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId)),
  ]);
}

/** The document with these paths alone, and what they refer to: enough to break a rule in, and quickly read. */
function excerpt(...paths: string[]): typeof DOCUMENT {
  const kept = Object.fromEntries(paths.map((path) => [path, DOCUMENT.paths[path]!]));
  const components: Record<string, Record<string, unknown>> = { securitySchemes: ALL.securitySchemes! };
  const rest: unknown[] = [kept];
  while (rest.length > 0) {
    for (const [, kind, name] of JSON.stringify(rest.pop()).matchAll(/"#\/components\/(\w+)\/([\w.-]+)/g)) {
      if (components[kind!]?.[name!] !== undefined) continue;
      (components[kind!] ??= {})[name!] = ALL[kind!]![name!];
      rest.push(ALL[kind!]![name!]);
    }
  }
  return structuredClone({ ...DOCUMENT, paths: kept, components }) as typeof DOCUMENT;
}

type Edit = (document: typeof DOCUMENT) => void;

const listModels = (document: typeof DOCUMENT) => document.paths['/api/v1/models']!.get!;
const createModel = (document: typeof DOCUMENT) => document.paths['/api/v1/models']!.post!;
const without = <Item extends { name: string }>(items: Item[] | undefined, name: string): Item[] =>
  (items ?? []).filter((item) => item.name !== name);

const BREAKING: [string, string, Edit][] = [
  ['an operation without a description', 'operation-description', (d) => delete listModels(d).description],
  ['an operation without a summary', 'operation-summary', (d) => delete listModels(d).summary],
  ['an operationId twice', 'operation-operationId-unique', (d) => (listModels(d).operationId = 'getModel')],
  [
    'an operationId that is no camelCase',
    'rule/operation-id-is-camel-case',
    (d) => (listModels(d).operationId = 'list_models'),
  ],
  ['a tag that is not declared', 'operation-tag-defined', (d) => Object.assign(listModels(d), { tags: ['other'] })],
  ['an operation that says nothing of security', 'security-defined', (d) => delete listModels(d).security],
  [
    'an error without its codes',
    'house/errors-list-codes',
    (d) => delete listModels(d).responses[400]!['x-problem-codes'],
  ],
  [
    'a body without an example',
    'house/examples-given',
    (d) => delete createModel(d).requestBody!.content['application/json']!.examples,
  ],
  [
    'an example that breaks its schema',
    'no-invalid-media-type-examples',
    (d) => (createModel(d).requestBody!.content['application/json']!.examples = { wrong: { value: { name: 7 } } }),
  ],
  [
    'an error that is no problem',
    'house/errors-list-codes',
    (d) => (listModels(d).responses[400]!.content = { 'application/json': { schema: { type: 'object' } } }),
  ],
  [
    'a list without a cursor',
    'house/lists-paged',
    (d) => (listModels(d).parameters = without(listModels(d).parameters, 'cursor')),
  ],
  [
    'a POST without Idempotency-Key',
    'house/posts-repeatable',
    (d) => (createModel(d).parameters = without(createModel(d).parameters, 'Idempotency-Key')),
  ],
  [
    'a field without a description',
    'house/fields-described',
    (d) => delete d.components.schemas.ModelResponse!.properties!.name!.description,
  ],
  [
    'a number without a range or a unit',
    'house/numbers-bounded',
    (d) => (d.components.schemas.ModelResponse!.properties!.size = { type: 'number', description: 'Size.' }),
  ],
  [
    'an enum without a name',
    'house/enums-named',
    (d) => (d.components.schemas.ModelResponse!.properties!.color = { enum: ['red', 'blue'], description: 'Color.' }),
  ],
];

const EXCERPT = ['/api/v1/models', '/api/v1/models/{model}'];
let ofDocument: string[];
let ofExcerpt: string[];
let ofBroken: string[][];

beforeAll(() => {
  const broken = BREAKING.map(([, , edit]) => {
    const document = excerpt(...EXCERPT);
    edit(document);
    return document;
  });
  [ofDocument, ofExcerpt, ...ofBroken] = lint([DOCUMENT, excerpt(...EXCERPT), ...broken]) as [string[], string[]];
});

it('the document keeps the house rules, and so does the excerpt in which they are broken', () => {
  expect([ofDocument, ofExcerpt]).toEqual([[], []]);
});

it.each(BREAKING.map(([name, rule], index) => [name, rule, index] as const))(
  'the linter notices %s',
  (_name, rule, index) => {
    expect(ofBroken[index]).toContain(rule);
  },
);
