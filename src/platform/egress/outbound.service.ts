import * as http from 'node:http';
import * as https from 'node:https';
import { type LookupFunction } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../config.js';
import { NameResolver } from './name-resolver.service.js';
import { readTarget, type Target } from './outbound-url.js';
import { isPublicAddress, plainAddress } from './public-address.js';

const LONGEST_MS = 10_000;
const LARGEST_ANSWER_BYTES = 64 * 1024;

/** A request to somebody else's server was not sent, since it may not go there. */
export class OutboundRefused extends Error {}

/** The other side did not answer as HTTP wants it, or not in time. */
class OutboundFailed extends Error {}

/** What is sent. */
export interface OutboundPost {
  headers: Record<string, string>;
  body: string;
  /** Keeps connections for further requests of the same caller. */
  agents?: OutboundAgents;
  signal?: AbortSignal;
}

/** What is asked for, and how much of an answer is read. */
export interface OutboundGet {
  headers: Record<string, string>;
  longestMs: number;
  largestBytes: number;
}

interface OutboundRequest extends OutboundGet, Partial<OutboundPost> {
  headers: Record<string, string>;
  method: 'GET' | 'POST';
}

export interface OutboundAnswer {
  status: number;
  body: Buffer;
}

/** Connections that outlive a request; each was checked when it was opened. */
export class OutboundAgents {
  readonly http = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly https = new https.Agent({ keepAlive: true, maxSockets: 1 });

  close(): void {
    this.http.destroy();
    this.https.destroy();
  }
}

/**
 * Calls servers that somebody else named. A name is resolved once, every address of it is checked, and the connection goes to
 * one of these very addresses; redirects are not followed, and time and size are bounded.
 */
@Injectable()
export class Outbound {
  constructor(
    private readonly config: Config,
    private readonly resolver: NameResolver,
  ) {}

  /** What keeps a URL from being called, in a sentence, or null; a name that nobody knows now may be known later. */
  async faultOf(text: string): Promise<string | null> {
    const target = readTarget(text);
    if (typeof target === 'string') return target;
    try {
      await this.addressesOf(target);
    } catch (error) {
      return error instanceof OutboundRefused ? error.message : null;
    }
    return null;
  }

  /**
   * Sends a POST and answers the status of what came back.
   * @throws OutboundRefused when it may not go there, OutboundFailed when nothing usable came back
   */
  async post(text: string, post: OutboundPost): Promise<number> {
    const limits = { longestMs: LONGEST_MS, largestBytes: LARGEST_ANSWER_BYTES };
    return (await this.call(text, { method: 'POST', ...limits, ...post })).status;
  }

  /**
   * Fetches a document; a redirect is answered as it came, and not followed.
   * @throws OutboundRefused when it may not go there, OutboundFailed when nothing usable came back
   */
  get(text: string, get: OutboundGet): Promise<OutboundAnswer> {
    return this.call(text, { method: 'GET', ...get });
  }

  private async call(text: string, sent: OutboundRequest): Promise<OutboundAnswer> {
    const target = readTarget(text);
    if (typeof target === 'string') throw new OutboundRefused(target);
    const inTime = AbortSignal.timeout(sent.longestMs);
    const signal = sent.signal ? AbortSignal.any([inTime, sent.signal]) : inTime;
    try {
      return await send(target, await within(this.addressesOf(target), signal), { ...sent, signal });
    } catch (error) {
      if (error instanceof OutboundRefused) throw error;
      throw new OutboundFailed(inTime.aborted ? `no answer within ${sent.longestMs / 1000} s` : messageOf(error));
    }
  }

  /** Where a target is, when every address of it may be called. */
  private async addressesOf({ host, isAddress, port, isWebPort }: Target): Promise<string[]> {
    const addresses = isAddress ? [host] : await this.resolver.resolve(host);
    if (addresses.length === 0) throw new OutboundFailed('the name has no address');
    for (const address of addresses) {
      if (this.isAllowed(address)) continue;
      if (!isPublicAddress(address)) {
        throw new OutboundRefused(
          'it leads to an address that is not public, and STAGEGATE_WEBHOOK_ALLOWED_NETWORKS does not allow it',
        );
      }
      if (!isWebPort) throw new OutboundRefused(`port ${port} is none of a web service`);
    }
    return addresses;
  }

  private isAllowed(text: string): boolean {
    const plain = plainAddress(text);
    return plain !== null && this.config.allowedNetworks.check(plain.address, plain.family);
  }
}

/** Resolves no name: it hands out what was checked. */
function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_host, options, done) => {
    if (options.all) done(null, all);
    else done(null, all[0]!.address, all[0]!.family);
  };
}

function send(
  { url }: Target,
  addresses: readonly string[],
  { method, headers, body, agents, signal, largestBytes }: OutboundRequest,
): Promise<OutboundAnswer> {
  const isSecure = url.protocol === 'https:';
  const agent = (isSecure ? agents?.https : agents?.http) ?? false;
  const options = { method, headers, agent, signal, lookup: pinned(addresses) };
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > largestBytes) return answer.destroy(new Error('the answer is too large'));
        parts.push(chunk);
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, body: Buffer.concat(parts) }));
      answer.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function within<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop!: () => void;
  const late = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop);
  });
  return Promise.race([work, late]).finally(() => signal.removeEventListener('abort', stop));
}

function messageOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ?? message;
}
