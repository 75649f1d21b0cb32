import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { canonicalDigest } from '../../values/digest.js';
import { DatasetVersion, TOLD_DATASETS } from './dataset-version.entity.js';

/** Compares versions of datasets, whose inventories gates judge by, with the events of their registration. */
@Injectable()
export class DatasetsWitness implements Witness {
  readonly kind = 'dataset';
  readonly entities = [DatasetVersion];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
    witnesses.registerRows(TOLD_DATASETS);
  }

  concerns(action: string): boolean {
    return action === 'dataset.registered';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const told = events.map((event) => ({ ...event, dataset: event.details as DetailsOf<'dataset.registered'> }));
    const rows: DatasetVersion[] = await reader.query(
      `SELECT ${columnsOf(DatasetVersion, 'd')} FROM dataset_versions d WHERE d.id = ANY($1::uuid[])`,
      [told.map(({ dataset }) => dataset.id)],
    );
    return told.map(({ sequence, actor, dataset }) => {
      const isCovered = dataset.inventoryDigest !== undefined;
      const row = rows.find(({ id }) => id === dataset.id);
      return compareStored({ sequence, kind: this.kind, id: dataset.id, isCovered }, row, (stored) => [
        ['name', dataset.name, stored.name],
        ['version', dataset.version, stored.version],
        ['split', dataset.split, stored.split],
        ['digest', dataset.digest, stored.digest],
        ['rowCount', dataset.rowCount, Number(stored.rowCount)],
        ['inventory', dataset.inventoryDigest, canonicalDigest(stored.inventory)],
        ['createdBy', actor, stored.createdBy],
      ]);
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, 'registry' AS chain, NULL AS model, count(*) OVER ()::int AS total FROM dataset_versions o
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.action = 'dataset.registered')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
