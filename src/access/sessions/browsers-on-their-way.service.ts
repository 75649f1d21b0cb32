import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { type SignInSecrets } from '../oidc/provider-clients.service.js';
import { digestOf } from '../tokens/token.js';
import { insertSignIn, takeSignIn } from './provider-sign-ins.queries.js';
import { SessionAuthenticator } from './session-authenticator.service.js';
import { signInRefused } from './sessions.problems.js';

const LIFE_SECONDS = 600;

/** What a sign-in is told apart by; the secret itself is the browser's alone. */
interface Departure {
  secrets: SignInSecrets;
  cookie: string;
}

/** Knows the browsers that are at a provider again when they come back: by a secret of each, and once. */
@Injectable()
export class BrowsersOnTheirWay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly browsers: SessionAuthenticator,
    private readonly clock: Clock,
  ) {}

  /** Nothing is noted before the way to the provider is known; `note` does. */
  depart(request: FastifyRequest): Departure & { note: (issuer: string, nextPath: string) => Promise<void> } {
    const secret = this.browsers.newSecret();
    const secrets = secretsOf(secret);
    const cookie = this.browsers.signInCookie(request, secret, LIFE_SECONDS);
    const note = (issuer: string, nextPath: string): Promise<void> => {
      const now = this.clock.now();
      const digests = { stateDigest: digestOf(secrets.state), browserDigest: digestOf(secret) };
      const endsAt = new Date(now.getTime() + LIFE_SECONDS * 1000);
      return insertSignIn(this.dataSource.manager, { ...digests, issuer, nextPath, endsAt }, now);
    };
    return { secrets, cookie, note };
  }

  /** The browser that left with this state, from this issuer; nobody comes back by it again. @throws {Problem} 401 SIGN_IN_REFUSED */
  async comeBack(
    request: FastifyRequest,
    state: string,
    issuer: string,
  ): Promise<{ secrets: SignInSecrets; nextPath: string }> {
    const secret = this.browsers.signInSecretOf(request);
    const known = await takeSignIn(this.dataSource.manager, digestOf(state), this.clock.now());
    const isSame = secret !== undefined && digestOf(secret) === known?.browserDigest && known.issuer === issuer;
    if (isSame) return { secrets: secretsOf(secret), nextPath: known.nextPath };
    throw signInRefused(
      'The sign-in was not begun by this browser, took longer than ten minutes, or is over. Begin again.',
    );
  }

  /** The header Set-Cookie that takes the secret of a way back. */
  forget(request: FastifyRequest): string {
    return this.browsers.signInCookie(request);
  }
}

/** Each of no use for another. */
function secretsOf(secret: string): SignInSecrets {
  const of = (use: string): string =>
    createHmac('sha256', secret).update(`stagegate sign-in ${use}`).digest('base64url');
  return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') };
}
