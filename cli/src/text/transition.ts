import { type GateReportResponse, type TransitionResponse } from '@stagegate/client';
import { type Page } from './page.js';
import { styleOf } from './paint.js';
import { worstMeasuresText } from './report.js';
import { type Cell, type Column, fields, minute, table } from './table.js';

const IN_WORDS: Readonly<Record<TransitionResponse['status'], string>> = {
  applied: 'applied',
  refused: 'refused',
  awaiting_approval: 'awaits approval',
  rejected: 'rejected',
  cancelled: 'cancelled',
  stale: 'stale',
};
const WORST_MEASURES = 5;

/** One line that says what became of a transition, and one that says why or what is missing. */
export function transitionText(transition: TransitionResponse, { paint }: Page): string[] {
  const { model, version, fromStage, toStage, status, displacedVersion, detail, id } = transition;
  const outcome = paint(styleOf(status), IN_WORDS[status]);
  const displaced = displacedVersion === null ? '' : `; version ${displacedVersion} went to Archived`;
  const line = `${model} ${version}: ${fromStage} → ${toStage} ${outcome}${displaced}`;
  if (status === 'applied') return [line];
  return [line, ...(detail === null ? [] : [detail]), `Transition ${id}`];
}

/** Transitions a row each; of one model its name is the first to be left out. */
export function transitionTable(transitions: readonly TransitionResponse[], page: Page): string {
  const isOfOne = new Set(transitions.map(({ model }) => model)).size === 1;
  const rows = transitions.map((one) => [
    minute(one.requestedAt),
    one.model,
    one.version,
    `${one.fromStage} → ${one.toStage}`,
    one.kind,
    one.status,
    one.requestedBy,
    one.id,
    one.gateReportId,
  ]);
  const columns: Column[] = [
    'ASKED (UTC)',
    { title: 'MODEL', optional: isOfOne ? 1 : undefined },
    'VERSION',
    'MOVE',
    { title: 'KIND', optional: 1 },
    'STATUS',
    'BY',
    'ID',
    { title: 'REPORT', optional: 2 },
  ];
  return table(columns, rows, page);
}

/** All that is known of a transition: who asked, what the gates said where it was worst, who decided, what waits. */
export function transitionFacts(
  transition: TransitionResponse,
  report: GateReportResponse | null,
  page: Page,
): string[] {
  return [
    fields([...requestFacts(transition), ...reportFacts(report), ...outcomeFacts(transition)], page),
    ...(report === null ? [] : worstMeasuresText(report, WORST_MEASURES, page)),
  ];
}

function requestFacts(transition: TransitionResponse): [string, Cell][] {
  const { id, model, version, fromStage, toStage, kind, requestedBy, requestedAt, reason } = transition;
  return [
    ['Transition', id],
    ['Version', `${model} ${version}`],
    ['Move', `${fromStage} → ${toStage} (${kind})`],
    ['Asked by', `${requestedBy}, ${minute(requestedAt)}`],
    ['Reason', reason],
  ];
}

function reportFacts(report: GateReportResponse | null): [string, Cell][] {
  if (report === null) return [['Gates', 'none judged']];
  const { verdict, incumbent, id, digest, policyRevision, message } = report;
  return [
    ['Gates', verdict],
    ['Says', message],
    ['Compared', incumbent === null ? 'with nothing in Production' : `with version ${incumbent}`],
    ['Policy', policyRevision === null ? 'built-in' : `revision ${policyRevision}`],
    ['Report', id],
    ['Digest', digest],
  ];
}

function outcomeFacts({ status, detail, settledAt, settledBy, approvals }: TransitionResponse): [string, Cell][] {
  const settled = settledAt === null ? '' : `, ${minute(settledAt)} by ${settledBy}`;
  return [
    ...approvals.map(({ decision, actor, decidedAt, comment }): [string, Cell] => [
      decision === 'approve' ? 'Approved' : 'Rejected',
      `by ${actor}, ${minute(decidedAt)}${comment === null ? '' : `: ${comment}`}`,
    ]),
    ['Status', `${IN_WORDS[status]}${settled}`],
    ...(detail === null
      ? []
      : ([[status === 'awaiting_approval' ? 'Waits for' : 'Detail', detail]] as [string, Cell][])),
  ];
}
