import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Token } from '../tokens/token.entity.js';

/** The code of a sign-in link; its row goes when it is used. */
@Entity('sign_in_codes')
@Unique('sign_in_codes_digest_key', ['digest'])
export class SignInCode {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'sign_in_codes_pkey' })
  id: string;

  /** SHA-256 of the code, hexadecimal. */
  @Column({ type: 'text' })
  digest: string;

  @ForeignKey(() => Token, { name: 'sign_in_codes_token_id_fkey' })
  @Column({ type: 'uuid', name: 'token_id' })
  tokenId: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'ends_at' })
  endsAt: Date;

  /** Wrong codes that were tried while this one was valid. */
  @Column({ type: 'integer', name: 'wrong_tries', default: 0 })
  wrongTries: number;
}
