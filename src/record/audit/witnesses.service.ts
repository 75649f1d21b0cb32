import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from './audit-event.entity.js';
import { RowWitness } from './row-witness.kind.js';
import { digestStoredRow, type NamingEvent, type ToldRows } from './told-rows.queries.js';
import { type Witness } from './witness.kind.js';

/** Who knows the objects that events name; each feature that owns such objects registers its witness. */
@Injectable()
export class Witnesses {
  private readonly known: Witness[] = [];
  private readonly rowsOfActions = new Map<string, ToldRows>();

  register(witness: Witness): void {
    this.known.push(witness);
  }

  /** Registers the rows of a table, whose events carry the digests of them from then on; an event carries one. */
  registerRows(rows: ToldRows, witness: Witness = new RowWitness(rows)): void {
    for (const action of rows.states) {
      if (this.rowsOfActions.has(action)) throw new Error(`Two tables have rows that ${action} tells of.`);
      this.rowsOfActions.set(action, rows);
    }
    this.register(witness);
  }

  get all(): readonly Witness[] {
    return this.known;
  }

  /** The digest over the row that an event is about to tell of, as it is stored now; null for an action that tells of none. */
  async digestTold(reader: SqlReader, event: NamingEvent & Pick<AuditEvent, 'action'>): Promise<string | null> {
    const rows = this.rowsOfActions.get(event.action);
    const key = rows?.key.of(event);
    return rows && key != null ? digestStoredRow(reader, rows, key) : null;
  }
}
