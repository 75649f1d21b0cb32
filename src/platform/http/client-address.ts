import { type IncomingMessage } from 'node:http';
import { BlockList, isIP, SocketAddress } from 'node:net';
import { type SettingsReader } from '../config/settings-reader.js';

/** Whose word counts for where a request came from. */
export type TrustedProxies = Pick<BlockList, 'check'>;

/** `TRUSTED_PROXIES`: addresses and CIDR ranges, separated by commas; nobody unless set. */
export function readTrustedProxies(read: SettingsReader): TrustedProxies {
  const proxies = new BlockList();
  for (const range of (read.text('TRUSTED_PROXIES') ?? '').split(',').map((part) => part.trim())) {
    if (range !== '' && !addNetwork(proxies, range)) {
      read.fault(`TRUSTED_PROXIES must be addresses and ranges such as 10.0.0.0/8, fd00::/8; "${range}" is neither.`);
    }
  }
  return proxies;
}

/** Adds an address or a CIDR range to a list; false when the text is neither. */
export function addNetwork(list: BlockList, range: string): boolean {
  const [address = '', length, ...rest] = range.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || !(length === undefined || /^\d{1,3}$/.test(length))) return false;
  const bits = family === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : Number(length);
  if (prefix > bits) return false;
  list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

/**
 * Where a request came from: the peer, or, behind trusted proxies, the right-most address of X-Forwarded-For, or of Forwarded
 * (RFC 7239) when the other is absent, that is no trusted proxy's. What stands left of it anybody may have written.
 */
export function clientAddressOf({ socket, headers }: IncomingMessage, proxies: TrustedProxies): string {
  let client = addressIn(socket.remoteAddress ?? '');
  if (client === undefined) return 'unknown';
  if (!isTrusted(client, proxies)) return client;
  const hops = hopsOf(headers);
  while (isTrusted(client, proxies) && hops.length > 0) {
    const next = addressIn(hops.pop()!);
    // Obfuscated or unreadable: the proxy that passed it on is the last that is known.
    if (next === undefined) return client;
    client = next;
  }
  return client;
}

/** Whether the peer itself is a trusted proxy, whose headers count. */
export function isTrustedPeer({ socket }: Pick<IncomingMessage, 'socket'>, proxies: TrustedProxies): boolean {
  const peer = addressIn(socket.remoteAddress ?? '');
  return peer !== undefined && isTrusted(peer, proxies);
}

/** Whom to count an address with: an IPv6 network hands whole ranges of 64 bits to one subscriber. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = [], tail = []] = address.split('::', 2).map((half) => half.split(':').filter((group) => group !== ''));
  const leftOut = Array<string>(8 - head.length - tail.length).fill('0');
  return `${[...head, ...leftOut, ...tail].slice(0, 4).join(':')}::/64`;
}

function isTrusted(address: string, proxies: TrustedProxies): boolean {
  return proxies.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6');
}

/** From the client's to the last proxy's. */
function hopsOf({ 'x-forwarded-for': forwardedFor, forwarded }: IncomingMessage['headers']): string[] {
  if (forwardedFor !== undefined) return [forwardedFor].flat().join(',').split(',');
  if (forwarded === undefined) return [];
  // A comma inside of quotes is no proxy's, and an open quote of the caller's must not swallow what a proxy wrote after it.
  return forwarded.split(',').map((hop) => /(?:^|;)\s*for=([^;]*)/i.exec(hop)?.[1] ?? '');
}

/** An address as it stands in a header or of a socket: quoted, in brackets, with a port, IPv4 written as IPv6. */
function addressIn(text: string): string | undefined {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d{1,5})?|([^[\]]+))$/.exec(bare) ?? [];
  const zoned = bracketed ?? plain?.replace(/^(\d+\.\d+\.\d+\.\d+):\d{1,5}$/, '$1') ?? '';
  const written = zoned.split('%', 1)[0]!;
  const family = isIP(written);
  if (family === 0) return undefined;
  if (family === 4) return written;
  const { address } = new SocketAddress({ address: written, family: 'ipv6' });
  return address.replace(/^::ffff:(\d+\.\d+\.\d+\.\d+)$/, '$1');
}
