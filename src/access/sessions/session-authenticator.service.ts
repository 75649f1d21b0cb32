import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { type Caller, type Identity } from '../../platform/access/caller.js';
import { permissionsOf } from '../../platform/access/permission.js';
import { Config } from '../../platform/config.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { StandingRights } from '../role-bindings/standing-rights.service.js';
import { isReading } from '../tokens/budget.js';
import { type TokenHolder, TokenStates } from '../tokens/token-states.service.js';
import { digestOf } from '../tokens/token.js';
import { providerSignOutPath } from './provider-paths.js';
import { isKnownHost, isSameOrigin, isSecureOrigin, type OwnAddress } from './request-origin.js';
import { readCookie, setCookie } from './session-cookie.js';
import { noteUse, STANDING_SESSION, type StandingSession } from './sessions.queries.js';
import { crossSiteRequest, hostUnknown, sessionEnded } from './sessions.problems.js';

const SECRET_BYTES = 32;

/** Finds out whose browser sends a request, and whether a page of this service made it do so. */
@Injectable()
export class SessionAuthenticator {
  private readonly own: OwnAddress;

  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    private readonly tokens: TokenStates,
    private readonly rights: StandingRights,
    private readonly config: Config,
  ) {
    this.own = { publicOrigin: config.publicOrigin, listensOn: config.host };
  }

  /**
   * Who is signed in; null for a request without a session's cookie, and for one with a token, which is then what counts. Only the
   * first time is noted as use, since a request that holds a connection must not wait for another.
   * @throws {Problem} 401 SESSION_ENDED, 403 CROSS_SITE_REQUEST, 421 HOST_UNKNOWN
   */
  async identify(request: FastifyRequest, isFirst = true): Promise<Caller | null> {
    if (request.headers.authorization !== undefined) return null;
    const secret = this.secretOf(request);
    if (secret === undefined) return null;
    this.requireKnownHost(request);
    if (!isReading(request.method)) this.requireSameOrigin(request);
    const [session] = await this.reads.query<StandingSession>(STANDING_SESSION, [digestOf(secret)]);
    const holder = session && (await this.tokens.holderOf(session.tokenId));
    if (!session || !holder) throw sessionEnded(this.cookie(request));
    if (session.isUnseen && isFirst) await this.noteUse(session.id);
    return { ...(await this.rights.of(holderOf(session, holder))), ...partOf(session, holder, request.id) };
  }

  /** Signing somebody in is refused to other sites, too: they would have a browser act as whom they like. */
  requireOwnPage(request: FastifyRequest): void {
    this.requireKnownHost(request);
    this.requireSameOrigin(request);
  }

  /** The value of the request's cookie, which may be anything. */
  secretOf(request: FastifyRequest): string | undefined {
    return readCookie(request.headers.cookie, this.isSecure(request));
  }

  /** Whether the browser came by https, so that its cookies go back by https alone. */
  isSecure({ headers }: FastifyRequest): boolean {
    return isSecureOrigin(headers.host, this.own);
  }

  newSecret(): string {
    return randomBytes(SECRET_BYTES).toString('base64url');
  }

  /** The header Set-Cookie that begins a session with this secret, or ends one. */
  cookie(request: FastifyRequest, secret?: string): string {
    const seconds = secret === undefined ? 0 : this.config.sessions.longestSeconds;
    return setCookie(this.isSecure(request), secret, seconds);
  }

  /** The secret of a sign-in by a provider that this browser began. */
  signInSecretOf(request: FastifyRequest): string | undefined {
    return readCookie(request.headers.cookie, this.isSecure(request), 'signIn');
  }

  /** The header Set-Cookie that keeps this secret for the way back, or takes it away. */
  signInCookie(request: FastifyRequest, secret?: string, seconds = 0): string {
    return setCookie(this.isSecure(request), secret, seconds, 'signIn');
  }

  /** @throws {Problem} 421 HOST_UNKNOWN */
  requireKnownHost({ headers }: FastifyRequest): void {
    if (!isKnownHost(headers.host, this.own)) throw hostUnknown(headers.host);
  }

  private requireSameOrigin({ headers }: FastifyRequest): void {
    const fetchSite = [headers['sec-fetch-site']].flat().join();
    const origin = { host: headers.host, origin: headers.origin, fetchSite: fetchSite || undefined };
    if (!isSameOrigin(origin, this.own)) throw crossSiteRequest();
  }

  /** A database that takes no changes still serves what is read; the session then ends when it is not prolonged. */
  private async noteUse(id: string): Promise<void> {
    await noteUse(this.dataSource.manager, id, this.config.sessions.idleSeconds).catch(() => undefined);
  }
}

/** A session's rights are those that its token has now. */
function holderOf({ tokenId }: StandingSession, holder: TokenHolder): Identity {
  const { subject, roles, approvalRoles, groups, isService, scope, claims, displayName } = holder;
  const named = { ...(claims && { claims }), ...(displayName !== null && { displayName }) };
  return {
    subject,
    roles,
    approvalRoles,
    permissions: permissionsOf(roles),
    groups,
    isService,
    scope,
    ...named,
    tokenId,
  };
}

function partOf(
  session: StandingSession,
  { origin }: TokenHolder,
  requestId: string,
): Pick<Caller, 'requestId' | 'session'> {
  const { id, startedAt, idleUntil, endsAt } = session;
  const signOutUrl = origin === null ? null : providerSignOutPath(origin);
  return { requestId, session: { id, startedAt, idleUntil, endsAt, signOutUrl } };
}
