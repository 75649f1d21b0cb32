import { completeTrees, joinTrees, leafHash, type LeafRange, nodeHash } from './merkle.js';

/** Events whose tree is the smallest that is kept. */
export const BLOCK = 256;
export const BLOCK_LEVEL = 8;

/** A complete tree that is kept. */
export interface TreeNode {
  level: number;
  index: number;
  through: number;
  hash: Buffer;
}

/** Where a complete tree stands among those of its size. */
export function placeOf({ from, to }: LeafRange): Pick<TreeNode, 'level' | 'index'> {
  const size = to - from;
  return { level: Math.round(Math.log2(size)), index: from / size };
}

export function isKept({ from, to }: LeafRange): boolean {
  return to - from >= BLOCK;
}

/** The root over hashes of events that begin where a tree of their number could. */
export function rootOfEvents(hashes: readonly string[]): Buffer {
  const trees = completeTrees({ from: 0, to: hashes.length });
  const rootOf = ({ from, to }: LeafRange): Buffer => completeRoot(hashes.slice(from, to).map(leafHash));
  return joinTrees(trees.map(rootOf));
}

function completeRoot(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]!;
  const middle = hashes.length / 2;
  return nodeHash(completeRoot(hashes.slice(0, middle)), completeRoot(hashes.slice(middle)));
}

/**
 * Adds a block at the right of the kept trees, largest first, and joins trees of one size; answers what came to be. `frontier`
 * holds the largest trees alone afterwards.
 */
export function addBlock(frontier: TreeNode[], block: TreeNode): TreeNode[] {
  const made = [block];
  for (let last = frontier.at(-1); last?.level === made.at(-1)!.level; last = frontier.at(-1)) {
    const { level, through, hash } = made.at(-1)!;
    frontier.pop();
    made.push({
      level: level + 1,
      index: (last.index - (last.index % 2)) / 2,
      through,
      hash: nodeHash(last.hash, hash),
    });
  }
  frontier.push(made.at(-1)!);
  return made;
}
