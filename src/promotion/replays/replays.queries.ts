import { type EntityManager, In } from 'typeorm';
import { type DecidedPromotion } from './back-test.js';
import { GateReportRecord } from '../gates/gate-report.entity.js';

export interface RecordedPromotion extends DecidedPromotion {
  report: GateReportRecord;
}

/** The newest promotions to a stage that gates judged, each with its stored report. */
export async function listRecordedPromotions(
  manager: EntityManager,
  modelId: string | null,
  toStage: string,
  limit: number,
): Promise<RecordedPromotion[]> {
  const rows: (DecidedPromotion & { reportId: string })[] = await manager.query(
    `SELECT t.id AS "transitionId", m.name AS model, t.version, t.requested_at AS "requestedAt", t.status,
            r.verdict, r.id AS "reportId"
     FROM transitions t JOIN gate_reports r ON r.id = t.gate_report_id JOIN models m ON m.id = t.model_id
     WHERE t.kind = 'promote' AND t.to_stage = $1 AND ($2::uuid IS NULL OR t.model_id = $2)
     ORDER BY t.id DESC LIMIT $3`,
    [toStage, modelId, limit],
  );
  const reports = await manager.findBy(GateReportRecord, { id: In(rows.map((row) => row.reportId)) });
  const byId = new Map(reports.map((report) => [report.id, report]));
  return rows.map(({ reportId, ...row }) => ({ ...row, report: byId.get(reportId)! }));
}
