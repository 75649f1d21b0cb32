import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { TestApp } from './support/app/app.js';
import { Client, type Json } from './support/app/client.js';
import { breaksDocument, checkContract, DOCUMENT, type Operation } from './support/app/contract.js';
import { bodiesOf, changed } from './support/app/schema-bodies.js';

/** The same bodies in every run: the campaign of fuzzing varies them. */
const SEED = 20_261_128;
const BODIES = 40;

/** What fields say about each other, and no schema can: a code, and where. */
const BEYOND_SCHEMAS: readonly [RegExp, RegExp][] = [
  [/^DUPLICATE_METRIC$/, /^\/metrics\/\d+$/],
  [/^IS_FINITE_NUMBER$/, /^\/metrics\/\d+\/(value|undefined)$/],
  [/^IS_INTERVAL$/, /^\/metrics\/\d+\/ci/],
  [/^IS_SLICE$/, /^\/(metrics|paired|slices)\/\d+/],
  [/^(IS_EVIDENCE|UNKNOWN_FIELD)$/, /^\/paired\/\d+\/./],
  [/^IS_INVENTORY$/, /^\/inventory\/./],
  [/^IS_ONE_WAY$/, /^$/],
  // Which of two moments comes first.
  [/^IS_SPAN$/, /^\/from$/],
  // What a calendar knows of time zones, moments and spans.
  [
    /^(UNKNOWN_TIME_ZONE|INVALID_\w+|EMPTY_WINDOW|NEVER_HOLDS|ONE_WINDOW)$/,
    /^\/(timeZone|start|end|recurrence(\/\w+)?)$/,
  ],
  // What is there: roles, types of events, issuers; and whether claims say who somebody is.
  [/^(IS_SOME_OF|IS_SOME_KNOWN|IS_ISSUER|IS_IDENTIFYING)$/, /^\/(roles|types|issuer|claims)$/],
  [/^(IS_ONE_HOLDER|IS_ONE_REACH)$/, /^(\/modelPrefix)?$/],
  [/^IS_ENVELOPE_OR_BUNDLE$/, /^(\/bundle)?$/],
  // A reason may be in the query instead, and numbers grow from one version to the next.
  [/^(REQUIRED|CONFLICT)$/, /^\/(reason|versions\/\d+)$/],
  // Classes of Unicode, which patterns of other languages do not know.
  [/^(IS_SUBJECT|IS_APPROVAL_ROLE)$/, /^\/(subject|approvalRoles\/\d+)$/],
  [
    /^(REQUIRED|NOT_APPLICABLE|NOT_SUPPORTED|CONFLICT|DUPLICATE|TWO_CLASSES|UNKNOWN_\w+)$/,
    /^\/(columns\/\w+|threshold|classes|slices|crosses|cutoffs|thousands)/,
  ],
];

const BODIED = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, operation]): [string, string, string, Operation][] =>
    operation.requestBody?.content['application/json']
      ? [[operation.operationId, method.toUpperCase(), path, operation]]
      : [],
  ),
);

const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-generated-'));
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start({ env: { STAGEGATE_DATA_DIR: dataDir } });
  // Names that are made up by chance do not read as sentences.
  admin = new Client(app.url, (await app.as('admin', 'admin')).token, checkContract);
  await admin.post('/models', { name: 'generated' });
  await admin.post('/models/generated/versions', { artifactUri: 's3://1' });
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A renamed model would be gone for all others. */
function targetOf(operationId: string, path: string): string {
  const named = { model: operationId === 'renameModel' ? 'nothing' : 'generated', version: '1', alias: 'blue' };
  const values: Record<string, string> = { ...named, id: '01936b2e-0000-7000-8000-000000000000' };
  return path.replace('/api/v1', '').replace(/\{(\w+)\}/g, (_all, name: string) => values[name]!);
}

function isOfShape({ code, pointer }: { code: string; pointer: string }): boolean {
  return !BEYOND_SCHEMAS.some(([codes, places]) => codes.test(code) && places.test(pointer));
}

/** A page of the service, since signing in is taken from those alone. */
const FROM_OURS = { headers: { 'sec-fetch-site': 'same-origin' } };

/** A draft is answered with its faults. */
function refuses(status: number, { faults }: { faults?: unknown[] }): boolean {
  return status === 400 || status === 422 || (status === 200 && faults !== undefined && faults.length > 0);
}

it('there are bodies to generate', () => {
  expect(BODIED.length).toBeGreaterThan(15);
});

it.each(BODIED)(
  '%s (%s %s) takes the bodies that the document allows, and no others',
  async (id, method, path, operation) => {
    const schema = operation.requestBody!.content['application/json']!.schema;
    const body = bodiesOf(schema).chain((valid) => fc.oneof(fc.constant(valid), changed(valid)));
    const target = targetOf(id, path);
    await fc.assert(
      fc.asyncProperty(body, async (sent) => {
        const { status, body: answer } = await admin.send(method, target, sent, FROM_OURS);
        const faults: Json[] = answer.code === 'VALIDATION_FAILED' ? answer.errors.filter(isOfShape) : [];
        const broken = breaksDocument(operation, 'application/json', sent);
        if (broken === null) expect({ status, faults }).toEqual({ status, faults: [] });
        else expect({ broken, isRefused: refuses(status, answer) }).toEqual({ broken, isRefused: true });
      }),
      { seed: SEED, numRuns: BODIES },
    );
  },
);
