import {
  incumbentName,
  nameOf,
  refused,
  type Refusal,
  type RefusalCode,
  type TransitionDemand,
  type TransitionFacts,
} from './decide-transition.js';
import { findMove, findOverride, type Move, stagesReachableFrom } from './move.js';

/** A move that the lifecycle has and that is not made now; it is recorded as a transition, an illegal one is not. */
type Barred = Refusal<'refused' | 'stale'> & { move: Move };

export type Legality = { outcome: 'legal'; move: Move } | Refusal<'illegal'> | Barred;

/** What turns a demand down before any gate is asked. */
type LegalityFault = Refusal<'illegal'> | Refusal<'refused' | 'stale'>;

/** Whether the demanded move is one of the lifecycle and its conditions hold; gates come after. */
export function decideLegality(demand: TransitionDemand, facts: TransitionFacts): Legality {
  const move = demandedMove(demand, facts);
  if (!move) return noSuchMove(demand, facts);
  const [first] = faultsOf(move, demand, facts);
  if (first === undefined) return { outcome: 'legal', move };
  return first.outcome === 'illegal' ? first : { ...first, move };
}

/** Everything that turns a demand down before any gate is asked; the first is what it ends with. */
export function findLegalityFaults(demand: TransitionDemand, facts: TransitionFacts): LegalityFault[] {
  const move = demandedMove(demand, facts);
  return move ? faultsOf(move, demand, facts) : [noSuchMove(demand, facts)];
}

function demandedMove(demand: TransitionDemand, { fromStage }: TransitionFacts): Move | undefined {
  return demand.override
    ? findOverride(fromStage, demand.toStage)
    : findMove(fromStage, demand.toStage, demand.isRollback);
}

function faultsOf(move: Move, demand: TransitionDemand, facts: TransitionFacts): LegalityFault[] {
  return [
    ...unmetCondition(move, facts),
    ...unsaid(move, demand, facts),
    ...overrideFaults(move, demand, facts),
    ...entryFaults(move, demand, facts),
  ];
}

function unmetCondition({ condition }: Move, facts: TransitionFacts): LegalityFault[] {
  if (condition === 'skip-staging-allowed' && !facts.skipStagingAllowed) {
    const detail = `${nameOf(facts)} is in None; the policy has no allowSkipStaging, so it goes to Staging first.`;
    return [illegal('ILLEGAL_TRANSITION', detail)];
  }
  if (condition === 'held-production' && !facts.hasHeldProduction) {
    const detail = `${nameOf(facts)} never held Production, so there is nothing to roll back to; promote it instead.`;
    return [illegal('NEVER_IN_PRODUCTION', detail)];
  }
  return [];
}

/** What the caller has to say for such a move, and did not. */
function unsaid(move: Move, demand: TransitionDemand, facts: TransitionFacts): LegalityFault[] {
  const faults: LegalityFault[] = [];
  if (move.reasonRequired && demand.reason === null)
    faults.push(illegal('REASON_REQUIRED', `To ${move.kind} a version, say why in "reason".`));
  if (move.from === 'Production' && !demand.allowEmptyProduction) {
    const detail = `${nameOf(facts)} is in Production, and nothing would replace it. Promote or roll back to another version, or say "allowEmptyProduction": true.`;
    faults.push(illegal('PRODUCTION_WOULD_BE_EMPTY', detail));
  }
  return faults;
}

/** What the policy asks of an emergency before anything is judged, and is not there. */
function overrideFaults(move: Move, { reason, override }: TransitionDemand, facts: TransitionFacts): LegalityFault[] {
  if (!override) return [];
  const { enabled, reasonMinLength, ticketRequired } = facts.override;
  const faults: LegalityFault[] = [];
  if (!enabled) faults.push(refused('OVERRIDE_DISABLED', `The policy has no way past the gates of ${move.to}.`));
  if (reason !== null && reason.trim().length < reasonMinLength) {
    const detail = `The policy asks for a reason of at least ${reasonMinLength} characters.`;
    faults.push(illegal('REASON_TOO_SHORT', detail));
  }
  if (ticketRequired && !override.ticket) {
    const detail = 'The policy asks for the ticket of the emergency; send it as "ticket".';
    faults.push(illegal('TICKET_REQUIRED', detail));
  }
  return faults;
}

/** A quarantined version enters neither Staging nor Production by promotion, restoring or rollback. */
function entryFaults(move: Move, { expectedIncumbent }: TransitionDemand, facts: TransitionFacts): LegalityFault[] {
  const faults: LegalityFault[] = [];
  if (move.gated && facts.quarantineReason !== null)
    faults.push(refused('VERSION_QUARANTINED', `${nameOf(facts)} is quarantined: ${facts.quarantineReason}`));
  if (expectedIncumbent !== undefined && expectedIncumbent !== facts.incumbent) {
    const detail = `Production holds ${incumbentName(facts.incumbent)}, not ${incumbentName(expectedIncumbent)} as expected.`;
    faults.push({ outcome: 'stale', code: 'STALE_INCUMBENT', detail });
  }
  return faults;
}

/** Where the lifecycle has no such move, nothing else about it matters. */
function noSuchMove(demand: TransitionDemand, facts: TransitionFacts): Refusal<'illegal'> {
  return illegal('ILLEGAL_TRANSITION', describeIllegal(demand, facts));
}

function describeIllegal({ toStage, isRollback }: TransitionDemand, facts: TransitionFacts): string {
  if (facts.fromStage === toStage) return `${nameOf(facts)} is in ${toStage} already.`;
  if (isRollback)
    return `${nameOf(facts)} is in ${facts.fromStage}; a rollback takes a version from Archived or Staging.`;
  const hint =
    facts.fromStage === 'Archived' && toStage === 'Production'
      ? ' Use the rollback call to put an earlier Production version back.'
      : '';
  return `${nameOf(facts)} is in ${facts.fromStage} and can move to ${stagesReachableFrom(facts.fromStage).join(' or ')}, not to ${toStage}.${hint}`;
}

function illegal(code: RefusalCode, detail: string): Refusal<'illegal'> {
  return { outcome: 'illegal', code, detail };
}
