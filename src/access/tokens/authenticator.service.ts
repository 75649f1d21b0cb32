import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type Identity } from '../../platform/access/caller.js';
import { permissionsOf } from '../../platform/access/permission.js';
import { StandingRights } from '../role-bindings/standing-rights.service.js';
import { unauthenticated } from './auth.problems.js';
import { byIss, isOfNamespace, type Issuer, ISSUERS, qualifiedSubject, type VerifiedToken } from '../oidc/issuer.js';
import { claimedIssuer, digestOf } from './token.js';

/** A bearer token as RFC 6750 writes it; the bound keeps hashing cheap. */
const BEARER = /^Bearer +([A-Za-z0-9._~+/-]{1,8000}=*) *$/i;
const MOST_KNOWN_TOKENS = 10_000;
/** A signature of another issuer is looked at again after this, since it may have taken its key back. */
const REMEMBERED_MS = 60_000;

interface Known {
  issuer: Issuer;
  verified: VerifiedToken;
  identity: Identity;
  /** Milliseconds since 1970. */
  until: number;
}

/** Finds out who sends a request. Verified signatures are remembered, whether the token still stands never is. */
@Injectable()
export class Authenticator {
  private readonly issuers: ReadonlyMap<string, Issuer>;
  private readonly known = new Map<string, Known>();

  constructor(
    @Inject(ISSUERS) issuers: readonly Issuer[],
    private readonly rights: StandingRights,
  ) {
    this.issuers = byIss(issuers);
  }

  async authenticate(authorization: string | undefined, requestId: string): Promise<Caller> {
    if (authorization === undefined || !/^Bearer\b/i.test(authorization)) throw unauthenticated('missing');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated('invalid');
    const digest = digestOf(token);
    const known = this.recall(digest) ?? (await this.verify(token, digest));
    if (known === null) throw unauthenticated('invalid');
    const { issuer, verified, identity } = known;
    // Both are asked at once, so that rights cost no round trip of their own.
    const [isStanding, caller] = await Promise.all([issuer.isStanding(verified, digest), this.rights.of(identity)]);
    if (!isStanding) throw unauthenticated('invalid');
    return { ...caller, requestId };
  }

  /** Tokens in use stay: reading one moves it to the young end of the map, and the old end is dropped. */
  private recall(digest: string): Known | null {
    const known = this.known.get(digest);
    if (known === undefined) return null;
    this.known.delete(digest);
    if (known.until <= Date.now()) return null;
    this.known.set(digest, known);
    return known;
  }

  private async verify(token: string, digest: string): Promise<Known | null> {
    const issuer = this.issuers.get(claimedIssuer(token) ?? '');
    const verified = issuer === undefined ? null : await issuer.verify(token);
    if (issuer === undefined || verified === null) return null;
    const subject = qualifiedSubject(issuer, verified.subject);
    if (this.isForeign(issuer, subject, verified.origin ?? null)) return null;
    const known = { issuer, verified, identity: identityOf(verified, subject), until: rememberedUntil(verified) };
    this.known.set(digest, known);
    if (this.known.size > MOST_KNOWN_TOKENS) this.known.delete(this.known.keys().next().value!);
    return known;
  }

  /** Only an issuer itself speaks for the people of its namespace; ours, for those it vouched for when our token was made. */
  private isForeign(issuer: Issuer, subject: string, origin: string | null): boolean {
    return [...this.issuers.values()].some(
      ({ namespace }) =>
        namespace !== issuer.namespace && namespace !== origin && namespace !== '' && isOfNamespace(subject, namespace),
    );
  }
}

function rememberedUntil({ tokenId, expiresAt }: VerifiedToken): number {
  const end = expiresAt * 1000;
  return tokenId === null ? Math.min(end, Date.now() + REMEMBERED_MS) : end;
}

function identityOf(verified: VerifiedToken, subject: string): Identity {
  const { roles, approvalRoles, tokenId, groups = [], isService = false, scope = null, claims, name } = verified;
  const permissions = permissionsOf(roles);
  const rights = { roles, approvalRoles, permissions, groups, scope };
  return { subject, ...rights, isService, tokenId, ...(claims && { claims }), ...(name && { displayName: name }) };
}
