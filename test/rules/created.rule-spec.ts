import { readFileSync } from 'node:fs';

interface Answer {
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: { $ref?: string } }>;
}
type Path = Record<string, { responses: Record<string, Answer> }>;

const { paths } = JSON.parse(readFileSync(new URL('../../openapi/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Path>;
};
const MADE = ['201', '202'];

const made = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { responses }]) =>
    Object.entries(responses)
      .filter(([status]) => MADE.includes(status))
      .map(([status, answer]) => ({ name: `${method.toUpperCase()} ${path} ${status}`, path, answer })),
  ),
);

/** Whether a thing of this collection can be read by itself. */
function isFound(collection: string): boolean {
  return Object.entries(paths).some(
    ([path, methods]) => 'get' in methods && path.replace(/\/\{\w+\}$/, '') === collection && path !== collection,
  );
}

const has = ({ headers = {} }: Answer, header: string): boolean => header in headers;
const schemaOf = ({ content = {} }: Answer): string => Object.values(content)[0]?.schema.$ref ?? '';

it('whatever makes something that can be read says where', () => {
  expect(made.length).toBeGreaterThan(0);
  const silent = made.filter(({ path, answer }) => isFound(path) && !has(answer, 'Location'));
  expect(silent.map(({ name }) => name)).toEqual([]);
});

it('whatever starts a job says where it is, and when to ask how far', () => {
  const jobs = made.filter(({ answer }) => schemaOf(answer).endsWith('JobResponse'));
  expect(jobs.length).toBeGreaterThan(0);
  const silent = jobs.filter(({ answer }) => !has(answer, 'Location') || !has(answer, 'Retry-After'));
  expect(silent.map(({ name }) => name)).toEqual([]);
});
