import { type EntityManager, In } from 'typeorm';
import { type DecidedPromotion } from './back-test.js';
import { GateReportRecord } from '../gates/gate-report.entity.js';

/** A promotion with its stored report; null where gates left none. */
export interface RecordedPromotion extends DecidedPromotion {
  report: GateReportRecord;
}

/** The promotions that a back-test is over. */
interface PromotionRange {
  /** Null for those of all models. */
  modelId: string | null;
  toStage: string;
  limit: number;
  /** The transition of the last one of the page before; null for the newest ones. */
  before: string | null;
  /** Asked for at or after, and before, these times. */
  from?: string;
  to?: string;
}

type PromotionRow = DecidedPromotion & { reportId: string };

/** The newest promotions to a stage that gates judged, each with its stored report. */
export async function listRecordedPromotions(
  manager: EntityManager,
  { modelId, toStage, limit, before, from, to }: PromotionRange,
): Promise<RecordedPromotion[]> {
  const rows: PromotionRow[] = await manager.query(
    `SELECT t.id AS "transitionId", m.name AS model, t.version, t.requested_at AS "requestedAt", t.status,
            r.verdict, r.id AS "reportId"
     FROM transitions t JOIN gate_reports r ON r.id = t.gate_report_id JOIN models m ON m.id = t.model_id
     WHERE t.kind = 'promote' AND t.to_stage = $1 AND ($2::uuid IS NULL OR t.model_id = $2)
       AND ($4::uuid IS NULL OR t.id < $4) AND ($5::timestamptz IS NULL OR t.requested_at >= $5)
       AND ($6::timestamptz IS NULL OR t.requested_at < $6)
     ORDER BY t.id DESC LIMIT $3`,
    [toStage, modelId, limit, before, from ?? null, to ?? null],
  );
  const byId = await loadReports(
    manager,
    rows.map((row) => row.reportId),
  );
  return rows.map(({ reportId, ...row }) => ({ ...row, report: byId.get(reportId)! }));
}

/** How many promotions that gates judged there are in a range. */
export async function countRecordedPromotions(
  manager: EntityManager,
  { modelId, toStage, from, to }: Omit<PromotionRange, 'limit' | 'before'>,
): Promise<number> {
  const [row]: { total: number }[] = await manager.query(
    `SELECT count(*)::int AS total FROM transitions t
     WHERE t.kind = 'promote' AND t.to_stage = $1 AND t.gate_report_id IS NOT NULL AND ($2::uuid IS NULL OR t.model_id = $2)
       AND ($3::timestamptz IS NULL OR t.requested_at >= $3) AND ($4::timestamptz IS NULL OR t.requested_at < $4)`,
    [toStage, modelId, from ?? null, to ?? null],
  );
  return row!.total;
}

/** The oldest requests that await approval, each with the report it rests on, and how many there are. */
export async function listWaitingPromotions(
  manager: EntityManager,
  modelId: string | null,
  limit: number,
): Promise<{ total: number; promotions: RecordedPromotion[] }> {
  const rows: (PromotionRow & { total: number })[] = await manager.query(
    `SELECT t.id AS "transitionId", m.name AS model, t.version, t.requested_at AS "requestedAt", t.status,
            r.verdict, r.id AS "reportId", count(*) OVER ()::int AS total
     FROM transitions t JOIN gate_reports r ON r.id = t.gate_report_id JOIN models m ON m.id = t.model_id
     WHERE t.status = 'awaiting_approval' AND ($1::uuid IS NULL OR t.model_id = $1) AND m.deleted_at IS NULL
     ORDER BY t.id LIMIT $2`,
    [modelId, limit],
  );
  const byId = await loadReports(
    manager,
    rows.map((row) => row.reportId),
  );
  const promotions = rows.map(({ reportId, total: _total, ...row }) => ({ ...row, report: byId.get(reportId)! }));
  return { total: rows[0]?.total ?? 0, promotions };
}

async function loadReports(manager: EntityManager, ids: readonly string[]): Promise<Map<string, GateReportRecord>> {
  const reports = await manager.findBy(GateReportRecord, { id: In(ids) });
  return new Map(reports.map((report) => [report.id, report]));
}

/** A version in Production with the judgement that brought it there; null when the record holds none. */
export interface LivePromotion {
  modelId: string;
  model: string;
  version: number;
  promotion: RecordedPromotion | null;
}

/** Versions in Production in the order of their models' ids, behind one of these. */
export async function listLivePromotions(
  manager: EntityManager,
  modelId: string | null,
  after: string | null,
  limit: number,
): Promise<LivePromotion[]> {
  const rows: (Omit<PromotionRow, 'reportId'> & { modelId: string; reportId: string | null })[] = await manager.query(
    `SELECT v.model_id AS "modelId", m.name AS model, v.version, t.id AS "transitionId", t.requested_at AS "requestedAt",
            t.status, r.verdict, r.id AS "reportId"
     FROM model_versions v JOIN models m ON m.id = v.model_id
     LEFT JOIN LATERAL (
       SELECT * FROM transitions t
       WHERE t.model_id = v.model_id AND t.version = v.version AND t.to_stage = 'Production' AND t.status = 'applied'
       ORDER BY t.id DESC LIMIT 1) t ON true
     LEFT JOIN gate_reports r ON r.id = t.gate_report_id
     WHERE v.stage = 'Production' AND ($1::uuid IS NULL OR v.model_id = $1) AND ($2::uuid IS NULL OR v.model_id > $2)
     ORDER BY v.model_id LIMIT $3`,
    [modelId, after, limit],
  );
  const byId = await loadReports(
    manager,
    rows.flatMap(({ reportId }) => reportId ?? []),
  );
  return rows.map(({ modelId: of, reportId, ...row }) => {
    const report = reportId === null ? undefined : byId.get(reportId);
    return { modelId: of, model: row.model, version: row.version, promotion: report ? { ...row, report } : null };
  });
}

/** How many promotions and how many live versions there are to judge, and how many promotions left no report. */
export async function countBackTested(
  manager: EntityManager,
  modelId: string | null,
  toStage: string,
): Promise<{ promotions: number; withoutReport: number; live: number }> {
  const [row]: { promotions: number; withoutReport: number; live: number }[] = await manager.query(
    `SELECT count(*)::int AS promotions, count(*) FILTER (WHERE t.gate_report_id IS NULL)::int AS "withoutReport",
       (SELECT count(*)::int FROM model_versions v WHERE v.stage = 'Production' AND ($2::uuid IS NULL OR v.model_id = $2)) AS live
     FROM transitions t WHERE t.kind = 'promote' AND t.to_stage = $1 AND ($2::uuid IS NULL OR t.model_id = $2)`,
    [toStage, modelId],
  );
  return row!;
}

/** How many back-tests over everything have not ended, and how many of them one person asked for. */
export async function countOpenBackTests(
  manager: EntityManager,
  kind: string,
  requestedBy: string,
): Promise<{ all: number; own: number }> {
  const [row]: { all: number; own: number }[] = await manager.query(
    `SELECT count(*)::int AS "all", count(*) FILTER (WHERE j.payload ->> 'requestedBy' = $2)::int AS own
     FROM jobs j WHERE j.kind = $1 AND j.status IN ('queued', 'running')`,
    [kind, requestedBy],
  );
  return row!;
}
