import { type SqlReader } from '../../platform/database/side-connection.js';
import { type Action, type DetailsOf } from '../events/catalogue.js';
import { OBJECT_OF_EVENT } from './told-rows.queries.js';

/** When something happened, and what the record tells of it. */
export interface Told<Name extends Action> {
  at: Date;
  details: DetailsOf<Name>;
}

/** All events of an action that is rare, oldest first; of those that were archived, what `KEPT_DETAILS` names. */
export function listDetails<Name extends Action>(reader: SqlReader, action: Name): Promise<Told<Name>[]> {
  return reader.query('SELECT e.at, e.details FROM audit_record e WHERE e.action = $1 ORDER BY e.sequence', [action]);
}

/** An event of an object, as its proof needs it. */
export interface ToldEvent<Name extends Action> {
  sequence: number;
  actor: string;
  action: Name;
  hash: string;
  details: DetailsOf<Name>;
}

/** The events that speak of an object by its id, of these actions, oldest first; an index finds them. */
export function listEventsOf<Name extends Action>(
  reader: SqlReader,
  id: string,
  actions: readonly Name[],
): Promise<ToldEvent<Name>[]> {
  return reader.query(
    `SELECT e.sequence::float8 AS sequence, e.actor, e.action, e.hash, e.details FROM audit_record e
     WHERE ${OBJECT_OF_EVENT} = $1
       AND e.action = ANY($2) ORDER BY e.sequence`,
    [id, actions],
  );
}
