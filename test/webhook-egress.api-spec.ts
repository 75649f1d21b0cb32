import { type AddressInfo, createServer, type Server } from 'node:net';
import { NameResolver } from '../src/platform/egress/name-resolver.service.js';
import { Outbound } from '../src/platform/egress/outbound.service.js';
import { TestApp } from './support/app/app.js';
import { Person } from './support/app/registry.js';

/**
 * A service that allows no network of its own. Every address below leads, in one way or another, to a listener on this machine or to
 * one that nobody outside may reach: none is called.
 */
let app: TestApp;
let root: Person;
let listener: Server;
let port: number;
let connections = 0;
/** What names lead to; each time a name is asked for, its next answer is given. */
const answers = new Map<string, string[][]>();

beforeAll(async () => {
  app = await TestApp.start();
  root = await Person.of(app, 'root', 'admin');
  listener = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, '::', resolve));
  port = (listener.address() as AddressInfo).port;
  app.nest.get(NameResolver).resolve = async (name) => {
    const next = answers.get(name) ?? [[]];
    return (next.length > 1 ? next.shift() : next[0])!;
  };
});
afterAll(async () => {
  await app?.stop();
  await new Promise((resolve) => listener.close(resolve));
});

const call = (url: string) =>
  app.nest.get(Outbound).post(url.replace('PORT', String(port)), { headers: {}, body: '{}' });

const BY_ADDRESS = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://127.0.0.01:PORT/',
  'http://127.255.255.254:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://127。0。0。1:PORT/',
  'http://①②⑦.0.0.1:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://10.0.0.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://2852039166/latest/meta-data',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001::7f00:1]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]:PORT/',
  'http://[2001:db8::1]:PORT/',
];

const BY_SHAPE = [
  'http://user@127.0.0.1:PORT/',
  'http://user:password@example.org/',
  'http://@example.org/',
  'http://example.org@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT\\@example.org/',
  'http://example.org/#fragment',
  'ftp://example.org/',
  'file:///etc/passwd',
  'gopher://127.0.0.1:PORT/',
  'unix:/run/docker.sock',
  'javascript:alert(1)',
  'data:text/plain,x',
  '//127.0.0.1:PORT/',
  '127.0.0.1:PORT',
  'http://[fe80::1%25eth0]/',
  'http://example.org:0/',
  'http://exam\nple.org/',
  ' http://example.org/',
  'http://example.org/\u0007',
  'http://',
];

/** Addresses that a name answers, one after the other. */
const BY_NAME: Record<string, string[][]> = {
  'loopback.example': [['127.0.0.1']],
  'loopback6.example': [['::1']],
  'mapped.example': [['::ffff:10.0.0.1']],
  'metadata.example': [['169.254.169.254']],
  'one-of-two.example': [['93.184.216.34', '127.0.0.1']],
  'scoped.example': [['fe80::1%lo']],
  'garbled.example': [['127.0.0.1 ']],
};

/** Ports of a public address at which no web service is to be expected. */
const BAD_PORTS = [22, 23, 25, 110, 445, 993, 3306, 5432, 6379, 6667, 9200, 11211, 27017];

it.each([...BY_ADDRESS, ...BY_SHAPE])('%s is neither accepted nor called', async (url) => {
  const named = url.replace('PORT', String(port));
  const problem = await root.post('/webhooks', { url: named, types: ['*'] }, 400);
  expect(problem).toMatchObject({ code: 'WEBHOOK_URL_REFUSED', errors: [{ pointer: '/url' }] });
  await expect(call(url)).rejects.toThrow();
  expect(connections).toBe(0);
});

it.each(Object.keys(BY_NAME))('the name %s is neither accepted nor called', async (name) => {
  answers.set(name, BY_NAME[name]!);
  const url = `http://${name}:${port}/`;
  expect(await root.post('/webhooks', { url, types: ['*'] }, 400)).toMatchObject({ code: 'WEBHOOK_URL_REFUSED' });
  await expect(call(url)).rejects.toThrow('not public');
  expect(connections).toBe(0);
});

it.each(BAD_PORTS)('port %d of a public address is neither accepted nor called', async (bad) => {
  const url = `http://93.184.216.34:${bad}/`;
  expect(await root.post('/webhooks', { url, types: ['*'] }, 400)).toMatchObject({ code: 'WEBHOOK_URL_REFUSED' });
  await expect(call(url)).rejects.toThrow(`port ${bad} is none of a web service`);
});

it('a name that changes its address between the making and the calls is not called', async () => {
  answers.set('rebinding.example', [['93.184.216.34'], ['127.0.0.1']]);
  const url = `http://rebinding.example:${port}/`;
  const { id } = await root.post('/webhooks', { url, types: ['*'] });
  expect(await root.post(`/webhooks/${id}/test`, undefined, 200)).toMatchObject({
    delivered: false,
    responseStatus: null,
    error: expect.stringContaining('not called'),
  });
  expect(connections).toBe(0);
});

it('a name is resolved once for a call, and its address is the one that was checked', async () => {
  let asked = 0;
  const allowing = await TestApp.start({ env: { STAGEGATE_WEBHOOK_ALLOWED_NETWORKS: '127.0.0.0/8' } });
  allowing.nest.get(NameResolver).resolve = async () => {
    asked += 1;
    return asked === 1 ? ['127.0.0.1'] : ['10.255.255.1'];
  };
  await expect(
    allowing.nest.get(Outbound).post(`http://once.example:${port}/`, { headers: {}, body: '{}' }),
  ).rejects.toThrow(/hang up|RESET/);
  expect([asked, connections]).toEqual([1, 1]);
  await allowing.stop();
});
