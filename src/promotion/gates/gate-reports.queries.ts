import { type EntityManager } from 'typeorm';

/** What a report is about. */
export interface ReportSubject {
  id: string;
  modelId: string;
  model: string;
  version: number;
}

/** The report of this id, if there is one and its model is not deleted. */
export async function findReportSubject(manager: EntityManager, id: string): Promise<ReportSubject | undefined> {
  const [subject]: ReportSubject[] = await manager.query(
    `SELECT r.id, r.model_id AS "modelId", m.name AS model, r.challenger AS version FROM gate_reports r JOIN models m ON m.id = r.model_id
     WHERE r.id = $1 AND m.deleted_at IS NULL`,
    [id],
  );
  return subject;
}

/** The waivers that were counted in some reports. */
export function listWaiversOfReports(
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<{ reportId: string; id: string }[]> {
  if (reportIds.length === 0) return Promise.resolve([]);
  return manager.query(
    `SELECT r.id AS "reportId", waiver ->> 'id' AS id FROM gate_reports r,
       json_array_elements(r.report -> 'rules') rule, json_array_elements(coalesce(rule -> 'waivedBy', '[]')) waiver
     WHERE r.id = ANY($1::uuid[])`,
    [reportIds],
  );
}
