import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafHash, rootByPath } from '../src/record/checkpoints/merkle.js';
import { parseCheckpoint } from '../src/record/checkpoints/checkpoint.js';
import { parseNote, signerOf } from '../src/record/checkpoints/signed-note.js';
import { IN_TOTO, isSignedBy, preAuthEncoding, STATEMENT_V1 } from '../src/values/dsse.js';
import { readKeys } from '../verifier/src/trusted-keys.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { Person } from './support/app/registry.js';

let app: TestApp;
let ci: Person;
let paula: Person;
let keys: Json;
let applied: Json;

const DIGEST = createHash('sha256').update('the artifact').digest('hex');
const POLICY = {
  rules: [{ metric: 'accuracy', min: 0.5 }],
  allowSkipStaging: true,
  approvals: { slots: [{ role: 'approver', count: 1 }] },
};

beforeAll(async () => {
  app = await TestApp.start();
  ci = await Person.of(app, 'ci', 'admin');
  paula = await Person.of(app, 'paula', 'approver');
  await ci.creates('fraud');
  await ci.put('/models/fraud/gate-policy', POLICY);
  await ci.registers('fraud', { artifactDigest: `sha256:${DIGEST}` });
  await ci.evaluates('fraud', 1, { accuracy: 0.9 });
  const asked = await ci.asksFor('fraud', 1, 'Production', { reason: 'It is better.' });
  applied = await paula.approves(asked, { comment: 'Sound.' });
  keys = await app.anonymous().get('//.well-known/stagegate-keys.json');
});
afterAll(() => app?.stop());

const attestationOf = (id: string): Promise<Json> => ci.get(`/transitions/${id}/attestation`);
const statementOf = ({ payload }: Json): Json => JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));

it('attests what was decided of which artifact, by whom and on what', async () => {
  const attestation = await attestationOf(applied.id);
  const report = await ci.get(`/gate-reports/${applied.gateReportId}`);
  const { predicate, ...statement } = statementOf(attestation);
  expect(statement).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'fraud/1', digest: { sha256: DIGEST } }],
    predicateType: 'https://github.com/stagegate-registry/stagegate/attestations/transition/v1',
  });
  expect(predicate).toMatchObject({
    model: { name: 'fraud' },
    version: 1,
    transition: { id: applied.id, kind: 'promote', toStage: 'Production', reason: 'It is better.', appliedBy: 'paula' },
    requester: { subject: 'ci', claims: null },
    verdict: 'PASS',
    gateReport: { id: report.id, digest: report.digest },
    policy: { revision: 1, digest: report.policyDigest },
    evidence: [{ role: 'challenger', version: 1 }],
    approvals: [{ actor: 'paula', decision: 'approve', comment: 'Sound.', gateReportDigest: report.digest }],
    waivers: [],
  });
});

it('tells the approvals that counted alone, each waiver, and how an emergency passed the gates', async () => {
  const [wanda, olga] = [await Person.of(app, 'wanda', 'approver'), await Person.of(app, 'olga', 'admin')];
  await ci.creates('thin');
  const rules = [{ id: 'shown', metric: 'accuracy', min: 0.8, bound: 'lower_confidence' }];
  await ci.put('/models/thin/gate-policy', { ...POLICY, rules });
  for (const [digit, value] of [0.82, 0.5].entries()) {
    const { version } = await ci.registers('thin', { artifactDigest: `sha256:${String(digit + 4).repeat(64)}` });
    await ci.evaluates('thin', version, [{ name: 'accuracy', value, count: 50 }]);
  }
  const waiver = { toStage: 'Production', ruleId: 'shown', reason: 'The rest comes on Monday.' };
  const { id } = await paula.post('/models/thin/versions/1/waivers', waiver);
  const asked = await olga.asksFor('thin', 1);
  const second = await Person.of(app, 'second', 'approver');
  await second.rejects(asked);
  await second.delete(`/transitions/${asked.id}/approvals/mine`, 200);
  const first = statementOf(await attestationOf((await wanda.approves(asked)).id)).predicate;
  expect(first).toMatchObject({
    verdict: 'INCONCLUSIVE',
    approvals: [{ actor: 'wanda', decision: 'approve' }],
    waivers: [{ id, ruleId: 'shown', grantedBy: 'paula' }],
    override: null,
  });
  expect(first.approvals).toHaveLength(1);
  const emergency = { toStage: 'Production', reason: 'It is down.', ticket: 'INC-7' };
  const broken = await ci.post('/models/thin/versions/2/break-glass', emergency, 202);
  expect(statementOf(await attestationOf((await olga.approves(broken)).id)).predicate).toMatchObject({
    transition: { kind: 'override' },
    verdict: 'FAIL',
    approvals: [{ actor: 'olga' }],
    waivers: [],
    override: { ticket: 'INC-7', bypassed: [{ code: 'GATES_REFUSED' }, { code: 'APPROVALS_LACKING' }] },
  });
});

it('is signed once, by a key of the registry, and proves that the signed record tells of it', async () => {
  const attestation = await attestationOf(applied.id);
  await ci.creates('churn');
  expect(await attestationOf(applied.id)).toEqual(attestation);
  const trusted = readKeys(JSON.stringify(keys));
  const publicKeys = trusted.map(({ publicKey }) => publicKey);
  expect(isSignedBy(attestation, publicKeys)).toBe(true);
  expect(isSignedBy({ ...attestation, payloadType: 'text/plain' }, publicKeys)).toBe(false);
  const { event, checkpoint } = statementOf(attestation).predicate;
  const note = parseNote(checkpoint.note)!;
  expect(signerOf(note, trusted)?.id).toBe(attestation.signatures[0].keyid);
  const steps = checkpoint.path.map((hash: string) => Buffer.from(hash, 'base64'));
  const root = rootByPath(leafHash(event.hash), checkpoint.index, checkpoint.size, steps);
  expect(root).toEqual(parseCheckpoint(note.text)!.root);
  const { items } = await ci.get('/audit-events?action=transition.applied&model=fraud');
  expect(items[0]).toMatchObject({ sequence: event.sequence, hash: event.hash });
});

it('is verified by OpenSSL, which finds a changed payload', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'attestation-'));
  try {
    const { payloadType, payload, signatures } = await attestationOf(applied.id);
    const write = (name: string, content: Buffer | string): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const key = write('key.pem', keys.keys[0].pem);
    const signature = write('sig', Buffer.from(signatures[0].sig, 'base64'));
    const verify = (content: Buffer): string => {
      const signed = write('signed', preAuthEncoding(payloadType, content));
      const options = ['-verify', '-pubin', '-inkey', key, '-rawin', '-in', signed, '-sigfile', signature];
      return execFileSync('openssl', ['pkeyutl', ...options], { encoding: 'utf8', stdio: 'pipe' });
    };
    const content = Buffer.from(payload, 'base64');
    expect(verify(content)).toContain('Signature Verified Successfully');
    content[9] = content[9]! ^ 1;
    expect(() => verify(content)).toThrow();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('attests a rollback and a move without gates as well, and the database keeps what was attested', async () => {
  await ci.registers('fraud', { artifactDigest: `sha256:${'2'.repeat(64)}` });
  await ci.evaluates('fraud', 2, { accuracy: 0.95 });
  await paula.approves(await ci.asksFor('fraud', 2));
  const back = await paula.rollsBack('fraud');
  expect(statementOf(await attestationOf(back.id))).toMatchObject({
    subject: [{ name: 'fraud/1', digest: { sha256: DIGEST } }],
    predicate: { transition: { kind: 'rollback', displacedVersion: 2 } },
  });
  const away = await ci.archives('fraud', 1, { allowEmptyProduction: true });
  expect(statementOf(await attestationOf(away.id)).predicate).toMatchObject({
    verdict: null,
    gateReport: null,
    evidence: [],
  });
  for (const statement of [
    "UPDATE attestations SET envelope = '{}'",
    'DELETE FROM attestations',
    'TRUNCATE attestations',
  ])
    await expect(app.dataSource.query(statement)).rejects.toThrow('append-only');
});

it('of what was not applied, has no digest or is not there, nothing is attested', async () => {
  await ci.registers('fraud', { artifactDigest: `sha256:${'3'.repeat(64)}` });
  await ci.isRefused('fraud', 3);
  const { items } = await ci.get('/models/fraud/transitions?status=refused');
  expect(await ci.problem('GET', `/transitions/${items[0].id}/attestation`)).toMatchObject({
    status: 409,
    code: 'TRANSITION_NOT_APPLIED',
  });
  await ci.registers('churn');
  const staged = await ci.moves('churn', 1, 'Staging');
  expect(await ci.problem('GET', `/transitions/${staged.id}/attestation`)).toMatchObject({
    status: 409,
    code: 'ARTIFACT_DIGEST_MISSING',
  });
  const nowhere = '/transitions/01936b2e-0000-7000-8000-000000000000/attestation';
  expect(await ci.problem('GET', nowhere)).toMatchObject({ status: 404, code: 'TRANSITION_NOT_FOUND' });
  expect((await app.anonymous().send('GET', nowhere)).status).toBe(401);
});

describe('signatures over artifacts', () => {
  const ed = generateKeyPairSync('ed25519');
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pemOf = ({ publicKey }: typeof ed): string => publicKey.export({ type: 'spki', format: 'pem' }).toString();

  function signed({ privateKey }: typeof ed, digest = DIGEST, payloadType = IN_TOTO): Json {
    const payload = Buffer.from(JSON.stringify({ _type: STATEMENT_V1, subject: [{ digest: { sha256: digest } }] }));
    const algorithm = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256';
    const sig = sign(algorithm, preAuthEncoding(payloadType, payload), privateKey).toString('base64');
    return { payloadType, payload: payload.toString('base64'), signatures: [{ sig }] };
  }

  const demand = (...keys: string[]): object => ({
    ...POLICY,
    rules: [
      { metric: 'accuracy', min: 0.5 },
      { id: 'signed', kind: 'metadata', require: [{ path: 'artifactDigest', op: 'verified', keys }] },
    ],
  });
  const judged = async (): Promise<Json> =>
    (await ci.checks('signed', 1)).rules.find(({ id }: Json) => id === 'signed');

  beforeAll(async () => {
    await ci.creates('signed');
    await ci.registers('signed', { artifactDigest: `sha256:${DIGEST}` });
    await ci.registers('signed');
    await ci.evaluates('signed', 1, { accuracy: 0.9 });
  });

  it('a policy passes an artifact that one of its keys signed, and no other', async () => {
    await ci.put('/models/signed/gate-policy', demand(pemOf(ed)));
    expect(await judged()).toMatchObject({ status: 'FAIL', reasonCode: 'SIGNATURE_MISSING' });
    const kept = await ci.post('/models/signed/versions/1/signatures', signed(ec));
    expect(kept).toMatchObject({ model: 'signed', version: 1, createdBy: 'ci', payloadType: IN_TOTO });
    expect(await judged()).toMatchObject({ status: 'FAIL', reasonCode: 'SIGNATURE_NOT_TRUSTED' });
    await ci.put('/models/signed/gate-policy', demand(pemOf(ed), pemOf(ec)));
    expect(await judged()).toMatchObject({ status: 'PASS', reasonCode: 'FACT_HOLDS' });
    await ci.put('/models/signed/gate-policy', demand(pemOf(ed)));
    const forged = { ...signed(ec), signatures: [{ sig: signed(ed, '1'.repeat(64)).signatures[0].sig }] };
    await ci.post('/models/signed/versions/1/signatures', forged);
    expect(await judged()).toMatchObject({ status: 'FAIL', reasonCode: 'SIGNATURE_NOT_TRUSTED' });
    await ci.post('/models/signed/versions/1/signatures', signed(ed));
    expect(await judged()).toMatchObject({ status: 'PASS' });
    const { items } = await ci.get('/models/signed/versions/1/signatures');
    expect(items).toHaveLength(3);
    const asked = await ci.asksFor('signed', 1);
    const { gateReportId } = await paula.approves(asked);
    expect(await ci.post(`/gate-reports/${gateReportId}/replay`, undefined, 200)).toMatchObject({ matches: true });
    for (const statement of ["UPDATE version_signatures SET digest = ''", 'DELETE FROM version_signatures'])
      await expect(app.dataSource.query(statement)).rejects.toThrow();
  });

  it.each<[string, number, () => Json, number, string]>([
    ['the same once more', 1, () => signed(ed), 409, 'SIGNATURE_EXISTS'],
    ['one of another artifact', 1, () => signed(ed, '9'.repeat(64)), 422, 'SIGNATURE_OF_OTHER_ARTIFACT'],
    ['one of no statement', 1, () => signed(ed, DIGEST, 'text/plain'), 422, 'SIGNATURE_WITHOUT_STATEMENT'],
    ['one without signatures', 1, () => ({ ...signed(ed), signatures: [] }), 400, 'VALIDATION_FAILED'],
    ['one that is no base64', 1, () => ({ ...signed(ed), payload: '{}' }), 400, 'VALIDATION_FAILED'],
    ['one of a version without a digest', 2, () => signed(ed), 409, 'ARTIFACT_DIGEST_MISSING'],
    ['one of no version', 9, () => signed(ed), 404, 'VERSION_NOT_FOUND'],
  ])('%s is refused', async (_what, version, body, status, code) => {
    const path = `/models/signed/versions/${version}/signatures`;
    expect(await ci.problem('POST', path, body())).toMatchObject({ status, code });
    expect(await paula.problem('POST', path, body())).toMatchObject({ status: 403 });
  });

  it.each<[string, object]>([
    ['KEYS_MISSING', { path: 'artifactDigest', op: 'verified' }],
    ['INVALID_KEY', { path: 'artifactDigest', op: 'verified', keys: ['-----BEGIN PUBLIC KEY-----'] }],
    ['NOT_SIGNED', { path: 'runId', op: 'verified', keys: [pemOf(ed)] }],
    ['KEYS_NOT_APPLICABLE', { path: 'runId', op: 'present', keys: [pemOf(ed)] }],
  ])('a policy that cannot be meant is refused by %s', async (code, fact) => {
    const rules = [
      { metric: 'accuracy', min: 0.5 },
      { kind: 'metadata', require: [fact] },
    ];
    const problem = await ci.problem('PUT', '/models/signed/gate-policy', { rules });
    expect([problem.status, problem.errors[0].code]).toEqual([422, code]);
  });
});
