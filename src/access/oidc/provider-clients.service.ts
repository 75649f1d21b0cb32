import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  type Configuration,
  discovery,
  fetchUserInfo,
  None,
} from 'openid-client';
import { Clock } from '../../platform/clock.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { Problem } from '../../platform/http/problem.js';
import { claimAt, type Identity } from './identity.js';
import { type OidcIssuer } from './oidc-issuer.service.js';
import { identityProviderAway } from './oidc.problems.js';

const LONGEST_SECONDS = 5;
const FRESH_MS = 3_600_000;

/** What one sign-in is told apart by; a browser's secret makes all of it, so that nothing of it need be stored. */
export interface SignInSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Somebody whom a provider signed in, and the token by which it knows them again. */
export interface Redeemed {
  identity: Identity;
  idToken: string;
}

interface Found {
  configuration: Configuration;
  until: number;
}

/** Speaks to providers in the code flow of OpenID Connect, with PKCE, as the client that they know Stagegate by. */
@Injectable()
export class ProviderClients {
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Where a browser is sent to sign in. @throws {Problem} 503 IDENTITY_PROVIDER_AWAY */
  async startUrl(issuer: OidcIssuer, { state, nonce, verifier }: SignInSecrets, redirectUri: string): Promise<string> {
    const configuration = await this.hear(issuer);
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: issuer.settings.client!.scope,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return url.href;
  }

  /** Whom the provider sent back with a code; null, and a line of the log, when nobody. @throws {Problem} 503 IDENTITY_PROVIDER_AWAY */
  async redeem(issuer: OidcIssuer, returned: URL, { state, nonce, verifier }: SignInSecrets): Promise<Redeemed | null> {
    const configuration = await this.discover(issuer);
    try {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      const tokens = await authorizationCodeGrant(configuration, returned, checks);
      const claims = await issuer.verifier.verify(tokens.id_token!, [issuer.settings.client!.id]);
      if (claims === null) return null;
      // Some providers tell of groups only when they are asked for them.
      const lacksGroups = claimAt(claims, issuer.settings.claims.groups) === undefined;
      const asks = lacksGroups && configuration.serverMetadata().userinfo_endpoint !== undefined;
      const told = asks ? await fetchUserInfo(configuration, tokens.access_token, claims.sub!) : {};
      const identity = issuer.identify({ ...told, ...claims });
      return identity && { identity, idToken: tokens.id_token! };
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (isOutage(error)) throw this.away(issuer, error);
      // The message alone: what belongs to the error may hold the code.
      return issuer.verifier.refuse(`its sign-in failed: ${(error as Error).message}`);
    }
  }

  /**
   * Where a browser is sent to sign out, with the token that says who it is where that is still there; null for a provider that has
   * no such place. @throws {Problem} 503 IDENTITY_PROVIDER_AWAY
   */
  async signOutUrl(issuer: OidcIssuer, backTo: string, idToken?: string): Promise<string | null> {
    const configuration = await this.hear(issuer);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    const parameters = { post_logout_redirect_uri: backTo, ...(idToken !== undefined && { id_token_hint: idToken }) };
    return buildEndSessionUrl(configuration, parameters).href;
  }

  /** What the provider said of itself within the hour, or later while it does not answer. */
  private async discover(issuer: OidcIssuer): Promise<Configuration> {
    const known = this.found.get(issuer.iss);
    if (known && this.clock.now().getTime() < known.until) return known.configuration;
    return this.hear(issuer).catch((error: unknown) => {
      if (known) return known.configuration;
      throw error;
    });
  }

  /**
   * What the provider says of itself now: whoever is about to be sent there is told when nobody answers, rather than led to an
   * address that is dead. @throws {Problem} 503 IDENTITY_PROVIDER_AWAY
   */
  private async hear(issuer: OidcIssuer): Promise<Configuration> {
    const { id, secret } = issuer.settings.client!;
    const url = new URL(issuer.iss);
    try {
      const configuration = await discovery(url, id, undefined, secret === null ? None() : ClientSecretBasic(secret), {
        timeout: LONGEST_SECONDS,
        execute: url.protocol === 'http:' ? [allowInsecureRequests] : [],
      });
      this.found.set(issuer.iss, { configuration, until: this.clock.now().getTime() + FRESH_MS });
      return configuration;
    } catch (error) {
      throw this.away(issuer, error);
    }
  }

  private away(issuer: OidcIssuer, error: unknown): Problem {
    this.log.warn({ issuer: issuer.iss, err: error }, 'A provider did not answer.');
    return identityProviderAway(issuer.iss);
  }
}

/** Whether nobody answered, rather than somebody with a no. */
function isOutage(error: unknown): boolean {
  const { code } = error as { code?: string };
  return error instanceof TypeError || code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT';
}
