import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { type Clock } from '../../platform/clock.js';
import { isSafeUrl } from '../../platform/config/issuers.js';
import { identityProviderAway } from './oidc.problems.js';
import { type ProviderDocumentReader } from './provider-document.reader.js';

/** A key that a provider took back is refused after this at the latest. */
const FRESH_MS = 10 * 60_000;
/** Keys outlive their provider's outage by this. */
const LONGEST_USE_MS = 24 * 3_600_000;
/** Between two questions, whatever unknown keys tokens name. */
const REST_MS = 60_000;
/** The same while there are no keys at all, so that a provider that comes back is soon believed. */
const FIRST_REST_MS = 5_000;

/** Where the keys of an issuer are. */
export interface KeySource {
  issuer: string;
  jwksUrl: string | null;
  read: ProviderDocumentReader;
}

interface Keys {
  find: JWTVerifyGetKey;
  readAt: number;
}

/** The public keys of an issuer, as it publishes them: read when they are first needed, read again when they are old or lack one. */
export class RemoteKeys {
  private keys: Keys | null = null;
  private askedAt = -Infinity;
  private asking: Promise<void> | null = null;

  /** Without the URL of the keys discovery says where they are. */
  constructor(
    private readonly source: KeySource,
    private readonly clock: Clock,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** The key that a token names. @throws {Problem} 503 IDENTITY_PROVIDER_AWAY, or jose's error when there is no such key */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const known = await this.current();
    try {
      return await known.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await this.ask();
      if (this.keys === known || this.keys === null) throw error;
      return this.keys.find(header, token);
    }
  };

  private async current(): Promise<Keys> {
    if (this.keys === null || this.ageOf(this.keys) > FRESH_MS) await this.ask();
    if (this.keys === null || this.ageOf(this.keys) > LONGEST_USE_MS) throw identityProviderAway(this.source.issuer);
    return this.keys;
  }

  private ageOf(keys: Keys): number {
    return this.clock.now().getTime() - keys.readAt;
  }

  /** Asks the issuer unless it was asked just now; a question under way is shared. */
  private ask(): Promise<void> {
    if (this.asking) return this.asking;
    const now = this.clock.now().getTime();
    if (now - this.askedAt < (this.keys === null ? FIRST_REST_MS : REST_MS)) return Promise.resolve();
    this.askedAt = now;
    this.asking = this.read(now)
      .catch(this.onFailure)
      .finally(() => (this.asking = null));
    return this.asking;
  }

  private async read(now: number): Promise<void> {
    const url = this.source.jwksUrl ?? (await this.discover());
    const document = await this.source.read(url);
    this.keys = { find: createLocalJWKSet(document as unknown as JSONWebKeySet), readAt: now };
  }

  /** The document must name the issuer it was asked for (OpenID Connect Discovery 1.0 §4.3). */
  private async discover(): Promise<string> {
    const { source } = this;
    const url = `${source.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const { issuer, jwks_uri: jwksUri } = await source.read(url);
    if (issuer !== source.issuer) throw new Error(`${url} is of another issuer`);
    if (typeof jwksUri !== 'string' || !isSafeUrl(jwksUri)) throw new Error(`${url} names no keys`);
    return jwksUri;
  }
}
