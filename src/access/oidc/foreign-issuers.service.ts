import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { type IssuerAlgorithm } from '../../platform/config/issuers.js';
import { Outbound } from '../../platform/egress/outbound.service.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { readForeignDocument } from './foreign-document.reader.js';
import { TokenVerifier } from './token-verifier.service.js';

const ALGORITHMS: readonly IssuerAlgorithm[] = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const SKEW_SECONDS = 30;

/** Issuers that trust rules name and nobody configured. */
@Injectable()
export class ForeignIssuers {
  private readonly verifiers = new Map<string, TokenVerifier>();

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  verifierOf(issuer: string): TokenVerifier {
    const known = this.verifiers.get(issuer);
    if (known) return known;
    const settings = { issuer, jwksUrl: null, algorithms: ALGORITHMS, clockSkewSeconds: SKEW_SECONDS };
    const read = (url: string) => readForeignDocument(this.outbound, issuer, url);
    const verifier = new TokenVerifier(settings, this.clock, this.log, read);
    this.verifiers.set(issuer, verifier);
    return verifier;
  }
}
