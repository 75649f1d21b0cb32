import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Archived, Archivist } from '../src/record/archive/archivist.service.js';
import { readLines } from '../src/record/archive/lines.reader.js';
import { type NoteKey } from '../src/record/checkpoints/signed-note.js';
import { readKeys } from '../verifier/src/trusted-keys.js';
import { type Verdict, verifyExport } from '../verifier/src/verify.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { governedRegistry } from './support/app/governed-registry.js';
import { guardedModel, teamOf, type Team } from './support/app/registry.js';

/** A registry with a history, of which all but the end is archived in three segments. */
let app: TestApp;
let team: Team;
let admin: Client;
let folder: string;
let keys: NoteKey[];
let files: string[];
let before: { verification: Json; checkpoint: Json; export: string; asOf: Json; aliases: Json; at: string };
let rest: string;
let checkpoint: Json;

const sql = (text: string, values: unknown[] = []): Promise<Json[]> => app.dataSource.query(text, values);
const lines = (text: string): string[] => text.trimEnd().split('\n');

async function archive(mostEvents: number, from: TestApp = app, to: string = folder): Promise<Archived> {
  const [{ now }] = await from.dataSource.query('SELECT clock_timestamp() AS now');
  return from.nest.get(Archivist, { strict: false }).archiveNext({ before: now, folder: to, mostEvents });
}

async function exported(query = ''): Promise<string> {
  return (await admin.send('GET', `/audit-events/export?${query}`)).body;
}

const checkpointNow = (): Promise<Json> =>
  admin.get('/audit-events/checkpoint', 200, { headers: { accept: 'application/json' } });

/** What the verifier says of files, one after the other. */
async function verify(paths: readonly string[], note: string | null = checkpoint.note, more = {}): Promise<Verdict> {
  return verifyExport({ lines: readLines(paths), note, earlier: null, keys, isPart: false, proofs: [], ...more });
}

function fileOf(text: string): string {
  const path = join(mkdtempSync(join(folder, 'copy-')), 'lines.ndjson');
  writeFileSync(path, text);
  return path;
}

const textOf = (path: string): string => readFileSync(path, 'utf8');
const kindsOf = ({ faults }: Verdict): string[] => [...new Set(faults.map(({ kind }) => kind))];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagegate-archive-'));
  app = await TestApp.start();
  team = await teamOf(app);
  admin = await app.as('root', 'admin');
  const model = await guardedModel(team);
  await team.root.put(`/models/${model}/aliases/champion`, { version: 1 });
  await team.root.patch(`/models/${model}`, { description: 'as it stood' });
  await team.root.post(`/models/${model}/rename`, { newName: 'attrition' }, 200);
  await checkpointNow();
  keys = readKeys(JSON.stringify(await app.anonymous().get('//.well-known/stagegate-keys.json')));
  const [{ at }] = await sql('SELECT clock_timestamp() AS at');
  before = {
    at: at.toISOString(),
    verification: await admin.get('/audit-events/verification'),
    checkpoint: await checkpointNow(),
    export: await exported(),
    asOf: await admin.get(`/models/attrition?at=${at.toISOString()}`),
    aliases: await admin.get(`/models/attrition/versions/1?at=${at.toISOString()}`),
  };
  files = [];
  for (const most of [3, 5, 1_000]) {
    const archived = await archive(most);
    if ('nothing' in archived) throw new Error(archived.nothing);
    files.push(archived.file);
  }
  await team.root.patch('/models/attrition', { description: 'changed since' });
  rest = fileOf(await exported());
  checkpoint = await checkpointNow();
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('the record stays whole, and says until where it is archived', async () => {
  const now = await admin.get('/audit-events/verification');
  const [last] = await sql('SELECT * FROM audit_segments ORDER BY number DESC LIMIT 1');
  expect(now).toMatchObject({
    valid: true,
    broken: [],
    differing: 0,
    archived: { segments: 3, through: Number(last.last), events: Number(last.size), digest: last.digest },
  });
  expect(now.events).toBeGreaterThan(before.verification.events);
  const [{ content }] = await sql('SELECT count(*)::int AS content FROM audit_events WHERE sequence <= $1', [
    last.last,
  ]);
  expect(content).toBe(0);
});

it('what was answered before is answered after: digests, checkpoints, proofs, and models as they stood', async () => {
  const { verification, checkpoint: earlier } = before;
  const again = await admin.get(`/audit-events/verification?to=${verification.through}`);
  expect([again.digest, again.events]).toEqual([verification.digest, verification.events]);
  const query = `sequence=1&size=${earlier.size}`;
  expect(await admin.get(`/audit-events/checkpoint/inclusion?${query}`)).toMatchObject({ sequence: 1, index: 0 });
  await admin.get(`/audit-events/checkpoint/consistency?from=3&to=${earlier.size}`);
  expect(await admin.get(`/models/attrition?at=${before.at}`)).toEqual(before.asOf);
  expect(await admin.get(`/models/attrition/versions/1?at=${before.at}`)).toEqual(before.aliases);
  expect((await app.anonymous().get('//.well-known/stagegate-keys.json')).keys).toHaveLength(1);
});

it('segments hold the events byte for byte as they were exported', () => {
  const events = files.flatMap((file) => lines(textOf(file)).slice(1, -2));
  const archived = lines(before.export).filter((line) => events.includes(line));
  expect(events.length).toBe(Number(events.length));
  expect(archived).toEqual(lines(before.export));
});

it('the segments are listed, each with what its file is known by', async () => {
  const auditor = await app.as('auditor', 'viewer');
  const { items, nextCursor } = await auditor.get('/audit-events/segments');
  expect([items.map(({ fileName }: Json) => join(folder, fileName)), nextCursor]).toEqual([files, null]);
  for (const [at, file] of files.entries()) {
    const [header, ...others] = lines(textOf(file));
    const sealed = createHash('sha256').update(textOf(file).slice(0, -(others.at(-1)!.length + 1)));
    const { segment, first, last, firstAt, lastAt, events, size } = JSON.parse(header!);
    expect(items[at]).toMatchObject({ segment, first, last, firstAt, lastAt, events, size, keyId: keys[0]!.id });
    expect([items[at].fileDigest, items[at].seal]).toEqual([sealed.digest('hex'), JSON.parse(others.at(-1)!).seal]);
    expect(items[at].digest).toBe((await auditor.get(`/audit-events/verification?to=${last}`)).digest);
  }
  const page = await auditor.get('/audit-events/segments?limit=2&sort=-segment');
  const next = await auditor.get(`/audit-events/segments?limit=2&sort=-segment&cursor=${page.nextCursor}`);
  expect([...page.items, ...next.items].map(({ segment }: Json) => segment)).toEqual([3, 2, 1]);
  const holding = await auditor.get(`/audit-events/segments?filter=last >= 4&limit=1`);
  expect(holding.items).toEqual([items[1]]);
  await (await app.as('nobody')).get('/audit-events/segments', 403);
});

it('where nothing was archived no segment is listed', async () => {
  const other = await TestApp.start();
  try {
    const empty = { items: [], nextCursor: null };
    expect(await (await other.as('auditor', 'viewer')).get('/audit-events/segments')).toEqual(empty);
  } finally {
    await other.stop();
  }
});

it('the verifier follows segments and an export of what came after, up to the checkpoint', async () => {
  const verdict = await verify([...files, rest]);
  expect(verdict).toMatchObject({ valid: true, faults: [], segments: 3, last: checkpoint.sequence });
  expect(verdict.events).toBe(checkpoint.size);
  expect((await verify(files, null)).valid).toBe(true);
  const newest = await verify([files[2]!, rest]);
  expect(newest).toMatchObject({ valid: true, segments: 1 });
  expect(newest.warnings.join()).toContain('before segment 3');
});

it.each<[string, () => string[], string]>([
  ['a segment that is missing', () => [files[0]!, files[2]!, rest], 'missing'],
  ['segments in another order', () => [files[1]!, files[0]!, files[2]!, rest], 'reordered'],
  ['a segment that stands twice', () => [files[0]!, files[0]!, files[1]!, files[2]!, rest], 'reordered'],
  ['the newest segment missing', () => [files[0]!, files[1]!, rest], 'missing'],
  [
    'the end of the last segment missing',
    () => [files[0]!, files[1]!, fileOf(textOf(files[2]!).slice(0, -200))],
    'truncated',
  ],
  [
    'a segment without its seal',
    () => [files[0]!, fileOf(`${lines(textOf(files[1]!)).slice(0, -1).join('\n')}\n`), files[2]!, rest],
    'truncated',
  ],
  [
    'an event that was changed',
    () => [files[0]!, fileOf(textOf(files[1]!).replace('"actor":"', '"actor":"x')), files[2]!, rest],
    'changed',
  ],
  [
    'an event that was taken out',
    () => [files[0]!, fileOf(withoutLine(textOf(files[1]!), 2)), files[2]!, rest],
    'missing',
  ],
  [
    'a header that tells other heads',
    () => [files[0]!, fileOf(textOf(files[1]!).replace('"position":1', '"position":2')), files[2]!, rest],
    'changed',
  ],
  ['an export that lacks its first event', () => [...files, fileOf(withoutLine(textOf(rest), 0))], 'missing'],
  ['an export that was made before', () => [...files, fileOf(before.export)], 'reordered'],
])('the verifier finds %s', async (_what, paths, kind) => {
  const verdict = await verify(paths());
  expect(verdict.valid).toBe(false);
  expect(kindsOf(verdict)).toContain(kind);
});

function withoutLine(text: string, at: number): string {
  return `${lines(text)
    .filter((_line, index) => index !== at)
    .join('\n')}\n`;
}

it('a segment that somebody else sealed is told of', async () => {
  const other = readKeys(
    JSON.stringify({ keys: [{ name: 'stagegate/audit', publicKey: Buffer.alloc(32, 7).toString('base64') }] }),
  );
  expect(kindsOf(await verify(files, null, { keys: other }))).toContain('signature');
});

it('a list says when what was asked for may lie in the archive', async () => {
  const { archived, items } = await admin.get('/audit-events');
  expect(archived.through).toBeLessThan(items.at(-1).sequence);
  expect((await admin.get(`/audit-events?from=${new Date(Date.now() - 1).toISOString()}`)).archived).toBeUndefined();
  expect((await admin.get('/audit-events?model=attrition&to=2020-01-01')).archived).toEqual(archived);
});

it('a cursor of the feed from before the archive is refused by name, and one from its end goes on', async () => {
  const { through } = (await admin.get('/audit-events')).archived;
  for (const path of [
    '/events?cursor=1',
    '/events?cursor=0',
    '/events/stream?cursor=1',
    '/audit-events/export?after=1',
  ]) {
    const answer = await admin.send('GET', path);
    expect([path, answer.status, answer.body.code ?? JSON.parse(answer.body).code]).toEqual([
      path,
      410,
      'EVENTS_ARCHIVED',
    ]);
  }
  const told = await admin.get(`/events?cursor=${through}&limit=200`);
  expect(await admin.get('/events?limit=200')).toEqual(told);
  expect(told.items[0].data.action).toBe('record.archived');
});

it('the record tells of each segment', async () => {
  const { items } = await admin.get('/audit-events?action=record.archived');
  expect(items.length).toBeGreaterThanOrEqual(1);
  const [segment] = await sql('SELECT * FROM audit_segments ORDER BY number DESC LIMIT 1');
  expect(items[0].details).toMatchObject({ segment: segment.number, fileDigest: segment.file_digest });
});

it('what a webhook has not been told of is not archived', async () => {
  const hook = await admin.post('/webhooks', { url: 'https://hooks.example/', types: ['*'] });
  await admin.patch(`/webhooks/${hook.id}`, { enabled: false });
  await team.root.patch('/models/attrition', { description: 'not told yet' });
  await archive(1_000);
  expect(await archive(1_000)).toEqual({ nothing: expect.stringContaining('Enable it, or delete it') });
  await admin.delete(`/webhooks/${hook.id}`);
});

it.each([
  'DELETE FROM audit_events',
  'DELETE FROM audit_events WHERE sequence = (SELECT max(sequence) FROM audit_events)',
  'DELETE FROM audit_archived_events',
  'UPDATE audit_archived_events SET actor = actor',
  'DELETE FROM audit_segments',
  `UPDATE audit_segments SET digest = digest`,
  `INSERT INTO audit_archived_events SELECT sequence + 100000, 'x', position, at, actor, action, model_id, model, version, details,
     content_digest, hash FROM audit_archived_events LIMIT 1`,
])('the database refuses its owner, too: %s', async (statement) => {
  await expect(sql(statement)).rejects.toThrow(/append-only|is what it was/);
});

it('a skeleton that was changed past the triggers is found', async () => {
  const change = (action: string): Promise<unknown> =>
    sql(
      `BEGIN; ALTER TABLE audit_archived_events DISABLE TRIGGER USER; ${action}; ALTER TABLE audit_archived_events ENABLE TRIGGER USER; COMMIT`,
    );
  await change(`UPDATE audit_archived_events SET hash = sha256('x') WHERE sequence = 2`);
  const broken = await admin.get('/audit-events/verification');
  expect(broken).toMatchObject({ valid: false, firstBroken: 2 });
});

it('whatever governs is found in what stays of the events that told of it', async () => {
  const governed = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  try {
    const root = await governedRegistry(governed);
    // What it was not told of would be kept for it.
    for (const { id } of (await root.get('/webhooks')).items) await root.delete(`/webhooks/${id}`);
    const [{ at }] = await governed.dataSource.query('SELECT clock_timestamp() AS at');
    const bindings = `/role-bindings?at=${at.toISOString()}`;
    const heldThen = await root.get(bindings);
    expect(heldThen.items).toHaveLength(1);
    expect(await archive(10_000, governed, mkdtempSync(join(folder, 'governed-')))).toHaveProperty('segment');
    expect(await root.get(bindings)).toEqual(heldThen);
    expect(await root.get('/audit-events/verification')).toMatchObject({ valid: true, differing: 0, differences: [] });
  } finally {
    await governed.stop();
  }
});
