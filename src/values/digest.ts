import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';

/** `sha256:<hex>` over the RFC 8785 canonical JSON of a value. */
export function canonicalDigest(value: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(value)).digest('hex')}`;
}
