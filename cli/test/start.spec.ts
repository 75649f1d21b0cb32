import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { calledCommand, GROUPS } from '../src/program.js';
import { whyUnreachable } from '../src/unreachable.js';
import { Desk } from './desk.js';

const CLI = join(import.meta.dirname, '..');

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.set();
  await desk.run('stagegate login $SERVER --profile admin --token-file admin.token');
  writeFileSync(join(desk.folder, 'policy.json'), '{"preset": "open"}');
  writeFileSync(join(desk.folder, 'policy.yaml'), 'preset: open\n');
});
afterAll(() => desk.clear());

/** The packages of others that a command loads, and the files of its own, as the engine that ran them tells. */
async function loadedBy(line: string): Promise<{ packages: string[]; files: string[] }> {
  const folder = mkdtempSync(join(desk.folder, 'loaded-'));
  const { output, code } = await desk.run(`NODE_V8_COVERAGE=${folder} ${line}`);
  expect({ output: code === 0 ? '' : output, code }).toEqual({ output: '', code: 0 });
  const urls = readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { result: { url: string }[] };
    return result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
  });
  const found = urls.map((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]);
  return {
    packages: [...new Set(found.filter((name) => name !== undefined))].sort(),
    files: urls.filter((_, at) => found[at] === undefined).map((url) => relative(CLI, new URL(url).pathname)),
  };
}

const STARTED = ['bin/stagegate.js', 'dist/stagegate.js'];
/** What is needed at the start and by a part that is loaded when it is needed, too. */
const SHARED = /^dist\/chunks\/chunk-/;

describe('a command loads what it needs and no more', () => {
  it.each(['--version', '--help', 'models', 'history --json', 'whoami', 'use local', 'completion bash'])(
    '%s: one file of its own, and what lays out its answer',
    async (words) => {
      const { packages, files } = await loadedBy(`stagegate --profile admin ${words}`);
      expect(packages).toEqual([]);
      expect(files.filter((file) => !SHARED.test(file))).toEqual(STARTED);
    },
  );

  it.each([
    ['policy set policy.json', ['jsonc-parser']],
    ['policy set policy.yaml', ['yaml']],
    ['policy get', ['diff', 'yaml']],
  ])('%s: besides %j', async (words, expected) => {
    const { packages } = await loadedBy(`stagegate --profile admin ${words}`);
    expect(packages).toEqual(expected);
  });
});

it.each(['--version', 'models', 'whoami', 'policy set policy.json', 'audit --limit 1', 'events --limit 1'])(
  '%s goes without the fetch of the platform and its classes, which take longer to load than all the rest',
  async (words) => {
    const tell = `process.on('exit', () => { if (process.moduleLoadList.some((name) => name.includes('undici'))) process.exitCode = 99; });`;
    writeFileSync(join(desk.folder, 'no-fetch.mjs'), tell);
    const { code, output } = await desk.run(
      `NODE_OPTIONS="--import ./no-fetch.mjs" stagegate --profile admin --json ${words}`,
    );
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
  },
);

it('what would tell that the classes of fetch were loaded, tells it', async () => {
  writeFileSync(join(desk.folder, 'headers.mjs'), 'new Headers();');
  const { code } = await desk.run('NODE_OPTIONS="--import ./no-fetch.mjs" node headers.mjs');
  expect(code).toBe(99);
});

describe('only the command that is called is made', () => {
  it.each(GROUPS.map(([names, add]) => ({ names, add })))('beside $names', ({ names, add }) => {
    const program = new Command();
    add(program);
    expect(program.commands.map((command) => command.name())).toEqual(names.split(' '));
  });

  it.each([
    [['models', '--json'], 'models'],
    [['--json', '--profile', 'models', 'versions', 'a'], 'versions'],
    [['--url=http://a', 'show', 'models'], 'show'],
    [['--version'], undefined],
  ])('%j calls %s', (words, called) => {
    expect(calledCommand(words)).toBe(called);
  });
});

it('a server whose paths have moved is followed with the whole request', async () => {
  const arrived: (string | undefined)[] = [];
  const moved = createHttpServer((request, response) => {
    const { url = '', method, headers } = request;
    if (!url.startsWith('/new/')) return response.writeHead(307, { Location: `/new${url}` }).end();
    request.setEncoding('utf8').on('data', (text: string) => arrived.push(method, headers.authorization, text));
    return request.on('end', () => response.writeHead(503).end());
  });
  moved.listen(0, '127.0.0.1');
  await once(moved, 'listening');
  const { port } = moved.address() as { port: number };
  await desk.run(`STAGEGATE_TOKEN=mine stagegate --url http://127.0.0.1:${port} policy set policy.json`);
  moved.close();
  expect(arrived).toEqual(['PUT', 'Bearer mine', '{"preset":"open"}']);
});

describe('a server that cannot be reached', () => {
  let closed: string;
  let rude: Server;
  beforeAll(async () => {
    const taken = await listening(createServer());
    closed = addressOf(taken);
    taken.close();
    rude = await listening(createServer((socket) => socket.once('data', () => socket.destroy())));
  });
  afterAll(() => void rude.close());

  const listening = async (server: Server) => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  const told = async (url: string) => {
    const command = `STAGEGATE_TOKEN=x stagegate models --url ${url}`;
    const { output, code } = await desk.run(`${command} --json`);
    const people = await desk.run(command);
    expect([code, people.code]).toEqual([1, 1]);
    expect(people.output).toMatch(/^UNREACHABLE .* cannot be reached\. .+\.$/m);
    return JSON.parse(output) as object;
  };

  it('for want of an address', async () => {
    const found = await told('http://nowhere.invalid');
    expect(found).toMatchObject({ code: 'UNREACHABLE', reason: 'DNS', cause: expect.stringMatching(/ENOTFOUND|EAI_/) });
  });

  it('because the connection is refused', async () => {
    expect(await told(closed)).toMatchObject({
      code: 'UNREACHABLE',
      reason: 'REFUSED',
      cause: 'ECONNREFUSED',
      detail: `${closed} cannot be reached. Nothing listens at its port: the connection was refused (ECONNREFUSED).`,
    });
  });

  it('because what answers speaks no TLS', async () => {
    expect(await told(desk.url.replace('http:', 'https:'))).toMatchObject({ code: 'UNREACHABLE', reason: 'TLS' });
  });

  it('because the connection breaks', async () => {
    expect(await told(addressOf(rude))).toMatchObject({ code: 'UNREACHABLE', reason: 'BROKEN' });
  });

  it.each([
    ['CERT_HAS_EXPIRED', 'TLS'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'TLS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'TLS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'TLS'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'TLS'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'TLS'],
    ['UND_ERR_CONNECT_TIMEOUT', 'TIMEOUT'],
    ['UND_ERR_HEADERS_TIMEOUT', 'TIMEOUT'],
    ['ETIMEDOUT', 'TIMEOUT'],
    ['EAI_AGAIN', 'DNS'],
    ['UND_ERR_SOCKET', 'BROKEN'],
    ['EHOSTUNREACH', 'OTHER'],
  ])('%s is told as %s, however deep it lies', (code, reason) => {
    const cause = Object.assign(new Error('why'), { code });
    const several = new AggregateError([cause, new Error('another')], '');
    for (const one of [cause, several]) {
      const error = new Error('cannot be reached', { cause: new TypeError('fetch failed', { cause: one }) });
      expect(whyUnreachable(error)).toMatchObject({ reason, cause: code });
    }
  });
});
