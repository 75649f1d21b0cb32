import { type AuditEventPage, type AuditEventResponse } from '../src/record/audit/audit.dto.js';
import { verdictCell } from './gate-report-table.js';
import { type Registry } from './registry.js';
import { type Cell, type Column } from './table.js';

/** How much of a digest tells two apart on one screen. */
const DIGEST_DIGITS = 8;

/** Every event of a model, oldest first. */
export async function loadAuditEvents(registry: Registry, model: string): Promise<AuditEventResponse[]> {
  const events: AuditEventResponse[] = [];
  let cursor: string | null = null;
  do {
    const query: string = new URLSearchParams({ model, sort: 'sequence', ...(cursor && { cursor }) }).toString();
    const page = await registry.get<AuditEventPage>(`/audit-events?${query}`);
    events.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return events;
}

export function auditTable(events: readonly AuditEventResponse[]): { columns: Column[]; rows: Cell[][] } {
  const titles = ['Who', 'What', '', 'Move', 'Verdict', 'Report'];
  const columns = [{ title: 'Time', optional: true }, ...titles.map((title) => ({ title }))];
  return { columns, rows: events.map(rowOf) };
}

function rowOf({ at, actor, action, version, details }: AuditEventResponse): Cell[] {
  const { fromStage, toStage, gateReport, code } = details as {
    fromStage?: string;
    toStage?: string;
    gateReport?: { verdict: string; digest: string };
    code?: string;
  };
  return [
    { text: String(at).slice(11, 23) },
    { text: actor },
    { text: action },
    { text: version === null ? '' : `v${version}` },
    { text: fromStage && toStage ? `${fromStage} → ${toStage}` : (code ?? '') },
    gateReport ? verdictCell(gateReport.verdict) : { text: '' },
    { text: gateReport ? digits(gateReport.digest) : '' },
  ];
}

function digits(digest: string): string {
  return digest.replace(/^sha256:/, '').slice(0, DIGEST_DIGITS);
}
