import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../record/audit/comparison.js';
import { type ComparedField } from '../../record/audit/difference.js';
import { type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { canonicalDigest } from '../../values/digest.js';
import { GateReportRecord } from './gate-report.entity.js';
import { toGateReportContent } from './gates.dto.js';
import { waiversOf } from './report-waivers.js';

type Told = NonNullable<DetailsOf<'transition.applied'>['gateReport']>;

/** Compares gate reports with the events of the transitions that rest on them. */
@Injectable()
export class GateReportsWitness implements Witness {
  readonly kind = 'gate_report';
  readonly entities = [GateReportRecord];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action.startsWith('transition.');
  }

  /** One after the other, since a report may be megabytes. */
  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const comparisons: Comparison[] = [];
    for (const { sequence, details } of events) {
      const { gateReport } = details as Partial<DetailsOf<'transition.applied'>>;
      comparisons.push(gateReport?.id ? await this.compareOne(reader, sequence, gateReport) : nothingNamed(sequence));
    }
    return comparisons;
  }

  async evidence(reader: SqlReader, { details }: AuditEvent): Promise<Record<string, unknown> | null> {
    const { gateReport } = details as Partial<DetailsOf<'transition.applied'>>;
    const row = gateReport?.id ? await findReport(reader, gateReport.id) : undefined;
    if (!row) return null;
    const report = toGateReportContent(row.report);
    return { report, ...(gateReport?.inputsDigest !== undefined && { inputs: row.inputs }) };
  }

  /** A report belongs to a transition, which names it and has an event of its own. */
  findUnrecorded(): Promise<UnrecordedObject[]> {
    return Promise.resolve([]);
  }

  private async compareOne(reader: SqlReader, sequence: number, told: Told): Promise<Comparison> {
    const row = await findReport(reader, told.id);
    const isCovered = told.inputsDigest !== undefined;
    return compareStored({ sequence, kind: this.kind, id: String(told.id), isCovered }, row, (stored) =>
      fieldsOf(told, stored),
    );
  }
}

async function findReport(reader: SqlReader, id: string | null): Promise<GateReportRecord | undefined> {
  const [row]: GateReportRecord[] = await reader.query(
    `SELECT ${columnsOf(GateReportRecord, 'r')} FROM gate_reports r WHERE r.id = $1`,
    [id],
  );
  return row;
}

/** What a report says stands in columns beside it as well, and both are what was recorded. */
function fieldsOf(told: Told, { report, inputs, ...row }: GateReportRecord): ComparedField[] {
  return [
    ['digest', told.digest, row.digest],
    ['report.digest', told.digest, report.digest],
    ['report', told.digest, canonicalDigest(toGateReportContent(report))],
    ['verdict', told.verdict, row.verdict],
    ['policyDigest', told.policyDigest, row.policyDigest],
    ['report.policyRevision', told.policyRevision, report.policyRevision],
    ['challenger', report.challenger, row.challenger],
    ['incumbent', report.incumbent, row.incumbent],
    ['toStage', report.toStage, row.toStage],
    ['judgedAt', report.judgedAt, row.judgedAt],
    ['inputs', told.inputsDigest, canonicalDigest(inputs)],
    [
      'waivers',
      (told.waivers ?? []).map(({ id }) => id).join(),
      waiversOf(report)
        .map(({ id }) => id)
        .join(),
    ],
  ];
}
