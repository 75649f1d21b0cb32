import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { headlineOf, type ReportHeadline, type ReportSummary, readHeadline } from '../gates/report-summary.js';
import { type GateOutcome } from '../../judging/outcome/gate-outcome.js';
import { type Verdict } from '../../judging/verdict/verdict.js';
import { type HolderRow } from '../approvals/right-holder.js';
import { type TransitionApproval } from './decisions/transition-approval.entity.js';
import { type Transition } from './transition.entity.js';

type Times = 'decidedAt' | 'expiresAt' | 'endedAt';

/** One decision as the database builds it into the JSON of its transition, where a time is text. */
export type ApprovalRow = Omit<TransitionApproval, 'transitionId' | Times> & {
  decidedAt: string;
  expiresAt: string | null;
  endedAt: string | null;
  /** What became of the rights of its person since, while the transition is open; null otherwise. */
  holder: HolderRow | null;
};

/** What a transition's row says of its gate report; the whole report only where no headline is kept beside it. */
export interface ReportBeside {
  verdict: Verdict;
  digest: string;
  headline: ReportHeadline | null;
  report: Pick<GateOutcome, 'message' | 'rules'> | null;
}

/** A transition with its model's name, its decisions and what lists say of its gate report. */
export type TransitionRow = Transition & { model: string; approvals: ApprovalRow[]; gateReport: ReportBeside | null };

/** A report as it is stored, beside the transition that rests on it. */
export function besideTransition({ verdict, digest, headline }: GateReportRecord): ReportBeside {
  return { verdict, digest, headline, report: null };
}

export function summaryOf({ gateReport }: TransitionRow): ReportSummary | null {
  if (gateReport === null) return null;
  const { verdict, digest, headline, report } = gateReport;
  const shown = headline ?? headlineOf(report ?? { message: '', rules: [] });
  return { verdict, reportDigest: digest, ...readHeadline(shown) };
}
