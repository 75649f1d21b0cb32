import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Client, type Json } from './support/app/client.js';

const EXAMPLES = join(import.meta.dirname, '..', 'examples');

let app: TestApp;
let ci: Client;
let reviewer: Client;

beforeAll(async () => {
  app = await TestApp.start();
  [ci, reviewer] = await Promise.all([app.as('ci', 'contributor'), app.as('reviewer', 'approver')]);
});
afterAll(() => app?.stop());

const read = (...path: string[]): Json => JSON.parse(readFileSync(join(EXAMPLES, ...path), 'utf8'));

/** Sends every file of an example as the body it is; answers the version numbers. */
async function load(example: string): Promise<number[]> {
  await ci.post('/models', read(example, 'model.json'));
  await (await app.as('admin', 'admin')).put(`/models/${example}/gate-policy`, read(example, 'policy.json'));
  const files = readdirSync(join(EXAMPLES, example, 'versions')).sort();
  const numbers: number[] = [];
  for (const file of files) {
    const { version } = await ci.post(`/models/${example}/versions`, read(example, 'versions', file));
    await ci.post(`/models/${example}/versions/${version}/evaluations`, read(example, 'evaluations', file));
    numbers.push(version);
  }
  return numbers;
}

async function promote(model: string, version: number): Promise<void> {
  const { id } = await ci.post(`/models/${model}/versions/${version}/transitions`, { toStage: 'Production' }, 202);
  await reviewer.post(`/transitions/${id}/approvals`, { decision: 'approve' });
}

it('diamond-price: the better model is refused for the clarity it never saw', async () => {
  expect(await load('diamond-price')).toEqual([1, 2, 3]);
  await promote('diamond-price', 1);
  await promote('diamond-price', 2);
  const report = await ci.post('/models/diamond-price/versions/3/gate-checks', { toStage: 'Production' }, 200);
  expect(report.verdict).toBe('FAIL');
  const failures = report.rules.flatMap((rule: Json) =>
    rule.measures.filter((measure: Json) => measure.status !== 'PASS').map((measure: Json) => measure.message),
  );
  expect(failures).toEqual([expect.stringMatching(/^rmse on clarity=IF: 695\.3 vs 443\.9 .*n = 401.*FAIL$/)]);
});

it.each(['census-income', 'diamond-price'])(
  '%s has an evaluation for every version, and names its licence',
  (example) => {
    const versions = readdirSync(join(EXAMPLES, example, 'versions'));
    expect(readdirSync(join(EXAMPLES, example, 'evaluations'))).toEqual(versions);
    expect(readFileSync(join(EXAMPLES, example, 'README.md'), 'utf8')).toMatch(/^## .*licence/im);
  },
);
