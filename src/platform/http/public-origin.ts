import { type IncomingMessage } from 'node:http';
import { isTrustedPeer, type TrustedProxies } from './client-address.js';

/** Who may say by which address a request reached this service. */
export interface OriginTrust {
  /** The address that was set for people to open; it counts before all else. */
  readonly publicOrigin: string | null;
  readonly trustedProxies: TrustedProxies;
}

const HOST = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/**
 * The address that a caller reaches this service by: the configured one, or what a trusted proxy says of scheme and host, or
 * the connection's own. Anybody can write the headers of proxies, so they count from trusted peers alone.
 */
export function publicOriginOf(message: IncomingMessage, { publicOrigin, trustedProxies }: OriginTrust): string {
  if (publicOrigin !== null) return publicOrigin;
  const said = isTrustedPeer(message, trustedProxies) ? saidByProxy(message.headers) : {};
  return `${said.scheme ?? 'http'}://${said.host ?? message.headers.host ?? 'localhost'}`;
}

/** Of several proxies the last one's word, which stands at the right. */
function saidByProxy(headers: IncomingMessage['headers']): { scheme?: string; host?: string } {
  const forwarded = lastOf(headers.forwarded) ?? '';
  const proto = lastOf(headers['x-forwarded-proto']) ?? parameterOf(forwarded, 'proto');
  const host = lastOf(headers['x-forwarded-host']) ?? parameterOf(forwarded, 'host');
  return {
    ...(proto !== undefined && /^https?$/i.test(proto) && { scheme: proto.toLowerCase() }),
    ...(host !== undefined && HOST.test(host) && { host }),
  };
}

function lastOf(header: string | string[] | undefined): string | undefined {
  return header === undefined ? undefined : [header].flat().join(',').split(',').at(-1)!.trim();
}

function parameterOf(hop: string, name: string): string | undefined {
  return new RegExp(`(?:^|;)\\s*${name}="?([^;"]*)"?`, 'i').exec(hop)?.[1];
}
