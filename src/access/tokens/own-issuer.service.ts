import { Inject, Injectable } from '@nestjs/common';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { UUID } from '../../values/values.js';
import { type Issuer, type VerifiedToken } from '../oidc/issuer.js';
import { TokenStates } from './token-states.service.js';
import { ISSUER, verifyToken } from './token.js';

/** The issuer of the tokens that the registry itself hands out and revokes. */
@Injectable()
export class OwnIssuer implements Issuer {
  readonly iss = ISSUER;
  readonly namespace = '';

  constructor(
    @Inject(SIGNING_KEY) private readonly key: SigningKey,
    private readonly states: TokenStates,
  ) {}

  verify(token: string): VerifiedToken | null {
    const claims = verifyToken(this.key, token);
    if (claims === null || !UUID.test(claims.tokenId)) return null;
    return { ...claims, ...claims.exchanged, tokenId: claims.tokenId.toLowerCase() };
  }

  async isStanding({ tokenId }: VerifiedToken, digest: string): Promise<boolean> {
    return tokenId !== null && (await this.states.digestOf(tokenId)) === digest;
  }
}
