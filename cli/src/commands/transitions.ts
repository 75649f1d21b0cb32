import { type GateReportResponse, getGateReport, type TransitionResponse } from '@stagegate/client';
import { type ExitCode, exitOfTransition } from '../exit-codes.js';
import { type Session } from '../session.js';
import { reportText } from '../text/report.js';
import { transitionText } from '../text/transition.js';

/** Answers what became of a transition; of a refusal with the report it rests on. */
export async function conclude(session: Session, transition: TransitionResponse): Promise<ExitCode> {
  const report = transition.status === 'refused' ? await reportOf(session, transition) : undefined;
  session.answer(transition, () => [
    ...(report ? reportText(report, session.page) : []),
    ...transitionText(transition, session.page),
  ]);
  return exitOfTransition(transition.status, report?.verdict);
}

/** The report that a transition was judged by; undefined for a move that no gate judges. */
export async function reportOf(
  { client }: Session,
  { gateReportId }: TransitionResponse,
): Promise<GateReportResponse | undefined> {
  return gateReportId === null
    ? undefined
    : ((await getGateReport({ client, path: { id: gateReportId } })) as GateReportResponse);
}
