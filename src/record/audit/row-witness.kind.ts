import { type EntityClass } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from './audit-event.entity.js';
import { type Action } from '../events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from './comparison.js';
import { type ComparedField, type ObjectKind, unrecordedObject } from './difference.js';
import {
  digestRow,
  listUntoldRows,
  type NewestOfRow,
  readNewestOfRows,
  type StoredRow,
  type ToldRows,
} from './told-rows.queries.js';
import { isTimestamp } from '../../values/values.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from './witness.kind.js';

/** Compares the rows of a table with the newest events that tell of them. */
export class RowWitness implements Witness {
  readonly kind: ObjectKind;
  readonly entities: readonly EntityClass<object>[];

  constructor(protected readonly rows: ToldRows) {
    this.kind = rows.kind;
    this.entities = [rows.entity, ...Object.values(rows.parts ?? {}).map(({ entity }) => entity)];
  }

  concerns(action: string): boolean {
    return [...this.rows.states, ...(this.rows.ends ?? [])].includes(action as Action);
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const keys = events.flatMap((event) => this.rows.key.of(event) ?? []);
    const newest = new Map((await readNewestOfRows(reader, this.rows, keys)).map((each) => [each.key, each]));
    return events.map((event) => this.compareOne(event, newest.get(this.rows.key.of(event) ?? '')));
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return listUntoldRows(reader, this.rows, MOST_UNRECORDED);
  }

  /** An event that another followed since tells of its row as it is no more. */
  private compareOne(event: AuditEvent, newest: NewestOfRow | undefined): Comparison {
    const { sequence, action } = event;
    if (newest === undefined || newest.sequence !== sequence) return nothingNamed(sequence);
    const { key: id, row } = newest;
    if (this.rows.ends?.includes(action as Action)) {
      const differences = row === null ? [] : [unrecordedObject({ kind: this.kind, id })];
      return { sequence, compared: 1, notCovered: 0, differences };
    }
    if (row === null && this.rows.isKeptForAWhile) return nothingNamed(sequence);
    const isCovered = event.details['stored'] !== undefined;
    return compareStored({ sequence, kind: this.kind, id, isCovered }, row ?? undefined, (stored) =>
      this.fieldsOf(event, stored),
    );
  }

  private fieldsOf({ details }: AuditEvent, stored: StoredRow): ComparedField[] {
    const told = (this.rows.told ?? []).map((name) => toldField(name, details[name], stored[name]));
    return [...told, ['stored', details['stored'], digestRow(stored)]];
  }
}

/** Times that callers state are told as they were sent, with any offset and fraction, and stored in UTC to the millisecond. */
function toldField(name: string, told: unknown, stored: unknown): ComparedField {
  const isSameTime = isTimestamp(told) && isTimestamp(stored) && Date.parse(told) === Date.parse(stored);
  return [name, isSameTime ? stored : told, stored];
}
