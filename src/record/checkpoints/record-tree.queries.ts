import { type EntityManager } from 'typeorm';
import { RecordTreeNode } from './record-tree-node.entity.js';
import { SignedCheckpoint } from './signed-checkpoint.entity.js';
import { BLOCK_LEVEL, placeOf, type TreeNode } from './tree-blocks.js';
import { type LeafRange } from './merkle.js';

/** Where the kept blocks end: how many there are, and the sequence of their last event. */
export interface KeptBlocks {
  blocks: number;
  through: number;
}

export async function findKeptBlocks(manager: EntityManager): Promise<KeptBlocks> {
  const [newest] = await manager.find(RecordTreeNode, {
    where: { level: BLOCK_LEVEL },
    order: { index: 'DESC' },
    take: 1,
  });
  return newest ? { blocks: newest.index + 1, through: newest.through } : { blocks: 0, through: 0 };
}

/** The sequence at which a block ends; 0 for what is before the first. */
export async function findBlockEnd(manager: EntityManager, index: number): Promise<number> {
  if (index < 0) return 0;
  return (await manager.findOneByOrFail(RecordTreeNode, { level: BLOCK_LEVEL, index })).through;
}

/** The block that an event of this sequence lies in: the first that ends at it or later; null when none does. */
export async function findBlockOf(manager: EntityManager, sequence: number): Promise<number | null> {
  const [row]: { index: number }[] = await manager.query(
    `SELECT n.index::float8 AS index FROM audit_tree_nodes n WHERE n.level = ${BLOCK_LEVEL} AND n.through >= $1
     ORDER BY n.through LIMIT 1`,
    [sequence],
  );
  return row?.index ?? null;
}

/** The kept trees of these ranges, in their order. */
export async function loadNodes(manager: EntityManager, ranges: readonly LeafRange[]): Promise<TreeNode[]> {
  if (ranges.length === 0) return [];
  const places = ranges.map(placeOf);
  const rows = await manager.findBy(RecordTreeNode, places);
  return places.map(({ level, index }) => {
    const row = rows.find((each) => each.level === level && each.index === index);
    if (!row) throw new Error(`The tree over the record lacks its node ${level}/${index}.`);
    return { ...row, hash: Buffer.from(row.hash, 'hex') };
  });
}

/** Several replicas may come to the same nodes at once. */
export async function keepNodes(manager: EntityManager, nodes: readonly TreeNode[]): Promise<void> {
  const rows = nodes.map(({ level, index, through, hash }) => ({ level, index, through, hash: hash.toString('hex') }));
  await manager.createQueryBuilder().insert().into(RecordTreeNode).values(rows).orIgnore().execute();
}

export async function findNote(manager: EntityManager, size: number, keyId: string): Promise<string | undefined> {
  return (await manager.findOneBy(SignedCheckpoint, { size, keyId }))?.note;
}

/** Keeps a note unless there is one by now, and answers the one that is kept. */
export async function keepNote(manager: EntityManager, checkpoint: SignedCheckpoint): Promise<string> {
  await manager.createQueryBuilder().insert().into(SignedCheckpoint).values(checkpoint).orIgnore().execute();
  return (await manager.findOneByOrFail(SignedCheckpoint, { size: checkpoint.size, keyId: checkpoint.keyId })).note;
}
