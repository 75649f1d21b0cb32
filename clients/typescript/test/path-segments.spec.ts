import { readFileSync } from 'node:fs';
import * as stagegate from '../src/index.js';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
}

const DOCUMENT = JSON.parse(
  readFileSync(new URL('../../../openapi/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Operation>> };
const OPERATIONS = Object.values(DOCUMENT.paths)
  .flatMap((methods) => Object.values(methods))
  .map(({ operationId, parameters = [] }) => ({
    operationId,
    names: parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name),
  }));
const PARAMETERS = OPERATIONS.flatMap(({ operationId, names }) => names.map((name) => ({ operationId, name, names })));

let sent: string[] = [];
beforeEach(() => (sent = []));
const client = stagegate.connect({
  baseUrl: 'http://127.0.0.1:9',
  token: 'secret',
  retry: { retries: 0 },
  fetch: (request) => {
    sent.push(new URL((request as Request).url).pathname);
    return Promise.resolve(Response.json({}));
  },
});

/** With a client of `connect`, and with the one that operations use when they are given none. */
function calls(operationId: string, path: Record<string, unknown>): Promise<unknown>[] {
  const operation = stagegate[operationId as 'getModel'];
  const request = { path: path as never, body: {} };
  const { baseUrl, fetch } = client.getConfig();
  return [operation({ client, ...request } as never), operation({ baseUrl, fetch, ...request } as never)];
}

it.each(PARAMETERS)('$operationId sends no $name that makes it the path of another resource', async (parameter) => {
  const { operationId, name, names } = parameter;
  const plain = Object.fromEntries(names.map((one) => [one, 'a']));
  for (const value of ['', '.', '..', ['..'], undefined, null])
    for (const call of calls(operationId, { ...plain, [name]: value }))
      await expect(call).rejects.toBeInstanceOf(stagegate.StagegateError);
  expect(sent).toEqual([]);
});

it('what only looks like it is sent as one segment', async () => {
  for (const model of ['...', '%2e%2e', '../tokens', '.. ', '\\']) 
    await stagegate.getModel({ client, path: { model } });
  expect(sent.map((path) => path.split('/'))).toEqual(Array(5).fill(['', 'api', 'v1', 'models', expect.any(String)]));
});

it('an upload and a report as Markdown are held to it, too', async () => {
  const path = { model: '..', version: 1 };
  const upload = { client, path, request: {} as never, file: new Blob([]), filename: 'rows.csv' };
  await expect(stagegate.uploadPredictions(upload)).rejects.toBeInstanceOf(stagegate.StagegateError);
  const report = stagegate.checkGatesMarkdown({ client, path, body: { toStage: 'Production' } });
  await expect(report).rejects.toBeInstanceOf(stagegate.StagegateError);
  expect(sent).toEqual([]);
});
