import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readLeaves, type RecordLeaf } from '../audit/leaves.queries.js';
import { settledSequence } from '../audit/settled.queries.js';
import { type Checkpoint } from './checkpoint.js';
import { completeTrees, joinTrees, type LeafRange } from './merkle.js';
import { findBlockEnd, findBlockOf, findKeptBlocks, keepNodes, loadNodes } from './record-tree.queries.js';
import { addBlock, BLOCK, BLOCK_LEVEL, isKept, rootOfEvents, type TreeNode } from './tree-blocks.js';

/** Events read at a time while the tree grows. */
const BATCH = 16 * BLOCK;

/** The tree as far as the record is settled. */
export type RecordExtent = Pick<Checkpoint, 'size' | 'root' | 'sequence'>;

/**
 * The Merkle tree over all settled events. Blocks of 256 and the trees over them are kept, so that a root or a proof reads the
 * last block and one node for each level, however long the record is; the first call over a long record reads it once.
 */
@Injectable()
export class RecordTree {
  private growth: Promise<RecordExtent> | null = null;

  constructor(private readonly dataSource: DataSource) {}

  /** Those who ask while it grows wait for what comes after: what they have seen committed is in it. */
  async extent(): Promise<RecordExtent> {
    await this.growth?.catch(() => undefined);
    this.growth ??= this.grow().finally(() => {
      this.growth = null;
    });
    return this.growth;
  }

  /** The roots over ranges of leaves, as `consistencyRanges` and `inclusionRanges` ask for them. */
  async rootsOf(ranges: readonly LeafRange[]): Promise<Buffer[]> {
    const trees = ranges.map(completeTrees);
    const kept = trees.flat().filter(isKept);
    const nodes = await loadNodes(this.dataSource.manager, kept);
    const known = new Map(kept.map(({ from, to }, at) => [`${from}-${to}`, nodes[at]!.hash]));
    const blocks = new Map<number, string[]>();
    for (const { from } of trees.flat().filter((tree) => !isKept(tree))) {
      const block = Math.floor(from / BLOCK);
      if (!blocks.has(block)) blocks.set(block, await this.readBlock(block));
    }
    const hashOf = ({ from, to }: LeafRange): Buffer => {
      const start = Math.floor(from / BLOCK) * BLOCK;
      const events = blocks.get(start / BLOCK)?.slice(from - start, to - start) ?? [];
      return known.get(`${from}-${to}`) ?? rootOfEvents(events);
    };
    return trees.map((parts) => joinTrees(parts.map(hashOf)));
  }

  /** The event of this sequence and its place among the leaves, or null when it is not in the tree. */
  async findLeaf(sequence: number): Promise<{ index: number; hash: string } | null> {
    const { manager } = this.dataSource;
    const block = (await findBlockOf(manager, sequence)) ?? (await findKeptBlocks(manager)).blocks;
    const after = await findBlockEnd(manager, block - 1);
    const leaves = await readLeaves(manager, { after, to: sequence }, BLOCK);
    const leaf = leaves.at(-1);
    return leaf?.sequence === sequence ? { index: block * BLOCK + leaves.length - 1, hash: leaf.hash } : null;
  }

  private async readBlock(block: number): Promise<string[]> {
    const { manager } = this.dataSource;
    const after = await findBlockEnd(manager, block - 1);
    return (await readLeaves(manager, { after, to: Number.MAX_SAFE_INTEGER }, BLOCK)).map(({ hash }) => hash);
  }

  private async grow(): Promise<RecordExtent> {
    const { manager } = this.dataSource;
    const settled = await settledSequence(manager);
    for (;;) {
      const { blocks, through } = await findKeptBlocks(manager);
      const leaves = await readLeaves(manager, { after: through, to: settled }, BATCH);
      const frontier = await loadNodes(manager, completeTrees({ from: 0, to: blocks * BLOCK }));
      if (leaves.length < BLOCK) return extentOf({ frontier, blocks, through }, leaves);
      await keepNodes(manager, growNodes(frontier, blocks, leaves));
    }
  }
}

/** The nodes that whole blocks of further events make. */
function growNodes(frontier: TreeNode[], blocks: number, leaves: readonly RecordLeaf[]): TreeNode[] {
  const made: TreeNode[] = [];
  for (let at = 0; at + BLOCK <= leaves.length; at += BLOCK) {
    const block = leaves.slice(at, at + BLOCK);
    const hash = rootOfEvents(block.map((leaf) => leaf.hash));
    const index = blocks + at / BLOCK;
    made.push(...addBlock(frontier, { level: BLOCK_LEVEL, index, through: block.at(-1)!.sequence, hash }));
  }
  return made;
}

function extentOf(
  { frontier, blocks, through }: { frontier: readonly TreeNode[]; blocks: number; through: number },
  rest: readonly RecordLeaf[],
): RecordExtent {
  const last = rest.length === 0 ? [] : [rootOfEvents(rest.map(({ hash }) => hash))];
  return {
    size: blocks * BLOCK + rest.length,
    root: joinTrees([...frontier.map(({ hash }) => hash), ...last]),
    sequence: rest.at(-1)?.sequence ?? through,
  };
}
