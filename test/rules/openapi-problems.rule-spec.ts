import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { createApp } from '../../src/app.js';
import { readConfig } from '../../src/platform/config.js';
import { createDataSource } from '../../src/database.js';
import { createLog } from '../../src/platform/http/log.js';
import { problemKinds } from '../../src/platform/http/problem.js';
import { DOCUMENT } from '../support/app/contract.js';

/** Answers of no operation: the parser's, those to a header that no client sends, the router's, a page's, and what nobody is there to read. */
const OF_NO_OPERATION = [
  'ASSET_NOT_FOUND',
  'CALLER_LEFT',
  'CONSOLE_NOT_BUILT',
  'EXPECTATION_FAILED',
  'INVALID_HTTP',
  'METHOD_NOT_ALLOWED',
  'METHOD_UNKNOWN',
  'NOT_FOUND',
  'PROBLEM_NOT_FOUND',
  'PROVIDER_NOT_FOUND',
  'REQUEST_TIMEOUT',
  'ROUTE_NOT_FOUND',
];

const ANSWERS = Object.values(DOCUMENT.paths)
  .flatMap((item) => Object.values(item))
  .flatMap(({ operationId, responses }) =>
    Object.entries(responses).map(([status, response]) => ({ operationId, status: Number(status), response })),
  );

/** Loads every module, and with it every declaration of a problem. */
beforeAll(async () => {
  const url = 'postgres://nobody@localhost/none';
  const config = readConfig({ DATABASE_URL: url, STAGEGATE_JWT_SECRET: 'x'.repeat(32) }, false);
  const app = await createApp(config, createDataSource(url), createLog('silent', true));
  await app.close();
});

it('the table of problems is the one of the code', () => {
  expect(DOCUMENT['x-problems']).toEqual(Object.fromEntries(problemKinds()));
});

it('every error of an operation lists its codes, and says them in its description', () => {
  const errors = ANSWERS.filter(({ status }) => status >= 400);
  expect(errors.length).toBeGreaterThan(500);
  for (const { operationId, status, response } of errors) {
    const codes = response['x-problem-codes'] ?? [];
    const said = [...response.description.matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code]) => code);
    expect({ operationId, status, count: codes.length, codes: said }).toEqual({
      operationId,
      status,
      count: expect.any(Number),
      codes: expect.arrayContaining(codes),
    });
    expect([operationId, status, codes.length > 0]).toEqual([operationId, status, true]);
    expect(codes.map((code) => problemKinds().get(code)?.status)).toEqual(codes.map(() => status));
  }
});

it('every problem is an answer of an operation, or of none for a reason', () => {
  const answered = new Set(ANSWERS.flatMap(({ response }) => response['x-problem-codes'] ?? []));
  expect([...problemKinds().keys()].filter((code) => !answered.has(code)).sort()).toEqual(OF_NO_OPERATION);
});

it('the YAML says what the JSON says', () => {
  const yaml = readFileSync(new URL('../../openapi/openapi.yaml', import.meta.url), 'utf8');
  expect(parse(yaml)).toEqual(DOCUMENT);
});
