import { errors, type JWTPayload, jwtVerify } from 'jose';
import { type Clock } from '../../platform/clock.js';
import { type IssuerAlgorithm } from '../../platform/config/issuers.js';
import { type Log } from '../../platform/http/log.js';
import { Problem } from '../../platform/http/problem.js';
import { type ProviderDocumentReader, readProviderDocument } from './provider-document.reader.js';
import { RemoteKeys } from './remote-keys.service.js';

/** What is believed of an issuer's tokens. */
export interface VerifierSettings {
  issuer: string;
  jwksUrl: string | null;
  algorithms: readonly IssuerAlgorithm[];
  clockSkewSeconds: number;
}

/** Types of a token that speaks for its bearer (RFC 7519, RFC 9068); that of a logout speaks for nobody. */
const TYPES: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/** Verifies the tokens of one issuer. Why one is refused stands in the log alone. */
export class TokenVerifier {
  private readonly keys: RemoteKeys;

  constructor(
    private readonly settings: VerifierSettings,
    private readonly clock: Clock,
    private readonly log: Log,
    read: ProviderDocumentReader = readProviderDocument,
  ) {
    const { issuer, jwksUrl } = settings;
    const onFailure = (err: unknown): void => log.warn({ err, issuer }, 'The keys of an issuer could not be read.');
    this.keys = new RemoteKeys({ issuer, jwksUrl, read }, clock, onFailure);
  }

  /** The claims of a token for one of these audiences that is valid now; null for any other. */
  async verify(token: string, audiences: readonly string[]): Promise<JWTPayload | null> {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, this.keys.find, {
        algorithms: [...this.settings.algorithms],
        audience: [...audiences],
        clockTolerance: this.settings.clockSkewSeconds,
        currentDate: this.clock.now(),
        issuer: this.settings.issuer,
        requiredClaims: ['sub', 'exp', 'iat'],
      });
      const { typ = 'JWT' } = protectedHeader;
      if (!TYPES.has(typ.toLowerCase()) || 'events' in payload) return this.refuse(`a token of the type ${typ}`);
      // A number that JSON cannot hold, such as 1e999, is read as one without end.
      if (![payload.exp, payload.iat].every(Number.isFinite)) return this.refuse('a token without end');
      if (payload.iat! > this.clock.now().getTime() / 1000 + this.settings.clockSkewSeconds)
        return this.refuse('a token of the future');
      return payload;
    } catch (error) {
      if (error instanceof Problem) throw error;
      return this.refuse(error instanceof errors.JOSEError ? `${error.code}: ${error.message}` : String(error));
    }
  }

  /** Says why, without the token. */
  refuse(reason: string): null {
    this.log.info({ issuer: this.settings.issuer, reason }, 'A token of an issuer was refused.');
    return null;
  }
}
