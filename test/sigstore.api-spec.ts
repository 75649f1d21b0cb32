import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.js';
import { TestApp } from './support/app/app.js';
import { type Json } from './support/app/client.js';
import { ACCURACY_POLICY, type Fields, type Person, type Team, teamOf } from './support/app/registry.js';
import { type Bundle, ISSUER, SUBJECT, TestSigstore, TOO_LATE_MS } from './support/app/sigstore.js';

const DIGEST = 'c0'.repeat(32);
const OTHER_DIGEST = '1d'.repeat(32);

let folder: string;
let rootFile: string;
let app: TestApp;
/** A replica that trusts no root. */
let untrusting: TestApp;
let sigstore: TestSigstore;
let team: Team;
let root: Person;
let ci: Person;

beforeAll(async () => {
  sigstore = await TestSigstore.make();
  folder = mkdtempSync(join(tmpdir(), 'sigstore-'));
  rootFile = join(folder, 'trusted_root.json');
  writeFileSync(rootFile, JSON.stringify(sigstore.trustedRoot));
  app = await TestApp.start({ env: { STAGEGATE_SIGSTORE_ROOT_FILE: rootFile } });
  untrusting = await TestApp.start({ beside: app });
  team = await teamOf(app);
  ({ root, ci } = team);
});
afterAll(async () => {
  await untrusting?.stop();
  await app?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const demanding = (fact: object): Fields => ({
  ...ACCURACY_POLICY,
  rules: [
    { metric: 'accuracy', min: 0.5 },
    { id: 'signed', kind: 'metadata', require: [{ path: 'artifactDigest', op: 'verified', ...fact }] },
  ],
});

/** A model whose policy asks for this identity, with a version that waits for its signature. */
async function awaiting(identity: object = {}): Promise<string> {
  const model = await ci.creates();
  await root.setsPolicy(model, demanding({ identities: [{ subject: SUBJECT, issuer: ISSUER, ...identity }] }));
  await ci.registers(model, { artifactDigest: `sha256:${DIGEST}` });
  await ci.evaluates(model, 1, { accuracy: 0.9 });
  return model;
}

const submits = (model: string, bundle: Bundle): Promise<Json> =>
  ci.post(`/models/${model}/versions/1/signatures`, { bundle });

async function judged(model: string, who = ci): Promise<Json> {
  const { rules } = await who.checks(model, 1);
  const { status, reasonCode, measures } = rules.find(({ id }: Json) => id === 'signed');
  return { status, reasonCode, message: measures[0].message };
}

it('an artifact that somebody of the policy signed is promoted, with what it rests on in the report', async () => {
  const model = await awaiting();
  const bundle = await sigstore.sign({ digest: DIGEST });
  const kept = await submits(model, bundle);
  expect(kept).toMatchObject({
    bundle,
    payload: bundle.dsseEnvelope.payload,
    sigstore: { signer: { subject: SUBJECT, issuer: ISSUER }, fault: null },
  });
  expect((await ci.get(`/models/${model}/versions/1/signatures`)).items).toEqual([kept]);
  expect(await judged(model)).toEqual({
    status: 'PASS',
    reasonCode: 'FACT_HOLDS',
    message: `artifactDigest: signed by ${SUBJECT}. PASS`,
  });
  const { gateReportId } = await ci.promotes(model, 1);
  // Replayed on what was found then, whatever is trusted now.
  const elsewhere = root.at(untrusting.url);
  expect(await elsewhere.post(`/gate-reports/${gateReportId}/replay`, undefined, 200)).toMatchObject({ matches: true });
  expect(await root.get('/audit-events/verification')).toMatchObject({ valid: true, notCovered: [] });
});

it('a subject of the policy may leave open what comes after, and an e-mail address counts as well', async () => {
  const open = await awaiting({ subject: 'https://github.com/acme/models/.github/workflows/*' });
  await submits(open, await sigstore.sign({ digest: DIGEST }));
  expect(await judged(open)).toMatchObject({ status: 'PASS' });
});

it('a key of the policy counts beside its identities, in a bundle and alone', async () => {
  const model = await awaiting();
  const bundle = await sigstore.sign({ digest: DIGEST, subject: 'https://github.com/eve/models' });
  await submits(model, bundle);
  expect(await judged(model)).toMatchObject({ status: 'FAIL' });
  const certificate = Buffer.from(bundle.verificationMaterial.certificate.rawBytes, 'base64');
  const { publicKey } = new X509Certificate(certificate);
  const keys = [publicKey.export({ type: 'spki', format: 'pem' })];
  await root.setsPolicy(model, demanding({ keys, identities: [{ subject: SUBJECT, issuer: ISSUER }] }));
  expect(await judged(model)).toMatchObject({ status: 'PASS' });
});

const flipped = (text: string): string => {
  const bytes = Buffer.from(text, 'base64');
  bytes[bytes.length - 1]! ^= 1;
  return bytes.toString('base64');
};

const changed = async (change: (bundle: Bundle, entry: Bundle) => void, from = sigstore): Promise<Bundle> => {
  const bundle = await from.sign({ digest: DIGEST });
  change(bundle, bundle.verificationMaterial.tlogEntries[0]);
  return bundle;
};

const NO_ENTRY = 'no log that is trusted proves its entry';

it.each<[string, () => Promise<Bundle>, string]>([
  [
    'was signed by somebody else',
    () => sigstore.sign({ digest: DIGEST, subject: 'https://github.com/eve/models' }),
    `One is by https://github.com/eve/models, whom ${ISSUER} knows.`,
  ],
  [
    'was signed by a namesake of another issuer',
    () => sigstore.sign({ digest: DIGEST, issuer: 'https://gitlab.example' }),
    `One is by ${SUBJECT}, whom https://gitlab.example knows.`,
  ],
  [
    'was signed when its certificate had expired',
    () => sigstore.sign({ digest: DIGEST, loggedLaterMs: TOO_LATE_MS }),
    'Of one, its certificate was not valid when it was signed.',
  ],
  [
    'was signed before its certificate was valid',
    () => sigstore.sign({ digest: DIGEST, loggedLaterMs: -TOO_LATE_MS }),
    'Of one, its certificate was not valid when it was signed.',
  ],
  [
    'has a signature that was tampered with',
    () => changed(({ dsseEnvelope: { signatures } }) => (signatures[0].sig = flipped(signatures[0].sig))),
    'Of one, the entry of the log is of another signature.',
  ],
  [
    'has the certificate of somebody else',
    async () => {
      const [own, other] = [await sigstore.sign({ digest: DIGEST }), await sigstore.sign({ digest: DIGEST })];
      own.verificationMaterial.certificate = other.verificationMaterial.certificate;
      return own;
    },
    'Of one, the signature is not that of the certificate over this statement.',
  ],
  [
    'was signed with no entry of a log',
    () => changed(({ verificationMaterial }) => (verificationMaterial.tlogEntries = [])),
    'Of one, there is no entry of a log.',
  ],
  [
    'has the entry of another signature',
    async () => {
      const [own, other] = [await sigstore.sign({ digest: DIGEST }), await sigstore.sign({ digest: DIGEST })];
      own.verificationMaterial.tlogEntries = other.verificationMaterial.tlogEntries;
      return own;
    },
    'Of one, the entry of the log is of another signature.',
  ],
  ['is in a log that nobody trusts', () => sigstore.withOtherLog().sign({ digest: DIGEST }), `Of one, ${NO_ENTRY}.`],
  [
    'has another time than the log signed',
    () => changed((_bundle, entry) => (entry.integratedTime = String(Number(entry.integratedTime) + 1))),
    `Of one, ${NO_ENTRY}.`,
  ],
  [
    'has a promise of the log that was tampered with',
    () =>
      changed((_bundle, { inclusionPromise }) => {
        inclusionPromise.signedEntryTimestamp = flipped(inclusionPromise.signedEntryTimestamp);
      }),
    `Of one, ${NO_ENTRY}.`,
  ],
  [
    'has a proof of the log that was tampered with',
    () =>
      changed((_bundle, { inclusionProof: { checkpoint } }) => {
        checkpoint.envelope = checkpoint.envelope.replace('\n1\n', '\n2\n');
      }),
    `Of one, ${NO_ENTRY}.`,
  ],
  [
    'has a log that does not say when',
    () => changed((_bundle, entry) => delete entry.inclusionPromise),
    'Of one, nobody who is trusted says when it was signed.',
  ],
  [
    'has a certificate that no log knows',
    () => sigstore.sign({ digest: DIGEST, isUnknownCertificate: true }),
    'Of one, no log of certificates that is trusted knows its certificate.',
  ],
  [
    'has a certificate of a root that nobody trusts',
    async () => (await sigstore.underOtherRoot()).sign({ digest: DIGEST }),
    'Of one, its certificate is of no authority that is trusted.',
  ],
])('an artifact is not promoted that %s', async (_what, make, sentence) => {
  const model = await awaiting();
  const bundle = await make();
  await submits(model, bundle);
  expect(await judged(model)).toEqual({
    status: 'FAIL',
    reasonCode: 'SIGNATURE_NOT_TRUSTED',
    message: `artifactDigest: its one signature is not by an identity that the policy names. ${sentence} FAIL`,
  });
  expect(await ci.isRefused(model, 1)).toMatchObject({ code: 'GATES_REFUSED' });
});

it('where no root is trusted, no bundle shows who signed', async () => {
  const model = await awaiting();
  await submits(model, await sigstore.sign({ digest: DIGEST }));
  const { status, message } = await judged(model, ci.at(untrusting.url));
  expect([status, message]).toEqual(['FAIL', expect.stringContaining('no root of Sigstore is trusted here')]);
});

it('an envelope alone shows no identity, and a rule may not mistake it for a bundle', async () => {
  const model = await awaiting();
  const { dsseEnvelope } = await sigstore.sign({ digest: DIGEST });
  await ci.post(`/models/${model}/versions/1/signatures`, { ...dsseEnvelope, signatures: [{ sig: 'AAAA' }] });
  expect((await judged(model)).message).toContain('One came without a Sigstore bundle.');
});

describe('a bundle is refused', () => {
  let model: string;
  beforeAll(async () => {
    model = await awaiting();
  });

  const material = ({ verificationMaterial }: Bundle): Bundle => verificationMaterial;

  it.each<[string, () => Promise<Bundle>, string, string]>([
    [
      'that is about another artifact',
      () => sigstore.sign({ digest: OTHER_DIGEST }),
      'SIGNATURE_OF_OTHER_ARTIFACT',
      '/bundle/dsseEnvelope/payload',
    ],
    [
      'of another media type',
      () => changed((bundle) => (bundle.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2')),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle/mediaType',
    ],
    [
      'that signs bytes',
      () =>
        changed((bundle) => {
          bundle.messageSignature = { messageDigest: { algorithm: 'SHA2_256', digest: 'AAAA' }, signature: 'AAAA' };
          delete bundle.dsseEnvelope;
        }),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle/dsseEnvelope',
    ],
    [
      'that a key signed',
      () =>
        changed((bundle) => {
          delete material(bundle).certificate;
          material(bundle).publicKey = { hint: 'mine' };
        }),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle/verificationMaterial/certificate',
    ],
    [
      'that lacks the proof of its entry',
      () => changed((_bundle, entry) => delete entry.inclusionProof),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle',
    ],
    [
      'whose log has a pattern for a name',
      () =>
        changed((_bundle, { inclusionProof: { checkpoint } }) => {
          checkpoint.envelope = checkpoint.envelope.replace('\u2014 rekor.example', '\u2014 (.*)*x');
        }),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle/verificationMaterial/tlogEntries',
    ],
    [
      'with more entries than anybody needs',
      () => changed((bundle, entry) => (material(bundle).tlogEntries = Array(11).fill(entry))),
      'SIGNATURE_BUNDLE_UNREADABLE',
      '/bundle/verificationMaterial',
    ],
  ])('%s', async (_what, make, code, pointer) => {
    const problem = await ci.problem('POST', `/models/${model}/versions/1/signatures`, { bundle: await make() });
    expect([problem.status, problem.code, problem.errors[0].pointer]).toEqual([422, code, pointer]);
  });

  it('beside an envelope, and so is neither of both', async () => {
    const bundle = await sigstore.sign({ digest: DIGEST });
    const path = `/models/${model}/versions/1/signatures`;
    for (const body of [{ bundle, payload: 'AAAA' }, {}, { payload: 'AAAA', payloadType: 'x' }])
      expect(await ci.problem('POST', path, body)).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    await ci.post(path, { bundle });
    expect(await ci.problem('POST', path, { bundle })).toMatchObject({ status: 409, code: 'SIGNATURE_EXISTS' });
  });
});

it.each<[string, object]>([
  ['KEYS_MISSING', { path: 'artifactDigest', op: 'verified' }],
  ['ANYBODY_MAY_SIGN', { path: 'artifactDigest', op: 'verified', identities: [{ subject: '**', issuer: ISSUER }] }],
  ['IDENTITIES_NOT_APPLICABLE', { path: 'runId', op: 'present', identities: [{ subject: 'a', issuer: ISSUER }] }],
])('a policy that cannot be meant is refused by %s', async (code, fact) => {
  const model = await ci.creates();
  const rules = [
    { metric: 'accuracy', min: 0.5 },
    { kind: 'metadata', require: [fact] },
  ];
  const problem = await root.problem('PUT', `/models/${model}/gate-policy`, { rules });
  expect([problem.status, problem.errors[0].code]).toEqual([422, code]);
});

it.each([
  ['is not there', null],
  ['is no JSON', 'trust me'],
  ['trusts nobody', '{}'],
  [
    'holds a certificate that is none',
    '{"certificateAuthorities":[{"certChain":{"certificates":[{"rawBytes":"AAAA"}]}}]}',
  ],
])('the service does not start with a trusted root that %s', (_what, text) => {
  const file = join(folder, 'other.json');
  if (text === null) rmSync(file, { force: true });
  else writeFileSync(file, text);
  const env = {
    DATABASE_URL: 'postgres://a/b',
    STAGEGATE_JWT_SECRET: 'x'.repeat(32),
    STAGEGATE_SIGSTORE_ROOT_FILE: file,
  };
  expect(() => readConfig(env, false)).toThrow('STAGEGATE_SIGSTORE_ROOT_FILE');
});
