import fc from 'fast-check';
import { canonicalDigest } from '../src/values/digest.js';
import { canonicalJson } from '../src/values/canonical-json.js';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';

/**
 * The database keeps objects in an order of its own: shorter keys first, then byte by byte. Whatever is digested before it is
 * stored has to have the same digest when it is read back.
 */
let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await TestApp.start();
  admin = await app.as('root', 'admin');
});
afterAll(() => app?.stop());

const UNSTORABLE = /[\0\p{Surrogate}]/u;
const text = fc.string({ unit: 'binary', maxLength: 8 }).filter((value) => !UNSTORABLE.test(value));
const key = fc.oneof(
  { weight: 3, arbitrary: text.filter((value) => value !== '') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'toJSON',
      'a',
      'artifact',
      'b10',
      '10',
      '9',
      '007',
      'é',
      '\u{1f600}',
      '\ufb33',
      'valueOf',
    ),
  },
);
const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(-0, 0, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, 0.1 + 0.2),
);
const leaf = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const map = <Value>(value: fc.Arbitrary<Value>) => fc.dictionary(key, value, { maxKeys: 6 });
const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('json'), { maxLength: 3 }), map(tie('json'))),
}));

/** Every free-form object that is digested, here or in what refers to it. */
const FREE_FORMS: Record<string, fc.Arbitrary<unknown>> = {
  tags: map(text),
  params: map(json),
  signature: map(json),
  details: map(json),
  inventory: map(map(fc.nat())),
  policy: fc.record({ metrics: map(fc.record({ direction: fc.constantFrom('higher', 'lower') })), stages: map(json) }),
  slice: map(fc.oneof(text, number, fc.boolean())),
};

it.each(Object.entries(FREE_FORMS))(
  '%s in the order of the database have the digest of those sent',
  async (_, form) => {
    await fc.assert(
      fc.asyncProperty(fc.array(form, { minLength: 50, maxLength: 50 }), async (sent) => {
        const kept = await app.dataSource.query('SELECT value FROM jsonb_array_elements($1::jsonb)', [
          JSON.stringify(sent),
        ]);
        expect(kept.map(({ value }: Json) => canonicalJson(value))).toEqual(sent.map(canonicalJson));
      }),
      { numRuns: 20 },
    );
  },
);

it('what callers put into tags, parameters and signatures leaves the audit record whole', async () => {
  await fc.assert(
    fc.asyncProperty(map(text), map(json), async (tags, params) => {
      const { name } = await admin.post('/models', { name: `free-${(count += 1)}`, tags });
      await admin.patch(`/models/${name}`, { tags: { ...tags, toJSON: 'q' } });
      await admin.post(`/models/${name}/versions`, { artifactUri: 's3://x', params, signature: { params }, tags });
    }),
    { numRuns: 25 },
  );
  expect(await admin.get('/audit-events/verification')).toMatchObject({ valid: true, brokenChains: 0 });
});

it('the digest of a policy is that of the policy as it is read back', async () => {
  const { name } = await admin.post('/models', { name: 'policed' });
  const metric = { direction: 'higher' };
  const rules = ['toJSON', 'artifact', '10'].map((called) => ({
    metric: called,
    min: 0.5,
    slices: [{ toJSON: 'q', a: 1 }],
  }));
  await admin.put(`/models/${name}/gate-policy`, {
    metrics: { toJSON: metric, artifact: metric, '10': metric },
    rules,
  });
  const { digest, policy } = await admin.get(`/models/${name}/gate-policy/revisions/1`);
  expect(canonicalDigest(policy)).toBe(digest);
});

let count = 0;
