import { hash as hashOf } from 'node:crypto';

/** Leaves from one to another of the tree, the second not among them. */
export interface LeafRange {
  from: number;
  to: number;
}

/** The hash of a tree without leaves, by RFC 6962 section 2.1. */
export const EMPTY_ROOT = hashOf('sha256', '', 'buffer');

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/** The hash of a leaf, by RFC 6962; the leaf of an event is the 32 bytes of its hash. */
export function leafHash(eventHash: string): Buffer {
  return hashOf('sha256', Buffer.concat([LEAF, Buffer.from(eventHash, 'hex')]), 'buffer');
}

/** The hash of two trees beside each other, by RFC 6962. */
export function nodeHash(left: Buffer, right: Buffer): Buffer {
  return hashOf('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** The root over complete trees of falling sizes, the first at the left. */
export function joinTrees(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The complete trees of falling sizes that a range consists of; it begins where a tree of its size could. */
export function completeTrees({ from, to }: LeafRange): LeafRange[] {
  const trees: LeafRange[] = [];
  for (let at = from; at < to;) {
    const size = largestPower(to - at);
    trees.push({ from: at, to: at + size });
    at += size;
  }
  return trees;
}

/** The largest power of two that is at most `size`; sizes may be larger than 32 bits. */
function largestPower(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}

/** Where RFC 6962 parts a tree: the largest power of two below its size. */
function partOf(size: number): number {
  return largestPower(size - 1);
}

/** A tree that grows leaf by leaf and keeps one hash for each complete tree in it: some twenty for a million leaves. */
export class GrowingTree {
  size = 0;
  private readonly trees: { size: number; hash: Buffer }[] = [];

  /** A tree of so many leaves, by the hashes of its complete trees. @throws when these are not as many as it has */
  static of(size: number, hashes: readonly string[]): GrowingTree {
    const parts = completeTrees({ from: 0, to: size });
    if (parts.length !== hashes.length) throw new Error(`A tree of ${size} leaves has ${parts.length} complete trees.`);
    const tree = new GrowingTree();
    tree.size = size;
    tree.trees.push(...parts.map(({ from, to }, at) => ({ size: to - from, hash: Buffer.from(hashes[at]!, 'hex') })));
    return tree;
  }

  add(leaf: Buffer): void {
    let tree = { size: 1, hash: leaf };
    for (let last = this.trees.at(-1); last?.size === tree.size; last = this.trees.at(-1)) {
      this.trees.pop();
      tree = { size: 2 * tree.size, hash: nodeHash(last.hash, tree.hash) };
    }
    this.trees.push(tree);
    this.size += 1;
  }

  /** The hashes of its complete trees, the largest first, hexadecimal. */
  hashes(): string[] {
    return this.trees.map(({ hash }) => hash.toString('hex'));
  }

  root(): Buffer {
    return joinTrees(this.trees.map(({ hash }) => hash));
  }
}

/** The ranges whose roots prove that the tree of `size` begins with the one of `earlier`: PROOF of RFC 6962 section 2.1.2. */
export function consistencyRanges(earlier: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let range = { from: 0, to: size };
  let isWhole = true;
  while (range.to > earlier) {
    const middle = range.from + partOf(range.to - range.from);
    if (earlier <= middle) {
      ranges.push({ from: middle, to: range.to });
      range = { from: range.from, to: middle };
    } else {
      ranges.push({ from: range.from, to: middle });
      range = { from: middle, to: range.to };
      isWhole = false;
    }
  }
  if (!isWhole) ranges.push(range);
  return ranges.reverse();
}

/** The ranges whose roots prove that a leaf stands at `index` of a tree of `size`: PATH of RFC 6962 section 2.1.1. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let range = { from: 0, to: size };
  while (range.to - range.from > 1) {
    const middle = range.from + partOf(range.to - range.from);
    const [within, beside] =
      index < middle
        ? [
            { from: range.from, to: middle },
            { from: middle, to: range.to },
          ]
        : [
            { from: middle, to: range.to },
            { from: range.from, to: middle },
          ];
    ranges.push(beside);
    range = within;
  }
  return ranges.reverse();
}

/** The root that a path leads to from the leaf at `index` of a tree of `size`; null when it is no path of such a tree. */
export function rootByPath(leaf: Buffer, index: number, size: number, path: readonly Buffer[]): Buffer | null {
  const ranges = index < size ? inclusionRanges(index, size) : null;
  if (ranges === null || ranges.length !== path.length) return null;
  return ranges.reduce(
    (hash, { from }, at) => (from > index ? nodeHash(hash, path[at]!) : nodeHash(path[at]!, hash)),
    leaf,
  );
}
