import { readFileSync } from 'node:fs';
import {
  checkGatesMarkdown,
  connect,
  ConnectionError,
  createModel,
  decideTransition,
  each,
  ForbiddenError,
  GatesRefusedError,
  getMe,
  getModel,
  getStage,
  InvalidRequestError,
  listModels,
  listVersions,
  NotFoundError,
  PreconditionFailedError,
  predictionJobEnd,
  registerVersion,
  requestTransition,
  setGatePolicy,
  StaleError,
  StagegateError,
  submitEvaluation,
  UnauthenticatedError,
  updateModel,
  uploadPredictions,
} from '../src/index.js';
import { REVIEWER_TOKEN, TOKEN, URL_OF_SERVICE } from './between.js';

const CENSUS_V2 = new URL('../../../examples/census-income/predictions/v2.parquet', import.meta.url);

const client = connect({ baseUrl: `${URL_OF_SERVICE}/`, token: TOKEN });
const reviewer = connect({ baseUrl: URL_OF_SERVICE, token: () => Promise.resolve(REVIEWER_TOKEN) });
const name = `client-${process.pid}-${Date.now()}`;
const dataset = { name: 'held-out', version: '1' };
const metrics = (accuracy: number) => [{ name: 'accuracy', value: accuracy, count: 1000 }];
const thrown = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => undefined,
    (error: unknown) => error,
  );

async function measured(accuracy: number): Promise<number> {
  const path = { model: name };
  const { version } = await registerVersion({ client, path, body: { artifactUri: 's3://models/artifact' } });
  await submitEvaluation({ client, path: { ...path, version }, body: { dataset, metrics: metrics(accuracy) } });
  return version;
}

const ask = (version: number, more: { expectedIncumbent?: number } = {}) =>
  requestTransition({ client, path: { model: name, version }, body: { toStage: 'Production', ...more } });

beforeAll(async () => {
  await createModel({ client, body: { name } });
  const stages = { Production: { rules: [{ metric: 'accuracy', min: 0.8 }], allowSkipStaging: true } };
  await setGatePolicy({ client, path: { model: name }, body: { stages } });
});

it('a list is read to its end, page after page and no further than asked', async () => {
  for (let made = 0; made < 5; made += 1) await measured(0.9);
  const read: number[] = [];
  for await (const { version } of each(listVersions, { client, path: { model: name }, query: { limit: 2 } }))
    read.push(version);
  expect([...read].sort()).toEqual([1, 2, 3, 4, 5]);
  for await (const model of each(listModels, { client })) {
    expect(typeof model.name).toBe('string');
    break;
  }
});

it('a token as a file holds it is fit to send, and one that cannot be sent is not told', async () => {
  const asInFile = connect({ baseUrl: URL_OF_SERVICE, token: `${TOKEN}\n` });
  expect((await getMe({ client: asInFile })).subject).toBe('admin');
  const broken = connect({ baseUrl: URL_OF_SERVICE, token: 'first\nsecond' });
  const error = await thrown(getMe({ client: broken }));
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).not.toContain('first');
});

it('each family of problems is a class, with code, status and what was found', async () => {
  const stranger = connect({ baseUrl: URL_OF_SERVICE, token: 'nobody' });
  const missing = await thrown(getModel({ client, path: { model: 'nowhere' } }));
  expect(missing).toBeInstanceOf(NotFoundError);
  expect(missing).toBeInstanceOf(StagegateError);
  expect(missing).toMatchObject({ name: 'NotFoundError', code: 'MODEL_NOT_FOUND', status: 404 });
  expect((missing as NotFoundError).requestId).not.toBe('');
  expect((missing as NotFoundError).message).toBe((missing as NotFoundError).problem.detail);
  expect(await thrown(getModel({ client: stranger, path: { model: name } }))).toBeInstanceOf(UnauthenticatedError);
  expect(await thrown(createModel({ client: reviewer, body: { name: 'x' } }))).toBeInstanceOf(ForbiddenError);
  const invalid = await thrown(createModel({ client, body: { name: '-', owner: 7 as never } }));
  expect(invalid).toBeInstanceOf(InvalidRequestError);
  const pointers = (invalid as InvalidRequestError).errors.map(({ pointer }) => pointer);
  expect(new Set(pointers)).toEqual(new Set(['/name', '/owner']));
  const stale = { 'If-Match': '"0"' };
  const update = updateModel({ client, path: { model: name }, body: { owner: 'risk' }, headers: stale });
  expect(await thrown(update)).toBeInstanceOf(PreconditionFailedError);
});

it('a refusal carries the gate report and the transition', async () => {
  const version = await measured(0.7);
  const refused = (await thrown(ask(version))) as GatesRefusedError;
  expect(refused).toBeInstanceOf(GatesRefusedError);
  expect(refused).toMatchObject({ code: 'GATES_REFUSED', status: 422, transition: { status: 'refused', version } });
  expect(refused.gateReport).toMatchObject({ verdict: 'FAIL', challenger: version });
});

it('what changed in the meantime is stale', async () => {
  const version = await measured(0.9);
  expect(await thrown(ask(version, { expectedIncumbent: 77 }))).toBeInstanceOf(StaleError);
  const { id } = await ask(version);
  const path = { model: name, version };
  await submitEvaluation({ client, path, body: { dataset, metrics: metrics(0.91) } });
  const stale = await thrown(decideTransition({ client: reviewer, path: { id }, body: { decision: 'approve' } }));
  expect(stale).toBeInstanceOf(StaleError);
  expect(stale).toMatchObject({ transition: { id, status: 'stale' } });
  const empty = await thrown(getStage({ client, path: { model: name, stage: 'Production' } }));
  expect(empty).toMatchObject({ code: 'STAGE_EMPTY' });
});

it('a check can be had as Markdown', async () => {
  const path = { model: name, version: await measured(0.7) };
  const markdown = await checkGatesMarkdown({ client, path, body: { toStage: 'Production' } });
  expect(markdown).toContain('FAIL');
  expect(markdown).toContain('|');
});

it('a file of predictions becomes an evaluation', async () => {
  const model = `${name}-predictions`;
  await createModel({ client, body: { name: model } });
  const { version } = await registerVersion({ client, path: { model }, body: { artifactUri: 's3://models/a' } });
  const file = new Blob([readFileSync(CENSUS_V2)]);
  const columns = { rowId: 'row_id', label: 'label', prediction: 'prediction', score: 'score' };
  const request = { task: 'binary' as const, dataset, columns };
  const path = { model, version };
  const { id } = await uploadPredictions({ client, path, request, file, filename: 'v2.parquet' });
  const seen: string[] = [];
  const job = await predictionJobEnd({ client, id, onProgress: ({ status }) => seen.push(status), intervalMs: 50 });
  expect(job).toMatchObject({ status: 'succeeded' });
  expect(seen.at(-1)).toBe('succeeded');
});

it('a service that is not there is a failed connection', async () => {
  const nowhere = connect({ baseUrl: 'http://127.0.0.1:9', retry: { retries: 0 } });
  const error = await thrown(listModels({ client: nowhere }));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ message: 'http://127.0.0.1:9 cannot be reached.' });
});
