import { leafHash, rootByPath } from '../../src/record/checkpoints/merkle.js';
import { isPlainObject } from '../../src/values/values.js';

/** What the service answers at `/audit-events/checkpoint/inclusion`. */
export interface InclusionProof {
  sequence: number;
  hash: string;
  index: number;
  size: number;
  path: string[];
}

/** @throws when the text is no such answer */
export function readProof(text: string): InclusionProof {
  const value: unknown = JSON.parse(text);
  const isProof =
    isPlainObject(value) &&
    [value['sequence'], value['index'], value['size']].every(Number.isSafeInteger) &&
    typeof value['hash'] === 'string' &&
    Array.isArray(value['path']) &&
    value['path'].every((hash) => typeof hash === 'string');
  if (!isProof) throw new Error('it is no proof of inclusion');
  return value as unknown as InclusionProof;
}

/** Whether the proof leads from an event of this hash to the root. */
export function proves({ index, size, path }: InclusionProof, hash: string, root: Buffer): boolean {
  const nodes = path.map((text) => Buffer.from(text, 'base64'));
  return rootByPath(leafHash(hash), index, size, nodes)?.equals(root) ?? false;
}
