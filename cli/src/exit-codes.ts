import {
  GatesRefusedError,
  type GateReportResponse,
  PreconditionFailedError,
  StaleError,
  type TransitionStatus,
} from '@stagegate/client';

/** What a script can branch on. */
export const EXIT = { done: 0, other: 1, refused: 2, awaiting: 3, inconclusive: 4, stale: 5 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Faulty evidence refuses as a failed rule does; what cannot be told from the evidence is neither. */
export function exitOfVerdict(verdict: GateReportResponse['verdict']): ExitCode {
  if (verdict === 'PASS') return EXIT.done;
  return verdict === 'INCONCLUSIVE' ? EXIT.inconclusive : EXIT.refused;
}

/** A refused transition ends as its verdict; a refusal without a report is still a refusal. */
export function exitOfTransition(status: TransitionStatus, verdict?: GateReportResponse['verdict']): ExitCode {
  if (status === 'applied') return EXIT.done;
  if (status === 'awaiting_approval') return EXIT.awaiting;
  if (status === 'stale') return EXIT.stale;
  if (status === 'refused') return verdict === 'INCONCLUSIVE' ? EXIT.inconclusive : EXIT.refused;
  return EXIT.other;
}

export function exitOfError(error: unknown): ExitCode {
  if (error instanceof GatesRefusedError) return exitOfTransition('refused', error.gateReport?.verdict);
  if (error instanceof StaleError || error instanceof PreconditionFailedError) return EXIT.stale;
  return EXIT.other;
}
