import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { digestOf } from '../tokens/token.js';

const CODE_BYTES = 16;
const LIFE_MINUTES = 10;
const MOST_WRONG_TRIES = 10;

/** Codes that sign in once: printed by the start of a service, posted by the page that the link opens. */
@Injectable()
export class SignInLinks {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the code of a link that signs in the holder of a token; earlier links of this token are void. */
  async issueCode(tokenId: string): Promise<string> {
    const code = randomBytes(CODE_BYTES).toString('base64url');
    await this.dataSource.transaction(async (manager) => {
      await manager.query('DELETE FROM sign_in_codes WHERE token_id = $1 OR ends_at < now()', [tokenId]);
      await manager.query(
        `INSERT INTO sign_in_codes (id, digest, token_id, ends_at) VALUES ($1, $2, $3, now() + interval '${LIFE_MINUTES} minutes')`,
        [uuidv7(), digestOf(code), tokenId],
      );
    });
    return code;
  }

  /** Uses a code up and answers the id of its token; null when there is no such code, or no longer. */
  async spend(manager: EntityManager, code: string): Promise<string | null> {
    const [rows]: [{ tokenId: string }[], number] = await manager.query(
      `DELETE FROM sign_in_codes WHERE digest = $1 AND ends_at > now() AND wrong_tries < ${MOST_WRONG_TRIES}
       RETURNING token_id AS "tokenId"`,
      [digestOf(code)],
    );
    return rows[0]?.tokenId ?? null;
  }

  /** A wrong code counts against every code there is: it may have been a guess at any of them. */
  async countWrongTry(): Promise<void> {
    await this.dataSource.query('UPDATE sign_in_codes SET wrong_tries = wrong_tries + 1 WHERE ends_at > now()');
  }
}
