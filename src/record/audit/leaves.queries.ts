import { type SqlReader } from '../../platform/database/side-connection.js';

/** What the tree over the record takes of an event. */
export interface RecordLeaf {
  sequence: number;
  hash: string;
}

/** The hashes of events after a sequence and up to another, oldest first. */
export function readLeaves(
  reader: SqlReader,
  { after, to }: { after: number; to: number },
  limit: number,
): Promise<RecordLeaf[]> {
  return reader.query(
    `SELECT e.sequence::float8 AS sequence, e.hash FROM audit_record e
     WHERE e.sequence > $1 AND e.sequence <= $2 ORDER BY e.sequence LIMIT ${limit}`,
    [after, to],
  );
}
