import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { SettingsReader } from '../config/settings-reader.js';
import { clientAddressOf, networkOf, readTrustedProxies } from './client-address.js';

function read(ranges: string): SettingsReader {
  return new SettingsReader({ TRUSTED_PROXIES: ranges });
}

/** What a request of this peer with these headers comes from, where private addresses are trusted. */
function from(peer: string | undefined, headers: Record<string, string>): string {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer });
  const request = Object.assign(new IncomingMessage(socket), { headers });
  return clientAddressOf(request, readTrustedProxies(read('10.0.0.0/8, 127.0.0.1,fd00::/8 ,::1')));
}

it.each([
  ['a peer that nobody trusts', '203.0.113.9', { 'x-forwarded-for': '1.2.3.4' }, '203.0.113.9'],
  ['a peer that nobody trusts, by Forwarded', '203.0.113.9', { forwarded: 'for=1.2.3.4' }, '203.0.113.9'],
  ['a trusted peer without a header', '10.0.0.1', {}, '10.0.0.1'],
  ['one proxy', '10.0.0.1', { 'x-forwarded-for': '198.51.100.7' }, '198.51.100.7'],
  ['what the caller wrote left of it', '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 198.51.100.7' }, '198.51.100.7'],
  ['two proxies', '10.0.0.1', { 'x-forwarded-for': '1.1.1.1, 198.51.100.7, 10.0.0.2' }, '198.51.100.7'],
  ['proxies alone', '10.0.0.1', { 'x-forwarded-for': '10.0.0.3, 10.0.0.2' }, '10.0.0.3'],
  ['a port', '10.0.0.1', { 'x-forwarded-for': '198.51.100.7:4711' }, '198.51.100.7'],
  ['nonsense', '10.0.0.1', { 'x-forwarded-for': 'evil\u0000, 300.1.1.1' }, '10.0.0.1'],
  ['nothing between commas', '10.0.0.1', { 'x-forwarded-for': '198.51.100.7,' }, '10.0.0.1'],
  ['IPv6', '::1', { 'x-forwarded-for': '2001:DB8:0:0::1' }, '2001:db8::1'],
  ['IPv6 in brackets with a port', 'fd00::2', { 'x-forwarded-for': '[2001:db8::1]:443' }, '2001:db8::1'],
  ['IPv4 as IPv6', '::ffff:10.0.0.1', { 'x-forwarded-for': '::ffff:198.51.100.7' }, '198.51.100.7'],
  ['an untrusted IPv4 as IPv6', '::ffff:203.0.113.9', {}, '203.0.113.9'],
  [
    'Forwarded',
    '10.0.0.1',
    { forwarded: 'for=1.1.1.1, For="198.51.100.7:80";proto=https;by=10.0.0.1' },
    '198.51.100.7',
  ],
  ['Forwarded with IPv6', '10.0.0.1', { forwarded: 'proto=https; for="[2001:db8::1]:80"' }, '2001:db8::1'],
  ['an open quote', '10.0.0.1', { forwarded: 'for="x, for=198.51.100.7' }, '198.51.100.7'],
  ['a hidden client', '10.0.0.1', { forwarded: 'for=1.1.1.1, for=_secret' }, '10.0.0.1'],
  ['both headers', '10.0.0.1', { 'x-forwarded-for': '198.51.100.7', forwarded: 'for=1.1.1.1' }, '198.51.100.7'],
  ['a connection that is gone', undefined, {}, 'unknown'],
])('of %s it finds the right address', (_name, peer, headers, address) => {
  expect(from(peer, headers as Record<string, string>)).toBe(address);
});

it('trusts nobody unless told to', () => {
  expect(readTrustedProxies(new SettingsReader({})).check('127.0.0.1', 'ipv4')).toBe(false);
});

it.each(['10.0.0.0/33', '10.0.0/8', 'proxy.internal', '::1/129', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/'])(
  '%s is no range',
  (range) => {
    const reader = read(`127.0.0.1, ${range}`);
    readTrustedProxies(reader);
    expect(() => reader.end()).toThrow(`"${range}" is neither`);
  },
);

it.each([
  ['198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['a::b:c:d:e:f:1', 'a:0:b:c::/64'],
  ['unknown', 'unknown'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
