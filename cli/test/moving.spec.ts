import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { until } from '../../test/support/limits.js';
import { toMovedModel } from '../src/moving/moved-model.js';
import { batchesOf } from '../src/moving/send.js';
import { Desk } from './desk.js';

const version = (number: number, fields: object = {}) => ({
  name: 'm',
  version: String(number),
  source: `s3://there/${number}`,
  creation_timestamp: 1,
  ...fields,
});

/** A registry that speaks as much of MLflow's API as an import asks for, has these models, and first answers with these errors. */
function registryOf(models: Record<string, object[]>, errors: number[]): Server {
  return createServer((request, response) => {
    const error = errors.shift() ?? 200;
    if (error !== 200) {
      response.statusCode = error;
      return response.end(JSON.stringify({ error_code: 'INTERNAL_ERROR', message: `status ${error}` }));
    }
    const { pathname, searchParams } = new URL(request.url!, 'http://there');
    const name = searchParams.get('name') ?? /name='(.*)'/.exec(searchParams.get('filter') ?? '')?.[1] ?? '';
    const answers: Record<string, object | undefined> = {
      'registered-models/search': { registered_models: Object.keys(models).map((one) => ({ name: one })) },
      'registered-models/get': models[name] && { registered_model: { name, creation_timestamp: 1 } },
      'model-versions/search': { model_versions: models[name] },
    };
    const answer = answers[pathname.replace('/api/2.0/mlflow/', '')];
    response.statusCode = answer ? 200 : 404;
    return response.end(JSON.stringify(answer ?? { error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'not found' }));
  });
}

describe('an import from MLflow', () => {
  const models: Record<string, object[]> = {
    refused: [version(1, { source: '' })],
    taken: [version(1)],
    leaves: [version(1)],
  };
  const errors: number[] = [];
  const server = registryOf(models, errors);
  let desk: Desk;
  let from: string;

  beforeAll(async () => {
    desk = await Desk.set();
    await desk.run('stagegate login $SERVER --profile admin --token-file admin.token');
    await once(server.listen(0, '127.0.0.1'), 'listening');
    from = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.close();
    await desk.clear();
  });

  it('goes on past a model that is refused, says so and fails; what is gone there later is told', async () => {
    const first = await desk.run(`stagegate import mlflow --from ${from} --json`);
    const codesIn = (output: string) =>
      (JSON.parse(output) as { models: { model: string; findings: { code: string }[] }[] }).models.map(
        ({ model, findings }) => [model, findings.map(({ code }) => code)],
      );
    expect([codesIn(first.output), first.code]).toEqual([
      [
        ['refused', ['REFUSED']],
        ['taken', []],
        ['leaves', []],
      ],
      1,
    ]);
    delete models.refused;
    delete models.leaves;
    const second = await desk.run(`stagegate import mlflow --from ${from} --json`);
    expect([codesIn(second.output), second.code]).toEqual([
      [
        ['taken', []],
        ['leaves', ['NOT_THERE']],
      ],
      0,
    ]);
  });

  it('that watches goes on after the other registry was busy, broken, or had just lost a model', async () => {
    // The first look asks three times; at the fourth after it the model is found, and gone when it is asked for.
    errors.push(200, 200, 200, 429, 500, 503, 200, 404);
    models.watched = [version(1)];
    const watch = `stagegate import mlflow --from ${from} --model watched --watch --every 1 >out 2>&1 & pid=$!`;
    const says = (text: string) => `until grep -q '${text}' out || ! kill -0 $pid; do sleep 0.1; done`;
    const over = desk.run(`${watch}; ${says('version 2')}; kill $pid && cat out`);
    await until('the errors are answered', () => errors.length === 0);
    models.watched = [version(1), version(2)];
    const { output, code } = await over;
    expect([output.match(/status \d+/g), code]).toEqual([['status 429', 'status 500', 'status 503'], 0]);
  });

  it('names a model that is not there', async () => {
    const { output, code } = await desk.run(`stagegate import mlflow --from ${from} --model taken typo`);
    expect([output, code]).toEqual([`NOT_FOUND There is no model typo at ${from}.\n`, 1]);
  });
});

it('tags that no object can have, or are too long in characters, are left out and told', () => {
  const tags = [
    { key: '__proto__', value: 'a' },
    { key: 'constructor', value: 'a' },
    { key: 'long', value: '\u{1F600}'.repeat(5_001) },
    { key: 'kept', value: '\u{1F600}'.repeat(5_000) },
  ];
  const { moved, findings } = toMovedModel({ name: 'm', tags }, [version(1, { source: 'models:/m-1' })], 'there');
  expect([moved.tags, findings.map(({ code }) => code)]).toEqual([
    { kept: tags[3]!.value },
    ['TEXT_LEFT_OUT', 'TEXT_LEFT_OUT', 'TEXT_LEFT_OUT'],
  ]);
  expect(moved.versions[0]!.loggedModelId).toBe('m-1');
});

it('a request is measured in bytes, with what comes with every version', () => {
  const fields = { artifactUri: 's3://b', stage: 'None', createdAt: '', updatedAt: '' };
  const wide = [1, 2].map((number) => ({ ...fields, version: number, description: 'ü'.repeat(120_000) }));
  expect([batchesOf(wide, 0).length, batchesOf(wide.slice(0, 1), 0).length]).toEqual([2, 1]);
  const small = [1, 2].map((number) => ({ ...fields, version: number, description: 'x'.repeat(100_000) }));
  expect([batchesOf(small, 0).length, batchesOf(small, 250_000).length]).toEqual([1, 2]);
});
