import { type KeyObject } from 'node:crypto';

/** Injection token of the keys that sign and verify this service's tokens. */
export const SIGNING_KEY = Symbol('signing key');

/** A key that what it signed is verified with, by the one algorithm it is for. */
export interface VerifyingKey {
  /** Names it in the header `kid` of a token. */
  id: string;
  algorithm: 'HS256' | 'ES256' | 'RS256';
  verifyWith: KeyObject;
  /** What answers were sealed under while it signed; null where only the public half is known. */
  sealWith: KeyObject | null;
}

/** The key that this service signs with, and those that signed before. */
export interface SigningKey extends VerifyingKey {
  signWith: KeyObject;
  sealWith: KeyObject;
  /** Older ones, whose tokens stand until they end. */
  previous: readonly VerifyingKey[];
}

/** The keys that may have signed a token: the one it names, or any when it names none, as tokens of earlier releases. */
export function keysFor(key: SigningKey, id: unknown): readonly VerifyingKey[] {
  const all = [key, ...key.previous];
  return id === undefined ? all : all.filter((each) => each.id === id);
}
