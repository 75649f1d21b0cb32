import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { checkpointText, parseCheckpoint } from './checkpoint.js';
import { type CheckpointKey } from './checkpoint-key.js';
import { CheckpointKeys } from './checkpoint-keys.service.js';
import {
  type CheckpointResponse,
  type ConsistencyProofResponse,
  type ConsistencyQuery,
  type InclusionProofResponse,
  type InclusionQuery,
  toCheckpointResponse,
} from './checkpoints.dto.js';
import { eventIsNotThere, recordIsShorter } from './checkpoints.problems.js';
import { completeTrees, consistencyRanges, inclusionRanges, joinTrees, type LeafRange } from './merkle.js';
import { findNote, keepNote } from './record-tree.queries.js';
import { type RecordExtent, RecordTree } from './record-tree.service.js';
import { parseNote, signNote } from './signed-note.js';

const NO_LATER = { in: 'query', pointer: '/from', code: 'CONFLICT', detail: 'must not be larger than to' } as const;

@Injectable()
export class Checkpoints {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: RecordTree,
    private readonly keys: CheckpointKeys,
  ) {}

  /** The signed checkpoint of all that is settled; while nothing is added, the same note. */
  async getCheckpoint(): Promise<CheckpointResponse> {
    const key = await this.keys.introduced();
    const note = await this.noteOf(key, await this.tree.extent());
    return toCheckpointResponse(parseCheckpoint(parseNote(note)!.text)!, key.id, note);
  }

  /** The signed checkpoint of the first events of the record, of which `sequence` is the last, and the trees it consists of. */
  async signEarlier({
    size,
    sequence,
  }: Pick<RecordExtent, 'size' | 'sequence'>): Promise<{ note: string; tree: Buffer[] }> {
    const key = await this.keys.introduced();
    await this.tree.extent();
    const tree = await this.tree.rootsOf(completeTrees({ from: 0, to: size }));
    return { note: await this.noteOf(key, { size, sequence, root: joinTrees(tree) }), tree };
  }

  private async noteOf(key: CheckpointKey, extent: RecordExtent): Promise<string> {
    const { manager } = this.dataSource;
    const sign = (): string =>
      signNote(checkpointText({ ...extent, signedAt: new Date().toISOString() }), key, key.privateKey);
    return (
      (await findNote(manager, extent.size, key.id)) ??
      (await keepNote(manager, { size: extent.size, keyId: key.id, note: sign() }))
    );
  }

  /** @throws {Problem} 409 when the record has fewer events than either checkpoint, 400 when the earlier one is the larger. */
  async proveConsistency({ from, to: asked }: ConsistencyQuery): Promise<ConsistencyProofResponse> {
    const { size } = await this.tree.extent();
    const to = asked ?? size;
    if (Math.max(from, to) > size) throw recordIsShorter(Math.max(from, to), size);
    if (from > to) throw validationFailed([NO_LATER]);
    return { from, to, path: await this.pathOf(from === to ? [] : consistencyRanges(from, to)) };
  }

  /** @throws {Problem} 409 when the record has fewer events than the checkpoint, 404 when it does not hold the event. */
  async proveInclusion({ sequence, size: asked }: InclusionQuery): Promise<InclusionProofResponse> {
    const extent = await this.tree.extent();
    const size = asked ?? extent.size;
    if (size > extent.size) throw recordIsShorter(size, extent.size);
    const leaf = await this.tree.findLeaf(sequence);
    if (leaf === null || leaf.index >= size) throw eventIsNotThere(sequence, size);
    return { sequence, ...leaf, size, path: await this.pathOf(inclusionRanges(leaf.index, size)) };
  }

  private async pathOf(ranges: readonly LeafRange[]): Promise<string[]> {
    return (await this.tree.rootsOf(ranges)).map((hash) => hash.toString('base64'));
  }
}
