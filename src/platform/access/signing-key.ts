import { type KeyObject } from 'node:crypto';

/** Injection token of the key that signs and verifies this service's tokens. */
export const SIGNING_KEY = Symbol('signing key');

/** The one algorithm and the keys this service signs and verifies with. */
export interface SigningKey {
  algorithm: 'HS256' | 'ES256' | 'RS256';
  signWith: KeyObject;
  verifyWith: KeyObject;
}
