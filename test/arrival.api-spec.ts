import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from './support/app/app.js';
import { type Client } from './support/app/client.js';
import { until } from './support/limits.js';

let app: TestApp;
let ci: Client;
let token: string;
const lines: string[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-arrival-'));

beforeAll(async () => {
  const env = { REQUEST_SECONDS: '1', MAX_CONNECTIONS: '40', STAGEGATE_DATA_DIR: dataDir };
  app = await TestApp.start({ env, onLog: (line) => lines.push(line) });
  ci = await app.as('ci', 'contributor');
  token = ci.token!;
});
afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Opens a connection, sends this much, and answers what the service says before it closes the connection. */
async function send(text: string): Promise<string> {
  const socket = open();
  let said = '';
  socket.on('data', (chunk: Buffer) => (said += chunk.toString()));
  socket.write(text);
  await once(socket, 'end');
  await until('the service holds no connection', async () => (await connections()) === 0);
  socket.destroy();
  return said;
}

/** Connections that the service holds, though the other side of each is still open. */
function connections(): Promise<number> {
  return new Promise((resolve) => app.nest.getHttpServer().getConnections((_error, count) => resolve(count)));
}

/** One that never closes from its own side, as those who only hold connections do. */
function open(): Socket {
  const { port } = new URL(app.url);
  const socket = connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  return socket;
}

it.each([
  ['says nothing', 'without a word, which might meet a request', '', /^$/],
  ['sends half a header', 'with 408', 'GET /api/v1/models HTTP/1.1\r\nHost: x\r\nAuthoriz', /^HTTP\/1\.1 408 /],
])('a caller who %s is left %s', async (_case, _end, text, said) => {
  expect(await send(text)).toMatch(said);
});

it('a body that does not arrive is 408, whoever sends it', async () => {
  for (const path of ['/api/v1/models', '/api/v1/models/m/versions/1/evaluations']) {
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;
    const said = await send(`${head}Content-Length: 100\r\n\r\n{"name":`);
    expect(said).toMatch(/^HTTP\/1\.1 408 [^]*"code":"REQUEST_TIMEOUT"/);
  }
});

it('more connections than there may be are closed, and those that are open go on', async () => {
  const held = Array.from({ length: 60 }, open);
  await Promise.race(held.map((socket) => once(socket, 'end')));
  expect(await connections()).toBeLessThanOrEqual(40);
  for (const socket of held) socket.destroy();
  expect((await app.anonymous().get('//livez')).status).toBe('alive');
});

it('a connection that was opened in advance and never used does not hold up the end of the service', async () => {
  const other = await TestApp.start({ beside: app, env: { REQUEST_SECONDS: '900' } });
  const socket = connect({ port: Number(new URL(other.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  await once(other.nest.getHttpServer(), 'connection');
  await other.stop();
  socket.destroy();
});

const UPLOAD = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid,label\n';

describe('a caller who leaves', () => {
  beforeAll(async () => {
    await ci.post('/models', { name: 'm' });
    await ci.post('/models/m/versions', { artifactUri: 's3://m/1' });
  });

  it.each([
    ['closes', 'JSON', '/models', 'application/json', '{"name":'],
    ['resets', 'JSON', '/models', 'application/json', '{"name":'],
    [
      'closes',
      'a file',
      '/models/m/versions/1/evaluations/from-predictions',
      'multipart/form-data; boundary=x',
      UPLOAD,
    ],
    [
      'resets',
      'a file',
      '/models/m/versions/1/evaluations/from-predictions',
      'multipart/form-data; boundary=x',
      UPLOAD,
    ],
  ])('and %s the connection amid %s is no failure of the database', async (end, _body, path, type, begun) => {
    lines.length = 0;
    const [socket, arrived] = [open(), once(app.nest.getHttpServer(), 'request')];
    socket.write(
      `POST /api/v1${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nContent-Type: ${type}\r\n` +
        `Content-Length: 1000\r\n\r\n${begun}`,
    );
    const [request] = (await arrived) as [IncomingMessage];
    await until('the service reads the body', () => request.listenerCount('data') > 0);
    if (end === 'closes') socket.destroy();
    else socket.resetAndDestroy();
    await until('the request is in the log', () => lines.some((line) => line.includes('given up by its caller')));
    expect(lines.filter((line) => / (error|fatal) |database/i.test(line))).toEqual([]);
  });
});
