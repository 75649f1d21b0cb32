import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config.js';
import { type OidcIssuer } from '../oidc/oidc-issuer.service.js';
import { type Redeemed } from '../oidc/provider-clients.service.js';
import { AuthService } from '../tokens/auth.service.js';
import { qualifiedSubject } from '../oidc/issuer.js';
import { keepIdToken, readIdToken } from './id-token-cookie.js';
import { providerSignOutPath } from './provider-paths.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { SessionsService } from './sessions.service.js';

/** Sessions of those whom a provider vouches for, with the rights of the groups that it counts them among at the sign-in. */
@Injectable()
export class ProvidedSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly browsers: SessionAuthenticator,
    private readonly config: Config,
  ) {}

  /** Answers the headers that hand the browser its session, and the token by which the provider signs it out again. */
  async begin(issuer: OidcIssuer, { identity, idToken }: Redeemed, request: FastifyRequest): Promise<string[]> {
    const subject = qualifiedSubject(issuer, identity.subject);
    const wanted = {
      subject,
      roles: [...identity.roles],
      approvalRoles: [...identity.approvalRoles],
      name: `sign-in by ${issuer.namespace}`,
      expiresInSeconds: this.config.sessions.longestSeconds,
      isService: false,
      vouched: { origin: issuer.namespace, displayName: identity.name, groups: [...identity.groups] },
    };
    const session = await this.dataSource.transaction(async (manager) => {
      // Nobody is ever shown the token; it is what the session borrows its rights from.
      const { token } = await this.auth.issue(manager, wanted, { subject, requestId: request.id });
      const holder = { subject, tokenId: token.id, expiresAt: token.expiresAt };
      return (await this.sessions.begin(manager, holder, request)).cookie;
    });
    return [session, this.idTokenCookie(issuer.namespace, request, idToken)];
  }

  /** The token of the provider that this browser was given when it was signed in; undefined when it has none. */
  idTokenOf({ headers }: FastifyRequest): string | undefined {
    return readIdToken(headers.cookie);
  }

  /** The header Set-Cookie that takes the provider's token back. */
  forgetIdToken(issuer: string, request: FastifyRequest): string {
    return this.idTokenCookie(issuer, request);
  }

  private idTokenCookie(issuer: string, request: FastifyRequest, idToken?: string): string {
    return keepIdToken(idToken, {
      path: providerSignOutPath(issuer),
      isSecure: this.browsers.isSecure(request),
      seconds: this.config.sessions.longestSeconds,
    });
  }
}
