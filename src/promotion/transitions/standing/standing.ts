import { durationMs } from '../../../judging/kinds/soak/duration.js';
import { stagePolicy } from '../../../judging/policy/gate-policy.js';
import { waiverTerms } from '../../../judging/policy/approval-terms.js';
import { type Approval, type ApprovalDemand, seatName } from '../../approvals/approvals.js';
import { decideGatedMove, findLegalityFaults, findRefusals } from '../lifecycle.js';
import { decideOverride, suspendedBy } from '../safeguards/decide-override.js';
import { type Blocker, inconclusiveBlocker, neededFor, refusalBlocker, toBlocker } from './blocker.js';
import { approvalFacts, type Decision, type JudgedMove, type Refusal, type StageChange } from '../stage-change.js';

/** An open transition judged on the ground as it is now: decisions and what people are told about it both rest on this. */
export interface Standing {
  change: StageChange;
  /** Null when the move is no longer one of the lifecycle. */
  judged: JudgedMove | null;
  /** What no longer holds of the ground it was asked for on; the first ends it. */
  lost: Refusal[];
  /** Of an emergency, the codes of what it named to get past; null for every other transition. */
  bypassed: ReadonlySet<string> | null;
}

/** What a transition comes to with these approvals. */
export function outcomeOf({ change, judged, lost, bypassed }: Standing, approvals: readonly Approval[]): Decision {
  const [first] = lost;
  if (first) return { ...first, outcome: 'stale' };
  if (!judged) throw new Error('A move on its old ground was not judged.');
  const { move } = judged;
  const gates = { ...judged.gates, ...approvalFacts(judged.approvals, approvals) };
  const decision =
    move.kind === 'override'
      ? decideOverride({ move, gates }, change.facts, bypassed)
      : decideGatedMove(move, change.facts, gates);
  return suspendedBy(decision);
}

/** Where a demand stands that is turned down before any gate decides on it; judged where its move is one that gates judge. */
export function barredStanding(change: StageChange, judged: JudgedMove | null): Standing {
  return { change, judged, lost: findLegalityFaults(change.demand, change.facts), bypassed: null };
}

/** All that stands in the way of a move that is asked for now; nothing where it is not turned down. */
export function blockersOfDecision(change: StageChange, judged: JudgedMove, decision: Decision): Blocker[] {
  if (decision.outcome === 'applied' || decision.outcome === 'awaiting_approval') return [];
  // An emergency with nothing to get past: that alone is what stands in its way.
  if (decision.code === 'OVERRIDE_NOT_NEEDED') return [refusalBlocker(decision)];
  return blockersOf({ change, judged, lost: [], bypassed: null });
}

/** All that stands in the way of a change of stage with the approvals it has, the worst first; all answers come from here. */
export function blockersOf(standing: Standing): Blocker[] {
  return [...lostBlockers(standing), ...refusalBlockers(standing), ...approvalBlockers(standing)].toSorted(
    (a, b) => Number(a.code === 'FROZEN') - Number(b.code === 'FROZEN'),
  );
}

function lostBlockers({ lost }: Standing): Blocker[] {
  return lost.map(refusalBlocker);
}

function refusalBlockers({ change, judged, bypassed }: Standing): Blocker[] {
  if (!judged)
    return change.facts.standstill.map(({ code, detail, permission, until }) => {
      return { ...toBlocker(code, detail), ...neededFor(permission), until };
    });
  const { unpassable = [] } = judged.gates;
  const fixed = unpassable.map(({ code, detail }) =>
    toBlocker('NOT_OVERRIDABLE', `Nobody gets past ${code}: ${detail}`),
  );
  const left = findRefusals(judged.move, change.facts, judged.gates).filter(
    ({ code, standstill }) => standstill?.isPassable === false || bypassed?.has(code) !== true,
  );
  const soak = left.some(({ code }) => code === 'GATES_REFUSED') ? soakBlockers(change) : [];
  const isWaivable = mayBeWaived(change, judged);
  const told = left.map((refusal) =>
    refusal.code === 'GATES_REFUSED' && isWaivable ? inconclusiveBlocker(refusal.detail) : refusalBlocker(refusal),
  );
  return [...fixed, ...told, ...soak];
}

/** Whether nothing but rules that a person may waive keeps the gates shut. */
function mayBeWaived({ effective, demand }: StageChange, { judgement: { content } }: JudgedMove): boolean {
  const { allowFor } = waiverTerms(stagePolicy(effective.policy, demand.toStage));
  return content.verdict === 'INCONCLUSIVE' && content.blockers.length === 0 && allowFor.includes('INCONCLUSIVE');
}

function approvalBlockers({ judged }: Standing): Blocker[] {
  if (!judged || judged.gates.approvalsComplete) return [];
  const roles = [...new Set(slotRoles(judged.approvals))];
  const detail = judged.gates.approvalsMessage;
  const permissions = [judged.move.kind === 'override' ? 'transition:override' : 'transition:decide'] as const;
  return [{ code: 'APPROVALS_LACKING', detail, remedy: 'Approve the transition.', permissions, roles, until: null }];
}

/** Of a soak that still lasts, how long yet and until when. */
function soakBlockers({ row, effective, demand, model }: StageChange): Blocker[] {
  const rules = stagePolicy(effective.policy, demand.toStage)?.rules ?? [];
  return rules.flatMap((rule) => {
    if (rule.kind !== 'soak' || rule.enforcement !== 'block') return [];
    if (row.stage !== 'Staging') return [toBlocker('SOAK_TOO_SHORT', 'The version does not stand in Staging yet.')];
    const until = new Date(row.stageEnteredAt.getTime() + durationMs(rule.minDuration));
    const left = until.getTime() - model.now.getTime();
    if (left <= 0) return [];
    const detail = `The version stays in Staging for ${spanText(left)} more, until ${until.toISOString()}.`;
    return [{ ...toBlocker('SOAK_TOO_SHORT', detail), until }];
  });
}

/** A span in hours and minutes, rounded up. */
function spanText(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}

function slotRoles(demand: ApprovalDemand | null): string[] {
  return (demand?.slots ?? []).map(seatName);
}
