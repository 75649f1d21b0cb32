import { type SqlReader } from '../../platform/database/side-connection.js';
import { type Action, type DetailsOf } from '../events/catalogue.js';

/** When something happened, and what the record tells of it. */
export interface Told<Name extends Action> {
  at: Date;
  details: DetailsOf<Name>;
}

/** All events of an action that is rare, oldest first. */
export function listDetails<Name extends Action>(reader: SqlReader, action: Name): Promise<Told<Name>[]> {
  return reader.query('SELECT e.at, e.details FROM audit_events e WHERE e.action = $1 ORDER BY e.sequence', [action]);
}
