import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from './desk.js';

let desk: Desk;
// No job is worked at, so that each waits until it is cancelled.
beforeAll(async () => {
  desk = await Desk.set({ STAGEGATE_PREDICTIONS_CONCURRENCY: '0' });
  writeFileSync(
    join(desk.folder, 'request.json'),
    JSON.stringify({
      task: 'binary',
      dataset: { name: 'adult-test', version: '1' },
      columns: { rowId: 'row_id', label: 'label', prediction: 'prediction', score: 'score' },
      slices: ['sex'],
    }),
  );
  await desk.run('stagegate login $SERVER --profile ci --token-file ci.token');
  await desk.run('stagegate register census census-income/versions/v1.json --create');
});
afterAll(() => desk.clear());

it('a job is listed while it waits, and cancelled once', async () => {
  const file = '--predictions census-income/predictions/v2.parquet';
  const sent = await desk.run(`stagegate evaluate census 1 request.json ${file} --no-wait --json`);
  const { id } = JSON.parse(sent.output) as { id: string };
  const listed = await desk.run('stagegate job list --model census --json');
  expect(JSON.parse(listed.output)).toMatchObject([{ id, status: 'queued' }]);
  expect(await desk.run(`stagegate job cancel ${id}`)).toEqual({ output: `Cancelled the job ${id}.\n`, code: 0 });
  expect((await desk.run('stagegate job list')).output).toMatch(/census +1 +cancelled/);
  expect(await desk.run(`stagegate job cancel ${id}`)).toMatchObject({ code: 1 });
});

it('a back-test is a job, too, and what is none is not found', async () => {
  const policy = JSON.stringify({ policy: { preset: 'open' } });
  const start = `curl -sS -X POST -H "Authorization: Bearer $(cat ci.token)" -H 'Content-Type: application/json' -d '${policy}'`;
  const { output } = await desk.run(`${start} $SERVER/api/v1/gate-policy/back-test-jobs`);
  const { id } = JSON.parse(output) as { id: string };
  expect(await desk.run(`stagegate job cancel ${id}`)).toEqual({ output: `Cancelled the job ${id}.\n`, code: 0 });
  const none = await desk.run('stagegate job cancel 00000000-0000-4000-8000-000000000000');
  expect(none).toEqual({ output: expect.stringContaining('NOT_FOUND'), code: 1 });
});
