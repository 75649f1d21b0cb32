import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Caller } from '../../platform/access/caller.js';
import { UUID } from '../../values/values.js';
import { unauthenticated } from './auth.problems.js';
import { permissionsOf } from '../../platform/access/permission.js';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { TokenStates } from './token-states.service.js';
import { type TokenClaims, verifyToken } from './token.js';

/** A bearer token as RFC 6750 writes it; the bound keeps hashing cheap. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,8000}=*) *$/i;
const MOST_KNOWN_TOKENS = 10_000;

type Identity = Omit<Caller, 'requestId'> & { tokenId: string; expiresAt: number };

/** Finds out who sends a request. Verified signatures are remembered, whether the token still stands never is. */
@Injectable()
export class Authenticator {
  private readonly known = new Map<string, Identity>();

  constructor(
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    private readonly states: TokenStates,
  ) {}

  async authenticate(authorization: string | undefined, requestId: string): Promise<Caller> {
    if (authorization === undefined || !/^Bearer\b/i.test(authorization)) throw unauthenticated('missing');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated('invalid');
    const digest = digestOf(token);
    const identity = this.recall(digest) ?? this.verify(token, digest);
    if (identity === null || (await this.states.digestOf(identity.tokenId)) !== digest)
      throw unauthenticated('invalid');
    const { subject, roles, approvalRoles, permissions, tokenId } = identity;
    return { subject, roles, approvalRoles, permissions, tokenId, requestId };
  }

  /** Tokens in use stay: reading one moves it to the young end of the map, and the old end is dropped. */
  private recall(digest: string): Identity | null {
    const identity = this.known.get(digest);
    if (identity === undefined) return null;
    this.known.delete(digest);
    if (identity.expiresAt * 1000 <= Date.now()) return null;
    this.known.set(digest, identity);
    return identity;
  }

  /** The seam for further issuers: each would bring its own way to verify, chosen by the unverified `iss`. */
  private verify(token: string, digest: string): Identity | null {
    const claims = verifyToken(this.key, token);
    if (claims === null || !UUID.test(claims.tokenId)) return null;
    const identity = toIdentity(claims);
    this.known.set(digest, identity);
    if (this.known.size > MOST_KNOWN_TOKENS) this.known.delete(this.known.keys().next().value!);
    return identity;
  }
}

export function digestOf(token: string): string {
  return hash('sha256', token, 'hex');
}

function toIdentity({ tokenId, ...claims }: TokenClaims): Identity {
  return { ...claims, permissions: permissionsOf(claims.roles), tokenId: tokenId.toLowerCase() };
}
