import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { TestApp } from './support/app/app.js';

const MEBIBYTE = 1024 * 1024;
/** Enough for what grows faster than its length to stand out. */
const BYTES = MEBIBYTE / 2;

/** Reading, checking and refusing may cost this many times what the bare parser takes for the same text. */
const LARGEST_RATIO = 25;
/** A turn of the event loop that honest evidence takes may cost this many times what parsing all of it does. */
const LONGEST_TURN = 8;
/** So often is a body parsed to tell what parsing it takes, since a single measurement says little. */
const PARSES = 5;

interface Operation {
  operationId: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

const document = JSON.parse(readFileSync(new URL('../openapi/openapi.json', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, { type?: string }> }> };
};

const ROUTES = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([, { requestBody }]) => requestBody?.content['application/json'] !== undefined)
    .map(([method, operation]) => ({ name: operation.operationId, method: method.toUpperCase(), path, operation })),
);

/** As much of a repeated piece as fits between a beginning and an end. */
function filled(begin: string, piece: (index: number) => string, end: string, bytes: number): string {
  const pieces: string[] = [];
  for (let length = begin.length + end.length, index = 0; ; index += 1) {
    const next = `${index === 0 ? '' : ','}${piece(index)}`;
    if (length + next.length > bytes) return begin + pieces.join('') + end;
    pieces.push(next);
    length += next.length;
  }
}

/** So often is a refusal measured beside a parse before it counts as slow. */
const TRIES = 10;

/** What evidence looks like: parsing it is the least that reading as many bytes costs, also where a parser gives up at once. */
const ORDINARY = Buffer.from(filled('[', (index) => `{"name":"m${index % 50}","value":0.${index}}`, ']', BYTES));

/** Types of fields that hold no other values; what checks them looks at one and goes, so that one field stands for all. */
const PLAIN = new Set(['string', 'number', 'integer', 'boolean']);

/** Bodies of so many bytes that once cost much more than their length to read, whatever the route. */
function worstTexts(bytes: number): [string, string][] {
  return [
    ['one field a hundred thousand times', filled('{', () => `"a":1`, '}', bytes)],
    ['line breaks before a fault', `{${'\n'.repeat(bytes - 2)}!`],
    ['quotes that are escaped', `{"${'\\"'.repeat(bytes / 2 - 8)}":1}`],
    ['forbidden keys', filled('[', () => '{"__proto__":1}', ']', bytes)],
    ['a deep value', `${'['.repeat(bytes / 2 - 1)}${']'.repeat(bytes / 2 - 1)}`],
  ];
}

const MANY_KEYS = filled('{', (index) => `"k${index}":1`, '}', 50_000);
/** As long as the name of a field around a value, and more. */
const NAME = 64;

/** Values of a field that once cost much more than their length to check, and a body of fields that nobody knows. */
const WORST_VALUES: [string, string][] = [
  ['empty objects', filled('[', () => '{}', ']', BYTES - NAME)],
  ['many keys', filled('{', (index) => `"k${index}":""`, '}', BYTES - NAME)],
  ['objects of many keys', filled('[', () => MANY_KEYS, ']', BYTES - NAME)],
];
const UNKNOWN_FIELDS = filled('{', (index) => `"k${index}":1`, '}', BYTES);

/** Bodies that once cost much more than their length to check, for a route. */
function worstBodies({ operation }: (typeof ROUTES)[number]): [string, string][] {
  const reference = operation.requestBody!.content['application/json']!.schema.$ref?.split('/').at(-1);
  const fields = Object.entries(document.components.schemas[reference ?? '']?.properties ?? {});
  const isPlain = ([, { type }]: (typeof fields)[number]): boolean => type !== undefined && PLAIN.has(type);
  const asked = [...fields.filter(isPlain).slice(0, 1), ...fields.filter((field) => !isPlain(field))];
  return [
    ['fields that nobody knows', UNKNOWN_FIELDS],
    ...asked.flatMap(([name]) =>
      WORST_VALUES.map(([what, value]): [string, string] => [`${what} in ${name}`, `{"${name}":${value}}`]),
    ),
  ];
}

/** Processor time in milliseconds, which does not grow when other programs want the processor too. */
async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function parseOften(body: string): void {
  for (let times = 0; times < PARSES; times += 1) JSON.parse(body);
}

let app: TestApp;
let token: string;
/** The least that the bare parser took for what is ordinary. */
let leastOrdinaryMs: number;

beforeAll(async () => {
  app = await TestApp.start();
  token = (await app.as('ci', 'admin')).token!;
  const taken: number[] = [];
  while (taken.length < PARSES) taken.push(await processorMs(() => parse(ORDINARY)));
  leastOrdinaryMs = Math.min(...taken);
});
afterAll(() => app?.stop());

function parse(body: Buffer): void {
  try {
    JSON.parse(body.toString());
  } catch {
    // What is no JSON costs its reading, too.
  }
}

async function send(route: (typeof ROUTES)[number], body: Buffer): Promise<number> {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => (/id$/i.test(name) ? crypto.randomUUID() : '1'));
  const response = await fetch(app.url + path, {
    method: route.method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

it('knows the routes that take a body', () => {
  expect(ROUTES.length).toBeGreaterThan(15);
});

/** How many times the bare parser's reading a route takes for a body; 1 where it is few times what is ordinary. */
async function ratioOf(route: (typeof ROUTES)[number], body: Buffer): Promise<number> {
  const taken = await processorMs(() => send(route, body));
  // Most bodies cost so little that it need not be known what parsing them takes, which is the most of the work here.
  if (taken <= LARGEST_RATIO * leastOrdinaryMs) return 1;
  const [bare, ordinary] = [await processorMs(() => parse(body)), await processorMs(() => parse(ORDINARY))];
  return taken / Math.max(bare, ordinary);
}

/** What of some bodies costs a route more than so many times the bare parser's reading. */
async function slowOf(route: (typeof ROUTES)[number], bodies: [string, string][]): Promise<string[]> {
  const slow: string[] = [];
  for (const [what, text] of bodies) {
    const body = Buffer.from(text);
    // A collection of garbage may fall into a measurement; it does not fall into three.
    const ratios: number[] = [];
    const isSlow = (): boolean => ratios.every((ratio) => ratio > LARGEST_RATIO);
    while (ratios.length < 3 && isSlow()) ratios.push(await ratioOf(route, body));
    if (isSlow()) slow.push(`${what}: ${ratios.map(Math.round).join(', ')} times parsing`);
  }
  return slow;
}

it.each(ROUTES)('$name costs no more than the length of its body', async (route) => {
  expect(await slowOf(route, worstBodies(route))).toEqual([]);
});

it('evidence that is too large is refused for less than a parser takes to read it', async () => {
  const route = ROUTES.find(({ name }) => name === 'submitEvaluation')!;
  const bytes = 7 * MEBIBYTE;
  const keysOf = (begin: string) => filled('{', (index) => `"${begin}${index}":1`, '}', 1_500);
  const slow: string[] = [];
  for (const [what, text] of [
    ['millions of objects', filled('{"metrics":[', () => '{}', ']}', bytes)],
    ['one object of many keys', filled('{', (index) => `"k${index}":1`, '}', bytes)],
    ['many objects of other keys', filled('[', (index) => keysOf(`k${index}_`), ']', bytes)],
  ] as const) {
    const body = Buffer.from(text);
    // Other work of the machine makes a measurement longer, and never shorter.
    const ratios: number[] = [];
    while (ratios.length < TRIES && ratios.every((ratio) => ratio > 1)) {
      const bare = await processorMs(() => parse(body));
      ratios.push((await processorMs(() => send(route, body))) / bare);
    }
    if (ratios.every((ratio) => ratio > 1)) slow.push(`${what}: ${Math.min(...ratios)} times parsing`);
  }
  expect(slow).toEqual([]);
});

// One reader is before all routes; it takes more of those that take evidence.
it.each(ROUTES.filter(({ name }) => name === 'createModel' || name === 'submitEvaluation'))(
  'the reader before $name costs no more than the length of what it reads',
  async (route) => {
    expect(await slowOf(route, worstTexts(BYTES))).toEqual([]);
  },
);

it('only evidence may fill the body limit', async () => {
  const note = 'x'.repeat(MEBIBYTE);
  const admin = await app.as('root', 'admin');
  const { status, body } = await admin.send('POST', '/models', { name: 'large', description: note });
  expect({ status, code: body.code as string }).toEqual({ status: 413, code: 'PAYLOAD_TOO_LARGE' });
});

it.each([
  ['a key twice', '{"name":"a","name":"b"}', 'VALIDATION_FAILED', '/name'],
  ['bytes that are no UTF-8', Buffer.from('7b226e616d65223a22fffe227d', 'hex'), 'MALFORMED_JSON', undefined],
  ['an overlong encoding', Buffer.from('7b226e616d65223a22c0af227d', 'hex'), 'MALFORMED_JSON', undefined],
])('%s is refused', async (_, body, code, pointer) => {
  const response = await fetch(`${app.url}/api/v1/models`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(400);
  const problem = (await response.json()) as { code: string; errors?: { pointer: string }[] };
  expect(problem.code).toBe(code);
  expect(problem.errors?.[0]?.pointer).toBe(pointer);
});

describe('honest evidence that fills the body limit', () => {
  /** The most processor time in milliseconds that was taken between two turns of the event loop. */
  async function longestTurn(work: () => Promise<unknown>): Promise<number> {
    let [longest, isOver] = [0, false];
    const watch = (async () => {
      while (!isOver) longest = Math.max(longest, await processorMs(nextTurn));
    })();
    await work();
    isOver = true;
    await watch;
    return longest;
  }

  it('is taken in turns, none much longer than parsing it', async () => {
    const admin = await app.as('root', 'admin');
    await admin.post('/models', { name: 'honest' });
    await admin.post('/models/honest/versions', { artifactUri: 's3://1' });
    const metrics = Array.from({ length: 49_999 }, (_, index) => ({
      name: `metric_${index % 50}`,
      slice: { region: `region-${Math.floor(index / 50)}`, device: 'phone' },
      value: 0.5 + index / 1e6,
      count: 1_000 + index,
      standardError: 0.0123,
      definition: 'sklearn',
    }));
    const body = JSON.stringify({ dataset: { name: 'd', version: '1' }, metrics });
    const submit = async (headers: Record<string, string>) => {
      const response = await fetch(`${app.url}/api/v1/models/honest/versions/1/evaluations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        body,
      });
      await response.arrayBuffer();
      expect(response.status).toBe(201);
    };
    for (const keyed of [false, true]) {
      let ratios: number[] = [];
      while (ratios.length < 3 && ratios.every((ratio) => ratio > LONGEST_TURN)) {
        const headers: Record<string, string> = keyed ? { 'idempotency-key': `honest-${ratios.length}` } : {};
        const bare = (await processorMs(() => parseOften(body))) / PARSES;
        ratios = [...ratios, (await longestTurn(() => submit(headers))) / bare];
      }
      expect(Math.min(...ratios)).toBeLessThanOrEqual(LONGEST_TURN);
    }
  });
});
