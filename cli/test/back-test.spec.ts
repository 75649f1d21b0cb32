import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, createModel, registerVersion, requestTransition, setGatePolicy } from '@stagegate/client';
import { Desk } from './desk.js';

/** As many as one answer of the service judges. */
const MOST_PROMOTIONS = 1_000;
const SIDE_BY_SIDE = 8;

let desk: Desk;
beforeAll(async () => void (desk = await Desk.set()));
afterAll(() => desk.clear());

const ACCURATE = { name: 'accurate', rules: [{ metric: 'accuracy', min: 0.8 }], allowSkipStaging: true };

/** A model that is live, and whose record holds more requests than one answer judges: all others were refused. */
async function longRecord(): Promise<void> {
  const token = readFileSync(join(desk.folder, 'admin.token'), 'utf8');
  const client = connect({ baseUrl: desk.url, token });
  const path = { model: 'busy' };
  await createModel({ client, body: { name: path.model } });
  for (const artifactUri of ['s3://busy/1', 's3://busy/2'])
    await registerVersion({ client, path, body: { artifactUri } });
  await setGatePolicy({ client, path, body: { preset: 'open' } });
  await requestTransition({ client, path: { ...path, version: 1 }, body: { toStage: 'Production' } });
  await setGatePolicy({ client, path, body: ACCURATE });
  const ask = { client, path: { ...path, version: 2 }, body: { toStage: 'Production' } } as const;
  const asking = Array.from({ length: SIDE_BY_SIDE }, async (_, worker) => {
    for (let asked = worker; asked < MOST_PROMOTIONS; asked += SIDE_BY_SIDE)
      await requestTransition(ask).then(
        () => expect('applied').toBe('refused'),
        (error: unknown) => expect(error).toMatchObject({ code: 'GATES_REFUSED' }),
      );
  });
  await Promise.all(asking);
}

it('a plan of more promotions than one answer holds counts all of them', async () => {
  await longRecord();
  await desk.run('stagegate login $SERVER --token-file admin.token');
  writeFileSync(join(desk.folder, 'open.yaml'), 'preset: open\n');
  const { output, code } = await desk.run('stagegate policy apply open.yaml -m busy --dry-run --json');
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
  expect(JSON.parse(output)).toMatchObject({
    applied: false,
    plan: {
      live: [{ model: 'busy', version: 1, verdict: 'FAIL', draftVerdict: 'PASS', changes: true }],
      promotions: MOST_PROMOTIONS + 1,
      newlyRefused: 0,
      newlyLetThrough: MOST_PROMOTIONS,
      everything: { live: 1, changed: 1, unknown: 0, promotionsUnknown: 0 },
    },
  });
  const shown = await desk.run('stagegate policy apply open.yaml -m busy --dry-run');
  expect(shown.output).toContain(`Of ${MOST_PROMOTIONS + 1} recorded promotions the draft would newly refuse 0`);
});
