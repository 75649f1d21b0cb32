import { type ComparedField } from '../../record/audit/difference.js';

/** What another registry said of a model or version that was taken over from there, as its row has it. */
export interface ImportOrigin {
  originCreatedAt: Date | null;
  originCreatedBy: string | null;
  /** Null as well where it was changed here. */
  originUpdatedAt: Date | null;
}

/** The same, as the row of its import has it, which the record tells of. */
export interface ToldOrigin {
  toldCreatedAt: Date | null;
  toldCreatedBy: string | null;
  toldUpdatedAt: Date | null;
}

/** In SQL, the origin of the model of a row `m`. */
export const MODEL_ORIGIN = `m.origin_created_at AS "originCreatedAt", m.origin_created_by AS "originCreatedBy",
    m.origin_updated_at AS "originUpdatedAt"`;

/** SQL for what the import `i` of a row tells, if there is one. */
export const TOLD_ORIGIN = `i.created_at AS "toldCreatedAt", i.created_by AS "toldCreatedBy", i.updated_at AS "toldUpdatedAt"`;

/** A deleted row is shown to nobody, and stays as it was; when a row was changed here is not compared, as anywhere. */
export function originFields(row: ImportOrigin & ToldOrigin & { deletedAt: Date | null }): ComparedField[] {
  if (row.deletedAt !== null) return [];
  return [
    ['originCreatedAt', row.toldCreatedAt, row.originCreatedAt],
    ['originCreatedBy', row.toldCreatedBy, row.originCreatedBy],
    ['originUpdatedAt', row.originUpdatedAt === null ? undefined : row.toldUpdatedAt, row.originUpdatedAt],
  ];
}
