import { BlockList, isIP, SocketAddress } from 'node:net';

/** Ranges of IPv4 that are no host of the public internet, by the registry of special purposes (RFC 6890 and its successors). */
const NOT_PUBLIC_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/** All that is global unicast today; loopback, link-local, unique local, multicast, mapped and NAT64 addresses lie outside. */
const GLOBAL_UNICAST_V6 = ['2000::/3'];
/** Addresses in that range that are not public all the same: special assignments with Teredo and ORCHID, 6to4, and ranges for documents. */
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const privateV4 = listOf(NOT_PUBLIC_V4, 'ipv4');
const globalV6 = listOf(GLOBAL_UNICAST_V6, 'ipv6');
const privateV6 = listOf(NOT_PUBLIC_V6, 'ipv6');

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address, prefix] = range.split('/') as [string, string];
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;

/** An address as it is compared: an IPv4 address that is written as IPv6 is the IPv4 one; null when the text is no address. */
export function plainAddress(text: string): { address: string; family: 'ipv4' | 'ipv6' } | null {
  const family = isIP(text);
  if (family === 0) return null;
  if (family === 4) return { address: text, family: 'ipv4' };
  if (text.includes('%')) return null;
  const { address } = new SocketAddress({ address: text, family: 'ipv6' });
  const mapped = MAPPED.exec(address)?.[1];
  return mapped === undefined ? { address, family: 'ipv6' } : { address: mapped, family: 'ipv4' };
}

/** Whether an address is one that anybody on the internet may have. */
export function isPublicAddress(text: string): boolean {
  const plain = plainAddress(text);
  if (plain === null) return false;
  const { address, family } = plain;
  if (family === 'ipv4') return !privateV4.check(address, family);
  return globalV6.check(address, family) && !privateV6.check(address, family);
}
