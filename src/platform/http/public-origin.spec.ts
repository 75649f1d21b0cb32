import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { SettingsReader } from '../config/settings-reader.js';
import { readTrustedProxies } from './client-address.js';
import { publicOriginOf } from './public-origin.js';

const trustedProxies = readTrustedProxies(new SettingsReader({ TRUSTED_PROXIES: '10.0.0.0/8' }));

function from(peer: string, headers: Record<string, string>, publicOrigin: string | null = null): string {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: peer });
  const request = Object.assign(new IncomingMessage(socket), { headers: { host: 'inside:3000', ...headers } });
  return publicOriginOf(request, { publicOrigin, trustedProxies });
}

it.each([
  ['nothing said', '10.0.0.1', {}, 'http://inside:3000'],
  ['a scheme', '10.0.0.1', { 'x-forwarded-proto': 'https' }, 'https://inside:3000'],
  [
    'scheme and host',
    '10.0.0.1',
    { 'x-forwarded-proto': 'HTTPS', 'x-forwarded-host': 'reg.example' },
    'https://reg.example',
  ],
  ['two proxies', '10.0.0.1', { 'x-forwarded-proto': 'http, https' }, 'https://inside:3000'],
  [
    'Forwarded',
    '10.0.0.1',
    { forwarded: 'for=1.1.1.1;proto=https;host="reg.example:8443"' },
    'https://reg.example:8443',
  ],
  ['a peer that nobody trusts', '203.0.113.9', { 'x-forwarded-proto': 'https' }, 'http://inside:3000'],
  ['no scheme of the web', '10.0.0.1', { 'x-forwarded-proto': 'javascript' }, 'http://inside:3000'],
  ['no host', '10.0.0.1', { 'x-forwarded-host': 'evil/../x' }, 'http://inside:3000'],
])('the address after %s', (_, peer, headers, origin) => {
  expect(from(peer, headers as Record<string, string>)).toBe(origin);
});

it('what was set counts before all that is said', () => {
  expect(from('10.0.0.1', { 'x-forwarded-proto': 'http' }, 'https://registry.example')).toBe(
    'https://registry.example',
  );
});
