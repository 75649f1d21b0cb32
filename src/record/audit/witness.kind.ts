import { type EntityClass } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from './audit-event.entity.js';
import { type Comparison } from './comparison.js';
import { type ObjectKind } from './difference.js';

/** An object that stands without the event it came about by. */
export interface UnrecordedObject {
  id: string;
  /** The chain the event belongs to. */
  chain: string;
  model: string | null;
  /** Number of all such objects of the kind. */
  total: number;
}

/** Compares the objects that a feature owns with the events that name them. */
export interface Witness {
  readonly kind: ObjectKind;
  /** The tables that it compares. */
  readonly entities: readonly EntityClass<object>[];
  /** Whether it compares what events of this action name. */
  concerns(action: string): boolean;
  /** Compares the objects of some events, which are all of actions that concern it. */
  compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]>;
  /** What is stored of the object that an event tells the digests of, part by part as it was digested; null for none. */
  evidence?(reader: SqlReader, event: AuditEvent): Promise<Record<string, unknown> | null>;
  /** Objects without their event, at most a hundred. */
  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]>;
}

export { OBJECT_OF_EVENT } from './told-rows.queries.js';

/** Objects that a search for those without an event names. */
export const MOST_UNRECORDED = 100;
