import { consistencyRanges, nodeHash } from '../../../src/record/checkpoints/merkle.js';

/** What whoever follows the record computes: the two roots that a proof of consistency speaks of, given the earlier one; null when it is no proof for these sizes. */
export function rootsByConsistency(
  { earlier, size }: { earlier: number; size: number },
  earlierRoot: Buffer,
  proof: readonly Buffer[],
): { earlier: Buffer; later: Buffer } | null {
  if (earlier === 0 || earlier > size) return null;
  if (earlier === size) return proof.length === 0 ? { earlier: earlierRoot, later: earlierRoot } : null;
  const ranges = consistencyRanges(earlier, size);
  if (ranges.length !== proof.length) return null;
  // A complete tree that the later one begins with is not part of the proof: it is the earlier root itself.
  const isKnown = ranges[0]!.from === earlier;
  const [start, rest] = isKnown ? [earlierRoot, proof] : [proof[0]!, proof.slice(1)];
  const besides = isKnown ? ranges : ranges.slice(1);
  let roots = { earlier: start, later: start };
  for (const [at, { from }] of besides.entries()) {
    const hash = rest[at]!;
    roots =
      from >= earlier
        ? { earlier: roots.earlier, later: nodeHash(roots.later, hash) }
        : { earlier: nodeHash(hash, roots.earlier), later: nodeHash(hash, roots.later) };
  }
  return roots;
}
