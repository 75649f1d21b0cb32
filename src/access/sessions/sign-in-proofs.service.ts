import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type EntityManager } from 'typeorm';
import { Problem } from '../../platform/http/problem.js';
import { Authenticator } from '../tokens/authenticator.service.js';
import { type TokenHolder, TokenStates } from '../tokens/token-states.service.js';
import { signInRefused } from './sessions.problems.js';
import { SignInLinks } from './sign-in-links.service.js';
import { isFromThisMachine } from './this-machine.js';

/** Somebody who has shown who they are, and the token that says what they may. */
export interface ProvenHolder extends TokenHolder {
  tokenId: string;
}

/** Whom a token or the code of a link signs in. */
@Injectable()
export class SignInProofs {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly tokens: TokenStates,
    private readonly links: SignInLinks,
  ) {}

  /** @throws {Problem} 401 SIGN_IN_REFUSED */
  async holderOfToken(token: string, request: FastifyRequest): Promise<ProvenHolder> {
    const { tokenId } = await this.authenticator.authenticate(`Bearer ${token.trim()}`, request.id).catch(refuseToken);
    if (tokenId === null) throw signInRefused('The console takes tokens that the service itself issued.');
    return (await this.holderOf(tokenId)) ?? refuseToken();
  }

  /** Uses the code of a link up; null when it signs nobody in, or nobody from where the request comes. */
  async spendCode(
    manager: EntityManager,
    code: string,
    { raw, headers }: FastifyRequest,
  ): Promise<ProvenHolder | null> {
    if (!isFromThisMachine(raw.socket.remoteAddress, headers)) return null;
    const tokenId = await this.links.spend(manager, code);
    return tokenId === null ? null : this.holderOf(tokenId);
  }

  /** After the transaction of the try, so that it counts. @throws {Problem} 401 SIGN_IN_REFUSED */
  async refuseCode(): Promise<never> {
    await this.links.countWrongTry();
    throw signInRefused(
      'The link was used already, is older than ten minutes, or was opened on another machine. Start the service again for a ' +
        'new one, or sign in with a token.',
    );
  }

  private async holderOf(tokenId: string): Promise<ProvenHolder | null> {
    const holder = await this.tokens.holderOf(tokenId);
    return holder && { ...holder, tokenId };
  }
}

function refuseToken(error?: unknown): never {
  if (error !== undefined && !(error instanceof Problem && error.status === 401)) throw error;
  throw signInRefused('The token is not valid here, has expired or was revoked.');
}
