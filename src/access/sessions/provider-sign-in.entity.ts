import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A browser on its way to a provider and back; its row goes when it comes back, whatever comes of it. */
@Entity('provider_sign_ins')
export class ProviderSignIn {
  /** SHA-256 of the parameter `state`, hexadecimal. */
  @PrimaryColumn({ type: 'text', name: 'state_digest', primaryKeyConstraintName: 'provider_sign_ins_pkey' })
  stateDigest: string;

  /** SHA-256 of the secret that the browser keeps in a cookie, hexadecimal. */
  @Column({ type: 'text', name: 'browser_digest' })
  browserDigest: string;

  /** Name of the issuer that it was sent to. */
  @Column({ type: 'text' })
  issuer: string;

  /** The page of the console that it goes on to. */
  @Column({ type: 'text', name: 'next_path' })
  nextPath: string;

  @Index('provider_sign_ins_ends_at_idx')
  @Column({ type: 'timestamptz', precision: 3, name: 'ends_at' })
  endsAt: Date;
}
