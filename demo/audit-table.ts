import { type AuditEventResponse, type Client, each, listAuditEvents } from '@stagegate/client';
import { type Cell, type Column } from '../cli/src/text/table.js';

/** How much of a digest tells two apart on one screen. */
const DIGEST_DIGITS = 8;

export const AUDIT_COLUMNS: readonly Column[] = [
  { title: 'TIME', optional: 1 },
  'WHO',
  'WHAT',
  { title: 'V', align: 'right' },
  'MOVE',
  'VERDICT',
  'REPORT',
];

/** Every event of a model, oldest first. */
export async function loadAuditEvents(client: Client, model: string): Promise<AuditEventResponse[]> {
  const events: AuditEventResponse[] = [];
  const query = { model, sort: 'sequence' } as const;
  for await (const event of each(listAuditEvents, { client, query })) events.push(event);
  return events;
}

export function auditRow({ at, actor, action, version, details }: AuditEventResponse): Cell[] {
  const { fromStage, toStage, gateReport, code } = details as {
    fromStage?: string;
    toStage?: string;
    gateReport?: { verdict: string; digest: string };
    code?: string;
  };
  const move = fromStage && toStage ? `${fromStage} → ${toStage}` : code;
  return [at.slice(11, 23), actor, action, version, move, gateReport?.verdict, digits(gateReport?.digest)];
}

function digits(digest: string | undefined): string | undefined {
  return digest?.replace(/^sha256:/, '').slice(0, DIGEST_DIGITS);
}
