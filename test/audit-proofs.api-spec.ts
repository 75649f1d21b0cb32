import { generateKeyPairSync } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../src/record/audit/audit.service.js';
import { linkHash, contentDigest } from '../src/record/audit/audit-chain.js';
import { leafHash, rootByPath } from '../src/record/checkpoints/merkle.js';
import { rootsByConsistency } from './support/app/roots-by-consistency.js';
import { type AuditEntry } from '../src/record/events/catalogue.js';
import { type NoteKey } from '../src/record/checkpoints/signed-note.js';
import { ExportWalk } from '../src/record/archive/export-walk.js';
import { readKeys } from '../verifier/src/trusted-keys.js';
import { type Verdict, type Verification, verifyExport } from '../verifier/src/verify.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';
import { Person } from './support/app/registry.js';

/** A record of a thousand events in five chains, as an auditor carries it away: export, notes and keys. */
let app: TestApp;
let admin: Client;
let keys: NoteKey[];
let earlier: Json;
let checkpoint: Json;
let lines: string[];

const MODELS = Array.from({ length: 4 }, (_, at) => ({ modelId: uuidv7(), model: `model-${at}` }));
const EVENTS = 1_000;

async function happen(count: number): Promise<void> {
  const audit = app.nest.get(AuditService);
  await app.dataSource.transaction(async (manager) => {
    for (let at = 0; at < count; at += 1) {
      const of = at % 5 === 4 ? {} : MODELS[at % 5]!;
      const rich = { f1: 0.1 + at / 7, ü: 'ß\u2028', long: [{ b: null, a: true }], '10': 'x', '9': 'y' };
      const details = at % 20 === 0 ? rich : { at };
      const entry = { action: 'tested', details, ...of } as unknown as AuditEntry;
      await audit.record(manager, { subject: 'anna', requestId: 'r' }, entry);
    }
  });
}

const textOf = (of: readonly string[]): string => of.map((line) => `${line}\n`).join('');
const linesOf = async (query: string): Promise<string[]> =>
  (await admin.send('GET', `/audit-events/export?${query}`)).body.trimEnd().split('\n');

/** What the verifier says of a text, which it reads as it reads a file. */
async function verify(text: string, more: Partial<Verification> = {}): Promise<Verdict> {
  const whole = text.endsWith('\n');
  const parts = text === '' ? [] : (whole ? text.slice(0, -1) : text).split('\n');
  const asLines = parts.map((part, at) => ({ bytes: Buffer.from(part), isWhole: whole || at < parts.length - 1 }));
  const asked = { note: checkpoint.note, earlier: null, keys, isPart: false, proofs: [], lines: [asLines] };
  return verifyExport({ ...asked, ...more });
}

const kindsOf = ({ faults }: Verdict): string[] => [...new Set(faults.map(({ kind }) => kind))];

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
  keys = readKeys(JSON.stringify(await app.anonymous().get('//.well-known/stagegate-keys.json')));
  await happen(EVENTS / 2);
  earlier = await admin.get('/audit-events/checkpoint', 200, { headers: { accept: 'application/json' } });
  await happen(EVENTS / 2);
  checkpoint = await admin.get('/audit-events/checkpoint', 200, { headers: { accept: 'application/json' } });
  lines = await linesOf(`through=${checkpoint.sequence}`);
});
afterAll(() => app?.stop());

describe('a checkpoint', () => {
  it('signs every event, and while none is added the note stays the same', async () => {
    expect(checkpoint).toMatchObject({ origin: 'stagegate/audit', size: lines.length, keyId: keys[0]!.id });
    expect(lines.length).toBeGreaterThan(EVENTS);
    const { body, headers } = await admin.send('GET', '/audit-events/checkpoint');
    expect([body, headers.get('content-type')]).toEqual([checkpoint.note, 'text/plain; charset=utf-8']);
    expect(body).toMatch(/^stagegate\/audit\n\d+\n\S{43}=\nsequence \d+\nsigned \S+Z\n\n— stagegate\/audit \S+\n$/);
  });

  it('continues each earlier one, and holds each event, by proofs that fit its root', async () => {
    const proof = await admin.get(`/audit-events/checkpoint/consistency?from=${earlier.size}&to=${checkpoint.size}`);
    const root = Buffer.from(earlier.rootHash, 'base64');
    const path = proof.path.map((hash: string) => Buffer.from(hash, 'base64'));
    const found = rootsByConsistency({ earlier: proof.from, size: proof.to }, root, path);
    expect(found?.later.toString('base64')).toBe(checkpoint.rootHash);
    for (const at of [0, 1, 255, 256, 511, 512, checkpoint.size - 1]) {
      const { sequence, hash } = JSON.parse(lines[at]!);
      const given = await admin.get(`/audit-events/checkpoint/inclusion?sequence=${sequence}&size=${checkpoint.size}`);
      expect(given).toMatchObject({ hash, index: at, size: checkpoint.size });
      const steps = given.path.map((step: string) => Buffer.from(step, 'base64'));
      expect(rootByPath(leafHash(hash), at, given.size, steps)?.toString('base64')).toBe(checkpoint.rootHash);
    }
  });

  it.each([
    ['consistency?from=99999999', 409, 'RECORD_SHORTER'],
    ['consistency?from=9&to=3', 400, 'VALIDATION_FAILED'],
    ['consistency', 400, 'VALIDATION_FAILED'],
    ['inclusion?sequence=99999999', 404, 'EVENT_NOT_FOUND'],
    ['inclusion?sequence=1&size=99999999', 409, 'RECORD_SHORTER'],
    ['inclusion', 400, 'VALIDATION_FAILED'],
  ])('%s is %i %s', async (path, status, code) => {
    const answer = await admin.send('GET', `/audit-events/checkpoint/${path}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await app.anonymous().send('GET', `/audit-events/checkpoint/${path}`)).status).toBe(401);
  });

  it('is signed by another key after a rotation; the earlier one stays among the keys', async () => {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const rotated = await TestApp.start({ beside: app, env: { STAGEGATE_CHECKPOINT_KEY: pem } });
    try {
      const other = await rotated.as('root', 'admin');
      const note = (await other.send('GET', '/audit-events/checkpoint')).body;
      const answer = await rotated.anonymous().get('//.well-known/stagegate-keys.json');
      expect(answer.keys.map(({ status }: Json) => status)).toEqual(['active', 'retired']);
      expect(answer.keys[1].keyId).toBe(keys[0]!.id);
      const whole = textOf(await linesOf(''));
      const trusted = readKeys(JSON.stringify(answer));
      expect(await verify(whole, { note, earlier: checkpoint.note, keys: trusted })).toMatchObject({ valid: true });
      expect(kindsOf(await verify(whole, { note }))).toEqual(['signature']);
      const pemOfNew = readKeys(answer.keys[0].pem);
      const cLine = readKeys(answer.keys[0].verifierKey);
      for (const only of [pemOfNew, cLine])
        expect(await verify(whole, { note, keys: only })).toMatchObject({ valid: true });
    } finally {
      await rotated.stop();
    }
  });
});

describe('the offline verifier', () => {
  it('verifies the export, with the earlier checkpoint too', async () => {
    const verdict = await verify(textOf(lines), { earlier: earlier.note });
    expect(verdict).toMatchObject({ valid: true, events: lines.length, chains: 5, warnings: [], faults: [] });
    expect(verdict.checkpoint).toMatchObject({ size: checkpoint.size, signedBy: keys[0]!.id });
  });

  it('finds every single byte that is changed, and says in which event', async () => {
    let found = 0;
    const missed: string[] = [];
    const before = new ExportWalk(false);
    for (const [at, line] of lines.entries()) {
      const bytes = Buffer.from(line);
      for (let byte = 0; byte < bytes.length; byte += 1) {
        const kept = bytes[byte]!;
        bytes[byte] = kept ^ (1 << ((byte + at) % 8));
        // A line end in the middle makes two lines, and neither is an event.
        const walk = new ExportWalk(true);
        for (const part of bytes.toString('latin1').split('\n'))
          walk.add({ bytes: Buffer.from(part, 'latin1'), isWhole: true });
        if (walk.faultCount > 0) found += 1;
        else missed.push(`line ${at + 1}, byte ${byte}`);
        bytes[byte] = kept;
      }
      before.add({ bytes, isWhole: true });
      // The service is in this process, and its idle connections end meanwhile; a request must not meet one that did.
      await setImmediate();
    }
    expect(missed).toEqual([]);
    expect([before.faultCount, found]).toEqual([0, Buffer.byteLength(textOf(lines)) - lines.length]);
  });

  it('finds every line end that is changed, and every byte of the note', async () => {
    const missed = lines.flatMap((line, at) => {
      const walk = new ExportWalk(true);
      walk.add({ bytes: Buffer.from(`${line}\u000b${lines[at + 1] ?? ''}`), isWhole: at + 1 < lines.length });
      return walk.faultCount > 0 ? [] : [at + 1];
    });
    expect(missed).toEqual([]);
    const text = textOf(lines.slice(0, 2));
    expect((await verify(text.replace('\n', '\u000b'), { note: null })).valid).toBe(false);
    const note = Buffer.from(checkpoint.note);
    const whole = textOf(lines.slice(0, 1));
    for (let at = 0; at < note.length; at += 1) {
      const changed = Buffer.from(note);
      changed[at] = changed[at]! ^ (1 << (at % 8));
      const verdict = await verify(whole, { note: changed.toString('utf8'), isPart: true });
      expect([at, kindsOf(verdict)]).toEqual([at, ['signature']]);
    }
  });

  const drop = (at: number): string[] => lines.toSpliced(at, 1);
  const swap = (at: number): string[] => lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!);
  const lastOf = (text: readonly string[], model: string): number =>
    text.findLastIndex((line) => JSON.parse(line).model === model);

  it('finds each event that is dropped, doubled or swapped with the next', async () => {
    for (const at of [0, 1, 2, 255, 256, 500, EVENTS - 1]) {
      expect(kindsOf(await verify(textOf(drop(at))))).toContain('missing');
      expect(kindsOf(await verify(textOf(lines.toSpliced(at, 0, lines[at]!))))).toContain('added');
      expect(kindsOf(await verify(textOf(swap(at))))).toContain('reordered');
    }
  });

  it.each<[string, () => string[], string]>([
    ['an end that is cut off', () => lines.slice(0, -3), 'truncated'],
    ['the last event of a chain that is dropped', () => drop(lastOf(lines, 'model-1')), 'missing'],
    ['a whole chain that is dropped', () => lines.filter((line) => JSON.parse(line).model !== 'model-2'), 'missing'],
    ['an event of another place', () => lines.toSpliced(9, 0, lines[700]!), 'missing'],
    ['an event that continues a chain', () => [...lines, forged(lines, lines.length - 1)], 'added'],
    [
      'an event spliced in, with its chain kept in count',
      () => lines.with(100, rehashed({ ...JSON.parse(lines[100]!), previousHash: JSON.parse(lines[101]!).hash })),
      'spliced',
    ],
    ['a record that was written anew', () => rewritten(), 'rewritten'],
    ['no record at all', () => [], 'truncated'],
  ])('finds %s', async (_what, changed, kind) => {
    const verdict = await verify(textOf(changed()));
    expect([verdict.valid, kindsOf(verdict)]).toEqual([false, expect.arrayContaining([kind])]);
  });

  it('finds a line that is cut, and a head that was moved back', async () => {
    expect(kindsOf(await verify(textOf(lines).slice(0, -10)))).toContain('truncated');
    const short = lines.slice(0, earlier.size);
    expect(await verify(textOf(short), { note: earlier.note })).toMatchObject({ valid: true });
    const verdict = await verify(textOf(short), { note: earlier.note, earlier: checkpoint.note });
    expect([verdict.valid, kindsOf(verdict)]).toEqual([false, ['truncated']]);
  });

  it('finds a history that was rewritten and signed anew, by the earlier checkpoint', async () => {
    const whole = textOf(rewritten());
    const tree = new ExportWalk(false);
    for (const line of rewritten()) tree.add({ bytes: Buffer.from(line), isWhole: true });
    expect(tree.faultCount).toBe(0);
    const signed = { ...checkpoint, root: tree.tree.root() };
    const { checkpointText } = await import('../src/record/checkpoints/checkpoint.js');
    const { signNote } = await import('../src/record/checkpoints/signed-note.js');
    const { CHECKPOINT_KEY } = await import('../src/record/checkpoints/checkpoint-key.js');
    const key = app.nest.get(CHECKPOINT_KEY, { strict: false });
    const note = signNote(checkpointText({ ...signed, signedAt: new Date().toISOString() }), key, key.privateKey);
    expect(await verify(whole, { note })).toMatchObject({ valid: true });
    expect(kindsOf(await verify(whole, { note, earlier: earlier.note }))).toEqual(['rewritten']);
  });

  it('verifies a part by proofs that its events are in the signed record', async () => {
    const { model } = MODELS[1]!;
    const part = await linesOf(`model=${model}&through=${checkpoint.sequence}`);
    const { sequence } = JSON.parse(part.at(-1)!);
    const proof = await admin.get(`/audit-events/checkpoint/inclusion?sequence=${sequence}&size=${checkpoint.size}`);
    const asked = { isPart: true, proofs: [proof] };
    expect(await verify(textOf(part), asked)).toMatchObject({ valid: true, proven: 1, chains: 1, events: part.length });
    expect(kindsOf(await verify(textOf(part.toSpliced(4, 1)), asked))).toEqual(['missing']);
    expect(kindsOf(await verify(textOf(part.slice(0, -1)), asked))).toEqual(['rewritten']);
    const other = { ...proof, path: [...proof.path].reverse() };
    expect(kindsOf(await verify(textOf(part), { ...asked, proofs: [other] }))).toEqual(['rewritten']);
    const [head, tail] = [
      await linesOf(`through=${earlier.sequence}`),
      await linesOf(`after=${earlier.sequence}&through=${checkpoint.sequence}`),
    ];
    expect([...head, ...tail]).toEqual(lines);
  });

  /** What a forger writes who knows the formula: an event that continues the chain of another one. */
  function forged(of: readonly string[], at: number): string {
    const former = JSON.parse(of[at]!);
    return rehashed({
      ...former,
      sequence: former.sequence + 1,
      position: former.position + 1,
      previousHash: former.hash,
      actor: 'eve',
    });
  }

  function rehashed(event: Json): string {
    const { previousHash, position, sequence, at, modelId, hash: _hash, ...said } = event;
    const place = { chain: modelId ?? 'registry', position, sequence, at: new Date(at) };
    return JSON.stringify({ ...event, hash: linkHash(previousHash, place, contentDigest(said)) });
  }

  /** Event 20 was done by somebody else, and every hash that follows from it is made anew. */
  function rewritten(): string[] {
    const heads = new Map<string, string>();
    return lines.map((line, at) => {
      const event = JSON.parse(line);
      const chain = event.modelId ?? 'registry';
      const previousHash = heads.get(chain) ?? event.previousHash;
      const made = rehashed({ ...event, previousHash, ...(at === 20 && { actor: 'eve' }) });
      heads.set(chain, JSON.parse(made).hash);
      return made;
    });
  }
});

it('an export with evidence carries the documents that events tell the digests of', async () => {
  const person = await Person.of(app, 'paul', 'admin');
  await person.creates('fraud');
  await person.put('/models/fraud/gate-policy', {
    rules: [{ metric: 'accuracy', min: 0.5 }],
    approvals: { slots: [] },
    allowSkipStaging: true,
  });
  await person.registers('fraud');
  await person.post('/models/fraud/versions/1/evaluations', {
    dataset: { name: 'census', version: '1' },
    metrics: [{ name: 'accuracy', value: 0.9, count: 100 }],
  });
  await person.post('/models/fraud/versions/1/transitions', { toStage: 'Production' });
  const note = (await admin.send('GET', '/audit-events/checkpoint')).body;
  const whole = await linesOf('include=evidence');
  const parts = whole.flatMap((line) => JSON.parse(line).evidence).filter((each: Json) => each.parts);
  expect(parts.map(({ kind, parts: of }: Json) => [kind, Object.keys(of)])).toEqual([
    ['gate_policy', ['policy', 'source']],
    ['evaluation', ['head', 'metrics', 'paired']],
    ['gate_report', ['report', 'inputs']],
  ]);
  expect(await verify(textOf(whole), { note })).toMatchObject({ valid: true });
  const forged = whole.map((line) =>
    line
      .replace('"accuracy",null,0.9', '"accuracy",null,0.99')
      .replace('["accuracy","{}",0.9,', '["accuracy","{}",0.99,'),
  );
  expect(forged).not.toEqual(whole);
  expect(kindsOf(await verify(textOf(forged), { note }))).toEqual(['changed']);
  const { status, body } = await admin.send('GET', '/audit-events/export?include=secrets');
  expect([status, body.code]).toEqual([400, 'VALIDATION_FAILED']);
});
