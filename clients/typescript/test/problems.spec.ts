import { readFileSync } from 'node:fs';
import * as stagegate from '../src/index.js';

const TABLE = JSON.parse(readFileSync(new URL('../../errors.json', import.meta.url), 'utf8')) as {
  parents: Record<string, string>;
  statuses: Record<string, string>;
  codes: Record<string, { status: number; error: string }>;
};

type ErrorClass = new (...args: never[]) => Error;
const classNamed = (name: string) => stagegate[name as 'ProblemError'] as ErrorClass;

/** What an operation throws for a problem. */
async function thrownFor(problem: { status: number; code: string; transition?: object }): Promise<unknown> {
  const { status } = problem;
  const body = JSON.stringify({ ...problem, detail: 'd', title: 't', requestId: 'r-1' });
  const answer = new Response(body, { status, headers: { 'content-type': 'application/problem+json' } });
  const client = stagegate.connect({
    baseUrl: 'http://127.0.0.1:9',
    retry: { retries: 0 },
    fetch: () => Promise.resolve(answer),
  });
  return stagegate.getMe({ client }).catch((error: unknown) => error);
}

it.each(Object.entries(TABLE.parents))('%s is a kind of %s', (name, parent) => {
  expect(Object.getPrototypeOf(classNamed(name))).toBe(classNamed(parent));
});

it.each(Object.entries(TABLE.statuses))('%s is %s', async (status, name) => {
  const error = await thrownFor({ status: Number(status), code: 'OTHER' });
  expect((error as Error).constructor).toBe(classNamed(name));
  expect((error as Error).name).toBe(name);
});

it.each(Object.entries(TABLE.codes))('%s is its own kind', async (code, { status, error }) => {
  expect(((await thrownFor({ status, code })) as Error).constructor).toBe(classNamed(error));
});

it('a conflict over a transition that became stale is stale', async () => {
  const error = await thrownFor({ status: 409, code: 'OTHER', transition: { status: 'stale' } });
  expect(error).toBeInstanceOf(stagegate.StaleError);
});
