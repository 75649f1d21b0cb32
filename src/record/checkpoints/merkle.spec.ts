import { createHash } from 'node:crypto';
import {
  completeTrees,
  consistencyRanges,
  EMPTY_ROOT,
  GrowingTree,
  inclusionRanges,
  joinTrees,
  leafHash,
  type LeafRange,
  nodeHash,
  rootByPath,
} from './merkle.js';
import { rootsByConsistency } from '../../../test/support/app/roots-by-consistency.js';

const LEAVES = Array.from({ length: 70 }, (_, at) =>
  leafHash(createHash('sha256').update(`event ${at}`).digest('hex')),
);

/** The definition of RFC 6962, word for word. */
function treeHash(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').update('').digest();
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const known = new Map<string, Buffer>();

function rootOf({ from, to }: LeafRange): Buffer {
  const key = `${from}-${to}`;
  const root = known.get(key) ?? treeHash(LEAVES.slice(from, to));
  known.set(key, root);
  return root;
}

const SIZES = LEAVES.map((_, at) => at + 1);

describe('the tree over the record', () => {
  it('has the roots of RFC 6962 while it grows', () => {
    const tree = new GrowingTree();
    expect(tree.root()).toEqual(EMPTY_ROOT);
    for (const size of SIZES) {
      tree.add(LEAVES[size - 1]!);
      expect([tree.size, tree.root()]).toEqual([size, rootOf({ from: 0, to: size })]);
    }
  });

  it('hashes as the test vectors of Certificate Transparency do', () => {
    expect(leafHash('').toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(nodeHash(leafHash(''), leafHash('00')).toString('hex')).toBe(
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    );
  });

  it('is put together from complete trees', () => {
    for (const size of SIZES)
      expect(joinTrees(completeTrees({ from: 0, to: size }).map(rootOf))).toEqual(rootOf({ from: 0, to: size }));
  });

  it('proves each leaf of each size, and no other leaf, place or size', () => {
    for (const size of SIZES) {
      const root = rootOf({ from: 0, to: size });
      for (let index = 0; index < size; index += 1) {
        const path = inclusionRanges(index, size).map(rootOf);
        expect(rootByPath(LEAVES[index]!, index, size, path)).toEqual(root);
        if (size > 1) expect(rootByPath(LEAVES[(index + 1) % size]!, index, size, path)).not.toEqual(root);
        expect(rootByPath(LEAVES[index]!, index, size, [...path, root])).toBeNull();
      }
      expect(rootByPath(LEAVES[0]!, size, size, [])).toBeNull();
    }
  });

  it('proves that each size continues each smaller one, and that another does not', () => {
    for (const size of SIZES) {
      const later = rootOf({ from: 0, to: size });
      for (let earlier = 1; earlier <= size; earlier += 1) {
        const root = rootOf({ from: 0, to: earlier });
        const proof = earlier === size ? [] : consistencyRanges(earlier, size).map(rootOf);
        expect(rootsByConsistency({ earlier, size }, root, proof)).toEqual({ earlier: root, later });
        const other = rootsByConsistency({ earlier, size }, EMPTY_ROOT, proof);
        expect(other?.later.equals(later) && other.earlier.equals(EMPTY_ROOT)).toBe(false);
        expect(rootsByConsistency({ earlier, size }, root, [...proof, root])).toBeNull();
      }
    }
  });
});
