import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SideConnection, type SqlReader } from '../../platform/database/side-connection.js';
import { findEndFault, keepEarliest } from '../audit/audit-chain.js';
import { type AuditEvent } from '../audit/audit-event.entity.js';
import { type Action, EVENTS } from '../events/catalogue.js';
import { listSegments } from '../audit/archive.queries.js';
import { settledSequence } from '../audit/settled.queries.js';
import { type Comparison } from '../audit/comparison.js';
import { describeDifference, unrecordedObject } from '../audit/difference.js';
import { keepDifference, noteDifference, noteNotCovered, startTally, type Tally, walkOver } from './tally.js';
import { findHeadSequence, readChainEnds, readWalkedEvents } from '../audit/walk.queries.js';
import { type UnrecordedObject, type Witness } from '../audit/witness.kind.js';
import { Witnesses } from '../audit/witnesses.service.js';

/** Events, and chains, held in memory at a time; between two batches others have their turn. */
const BATCH = 200;

/** Which part of the record is walked over: from an event on, up to one, or all of it. */
export interface Scope {
  from?: number;
  to?: number;
}

/** Who watches a walk, and may end it. */
export interface Watch {
  signal: AbortSignal;
  /** Told after each batch, of the walk as it stands and of the event it ends with. */
  onProgress?(tally: Tally, to: number): void;
}

/** Walks over the record, and over the objects it tells of, on a connection of its own; no transaction spans the walk. */
@Injectable()
export class VerificationWalk {
  constructor(
    private readonly dataSource: DataSource,
    private readonly witnesses: Witnesses,
  ) {}

  /** Rejects with the reason of the signal when that ends it. */
  async run(scope: Scope, watch: Watch): Promise<Tally> {
    const reader = await SideConnection.open(this.dataSource, 'verification');
    try {
      const settled = await settledSequence(reader);
      const tally = startTally(scope.from ?? 1, await listSegments(reader));
      await this.walkEvents(reader, tally, Math.min(settled, scope.to ?? settled), watch);
      await this.walkEnds(reader, tally, watch.signal);
      for (const witness of this.witnesses.all) await this.findUnrecorded(reader, tally, witness, watch.signal);
      return tally;
    } finally {
      await reader.close();
    }
  }

  private async walkEvents(reader: SqlReader, tally: Tally, to: number, { signal, onProgress }: Watch): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const batch = await readWalkedEvents(reader, { from: tally.through + 1, to }, BATCH);
      await this.compareObjects(
        reader,
        tally,
        batch.filter(({ isArchived }) => !isArchived),
      );
      for (const event of batch) walkOver(tally, event);
      onProgress?.(tally, to);
      if (batch.length < BATCH) return;
    }
  }

  private async compareObjects(reader: SqlReader, tally: Tally, batch: readonly AuditEvent[]): Promise<void> {
    const bySequence = new Map(batch.map((event) => [event.sequence, event]));
    for (const witness of this.witnesses.all) {
      const concerned = batch.filter(({ action }) => witness.concerns(action));
      const events = concerned.filter(isReadable);
      noteNotCovered(tally, witness.kind, concerned.length - events.length);
      if (events.length === 0) continue;
      for (const { sequence, compared, notCovered, differences } of await compareSafely(reader, witness, events)) {
        tally.objects += compared;
        noteNotCovered(tally, witness.kind, notCovered);
        for (const found of differences) noteDifference(tally, bySequence.get(sequence)!, found);
      }
    }
  }

  private async walkEnds(reader: SqlReader, tally: Tally, signal: AbortSignal): Promise<void> {
    let after = '';
    for (;;) {
      signal.throwIfAborted();
      const ends = await readChainEnds(reader, after, BATCH);
      for (const { chain, model, head, last } of ends) {
        const fault = findEndFault(head, last);
        if (fault !== null) keepEarliest(tally.broken, { chain, model, ...fault });
      }
      if (ends.length < BATCH) return;
      after = ends.at(-1)!.chain;
    }
  }

  /** What stands without its event was written past the service, or its event was removed. */
  private async findUnrecorded(reader: SqlReader, tally: Tally, witness: Witness, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const found = await witness.findUnrecorded(reader);
    for (const object of found) await this.noteUnrecorded(reader, tally, witness, object);
    const [first] = found;
    if (first) tally.differing += first.total - found.length;
  }

  private async noteUnrecorded(
    reader: SqlReader,
    tally: Tally,
    { kind }: Witness,
    { id, chain, model }: UnrecordedObject,
  ): Promise<void> {
    const found = unrecordedObject({ kind, id });
    const sequence = await findHeadSequence(reader, chain);
    keepEarliest(tally.broken, { chain, model, sequence, reason: describeDifference(found) });
    keepDifference(tally, { ...found, sequence: null, model });
  }
}

/** Compares as the witness does; an object that was changed so much that it cannot be read any more is one that differs. */
async function compareSafely(
  reader: SqlReader,
  witness: Witness,
  events: readonly AuditEvent[],
): Promise<readonly Comparison[]> {
  try {
    return await witness.compare(reader, events);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    if (events.length === 1) return [unreadable(witness, events[0]!)];
    const comparisons: Comparison[] = [];
    for (const event of events) comparisons.push(...(await compareSafely(reader, witness, [event])));
    return comparisons;
  }
}

function unreadable({ kind }: Witness, { sequence, modelId, version, details }: AuditEvent): Comparison {
  const named = details['transitionId'] ?? details['evaluationId'] ?? details['id'];
  const id = typeof named === 'string' ? named : `${modelId}/${version}`;
  const difference = { kind, id, field: 'document', expected: null, found: 'unreadable' };
  return { sequence, compared: 1, notCovered: 0, differences: [difference] };
}

/**
 * Whether the event has the shape that witnesses read; one that was written past the service may have none. What an exchanged token
 * stands for is told with every event, and is in no shape.
 */
function isReadable({ action, details: { claims: _, ...details } }: AuditEvent): boolean {
  return action in EVENTS && EVENTS[action as Action].details.safeParse(details).success;
}
