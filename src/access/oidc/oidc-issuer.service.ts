import { type JWTPayload } from 'jose';
import { type Clock } from '../../platform/clock.js';
import { type IssuerSettings } from '../../platform/config/issuers.js';
import { type Log } from '../../platform/http/log.js';
import { type Issuer, type VerifiedToken } from './issuer.js';
import { type Identity, identityOf } from './identity.js';
import { TokenVerifier } from './token-verifier.service.js';

/** An issuer of the organisation, whose tokens are taken as it makes them. */
export class OidcIssuer implements Issuer {
  readonly iss: string;
  readonly namespace: string;
  readonly verifier: TokenVerifier;

  constructor(
    readonly settings: IssuerSettings,
    clock: Clock,
    log: Log,
  ) {
    this.iss = settings.issuer;
    this.namespace = settings.name;
    this.verifier = new TokenVerifier(settings, clock, log);
  }

  async verify(token: string): Promise<VerifiedToken | null> {
    if (this.settings.isExchangeOnly) return this.verifier.refuse('its tokens are taken for an exchange alone');
    const claims = await this.verifier.verify(token, this.settings.audiences);
    const identity = claims && this.identify(claims);
    return identity && { ...identity, tokenId: null, expiresAt: claims.exp! };
  }

  /** Whom verified claims speak of; null, and a line of the log, when of nobody. */
  identify(claims: JWTPayload): Identity | null {
    const identity = identityOf(claims, this.settings);
    return 'fault' in identity ? this.verifier.refuse(identity.fault) : identity;
  }

  /** Nobody asks a provider at each request: what it vouched for stands until it ends, for as long as it is remembered. */
  isStanding(): boolean {
    return true;
  }
}
