import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Config } from '../../platform/config.js';
import { type Identity } from '../oidc/identity.js';
import { type OidcIssuer } from '../oidc/oidc-issuer.service.js';
import { AuthService } from '../tokens/auth.service.js';
import { qualifiedSubject } from '../tokens/issuer.js';
import { SessionsService } from './sessions.service.js';

/** Sessions of those whom a provider vouches for, with the rights of the groups that it counts them among at the sign-in. */
@Injectable()
export class ProvidedSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly auth: AuthService,
    private readonly sessions: SessionsService,
    private readonly config: Config,
  ) {}

  /** Answers the header that hands the session to the browser. */
  begin(issuer: OidcIssuer, identity: Identity, request: FastifyRequest): Promise<string> {
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
    return this.dataSource.transaction(async (manager) => {
      // Nobody is ever shown the token; it is what the session borrows its rights from.
      const { token } = await this.auth.issue(manager, wanted, { subject, requestId: request.id });
      const holder = { subject, tokenId: token.id, expiresAt: token.expiresAt };
      return (await this.sessions.begin(manager, holder, request)).cookie;
    });
  }
}
