import { setTimeout as pause } from 'node:timers/promises';
import { type SqlReader } from '../../platform/database/side-connection.js';

/** How long a reader waits for the transactions that were writing events when it came. */
const PATIENCE_MS = 500;
const PAUSE_MS = 10;

/**
 * The highest sequence that no event can come below or at any more: whoever reads in the order of the sequence up to it, and
 * later from there on, misses none. Events that were committed before are at or below it, unless a transaction that began to
 * write before them stays open for longer than a moment.
 */
export async function settledSequence(reader: SqlReader): Promise<number> {
  const begun = performance.now();
  const { drawn, settled: atFirst } = await readSequences(reader);
  let settled = atFirst;
  while (settled < drawn && performance.now() - begun < PATIENCE_MS) {
    await pause(PAUSE_MS);
    ({ settled } = await readSequences(reader));
  }
  return settled;
}

interface Sequences {
  /** The newest sequence that was given, whatever becomes of its transaction. */
  drawn: number;
  settled: number;
}

async function readSequences(reader: SqlReader): Promise<Sequences> {
  const [row]: [Sequences] = await reader.query(
    `SELECT coalesce(pg_sequence_last_value('audit_events_sequence'), 0)::float8 AS drawn,
            audit_settled_sequence()::float8 AS settled`,
  );
  return row;
}
