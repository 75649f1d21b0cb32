import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { type ImportOrigin, MODEL_ORIGIN, originFields, TOLD_ORIGIN, type ToldOrigin } from './import-origin.js';
import { ModelImport } from './model-import.entity.js';
import { Model, TOLD_MODELS } from './model.entity.js';

/** Compares models with the events that their chains begin with; a chain that is gone as a whole leaves its model. What is shown of a making elsewhere is compared with the import. */
@Injectable()
export class ModelsWitness implements Witness {
  readonly kind = 'model';
  readonly entities = [Model, ModelImport];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
    witnesses.registerRows(TOLD_MODELS);
  }

  concerns(action: string): boolean {
    return action === 'model.created';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const rows: (Pick<Model, 'id' | 'createdBy' | 'deletedAt'> & ImportOrigin & ToldOrigin)[] = await reader.query(
      `SELECT m.id, m.created_by AS "createdBy", m.deleted_at AS "deletedAt", ${MODEL_ORIGIN}, ${TOLD_ORIGIN}
       FROM models m LEFT JOIN model_imports i ON i.model_id = m.id WHERE m.id = ANY($1::uuid[])`,
      [events.map(({ modelId }) => modelId)],
    );
    return events.map(({ sequence, modelId, actor }) => {
      const named = { sequence, kind: this.kind, id: String(modelId) } as const;
      return compareStored(
        named,
        rows.find(({ id }) => id === modelId),
        (stored) => [['createdBy', actor, stored.createdBy], ...originFields(stored)],
      );
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, o.id AS chain, o.name AS model, count(*) OVER ()::int AS total FROM models o
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE e.chain = o.id::text AND e.position = 1 AND e.action = 'model.created')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
