import { type Permission } from '../../platform/access/permission.js';
import { STAGES, type Stage } from '../../values/stage.js';
import {
  type Decision,
  type GateFacts,
  type Move,
  type Refusal,
  type RefusalCode,
  type TransitionDemand,
  type TransitionFacts,
} from './stage-change.js';

/** Every legal change of stage; a move that is absent here is illegal. */
export const MOVES: readonly Move[] = [
  { kind: 'promote', from: 'None', to: 'Staging', gated: true, reasonRequired: false },
  { kind: 'promote', from: 'Staging', to: 'Production', gated: true, reasonRequired: false },
  {
    kind: 'promote',
    from: 'None',
    to: 'Production',
    gated: true,
    reasonRequired: false,
    condition: 'skip-staging-allowed',
  },
  { kind: 'demote', from: 'Production', to: 'Staging', gated: false, reasonRequired: true },
  { kind: 'demote', from: 'Staging', to: 'None', gated: false, reasonRequired: true },
  ...STAGES.filter((stage) => stage !== 'Archived').map(
    (from) => ({ kind: 'archive', from, to: 'Archived', gated: false, reasonRequired: true }) as const,
  ),
  { kind: 'restore', from: 'Archived', to: 'None', gated: false, reasonRequired: false },
  { kind: 'restore', from: 'Archived', to: 'Staging', gated: true, reasonRequired: false },
  {
    kind: 'rollback',
    from: 'Archived',
    to: 'Production',
    gated: true,
    reasonRequired: true,
    condition: 'held-production',
  },
  {
    kind: 'rollback',
    from: 'Staging',
    to: 'Production',
    gated: true,
    reasonRequired: true,
    condition: 'held-production',
  },
];

/** The legal move between two stages, or undefined; a rollback is found only when it is asked for. */
export function findMove(from: Stage, to: Stage, rollback: boolean): Move | undefined {
  return MOVES.find((move) => move.from === from && move.to === to && (move.kind === 'rollback') === rollback);
}

/** A promotion that passes the gates, or undefined for a move that is none. */
export function findOverride(from: Stage, to: Stage): Move | undefined {
  const move = findMove(from, to, false);
  return move?.kind === 'promote' ? { ...move, kind: 'override', reasonRequired: true } : undefined;
}

/** The move that another registry made, which may be one that is illegal here: then it takes the version down. */
export function mirroredMove(from: Stage, to: Stage): Move {
  const move = findMove(from, to, false) ?? findMove(from, to, true);
  return move ?? { kind: 'demote', from, to, gated: false, reasonRequired: false };
}

/** The stages that a version in this stage may be asked to move to, rollback aside. */
export function stagesReachableFrom(from: Stage): Stage[] {
  return MOVES.filter((move) => move.from === from && move.kind !== 'rollback').map((move) => move.to);
}

type MovePermission = Extract<
  Permission,
  'transition:request' | 'transition:archive' | 'transition:rollback' | 'transition:override'
>;

/** Permissions of which the caller of a move needs one: taking a version out of Production is the approver's alone. */
export function permissionsFor(move: Move): readonly [MovePermission, ...MovePermission[]] {
  if (move.kind === 'rollback') return ['transition:rollback'];
  if (move.kind === 'override') return ['transition:override'];
  if (move.from === 'Production') return ['transition:archive'];
  return move.kind === 'archive' ? ['transition:request', 'transition:archive'] : ['transition:request'];
}

/** The permission that a caller lacks for a move, or null when it holds one that allows it. */
export function missingPermission(move: Move, held: ReadonlySet<Permission>): MovePermission | null {
  const permissions = permissionsFor(move);
  return permissions.some((permission) => held.has(permission)) ? null : permissions[0];
}

/** A move that the lifecycle has but that is not made now; unlike an illegal one, it is recorded as a transition. */
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

/** Applied, awaiting approval or refused, for a legal move that the gates have judged. */
export function decideGatedMove(move: Move, facts: TransitionFacts, gates: GateFacts): Decision {
  const refusals = findRefusals(move, facts, gates);
  const refusal = refusals.find(({ code }) => code !== 'FROZEN');
  if (refusal) return refusal;
  if (!gates.approvalsComplete) return { outcome: 'awaiting_approval', detail: gates.approvalsMessage };
  return refusals[0] ?? { outcome: 'applied' };
}

/** All that refuses a legal move that the gates have judged; the first is what it ends with. */
export function findRefusals(move: Move, facts: TransitionFacts, gates: GateFacts): Refusal<'refused'>[] {
  const standstills = facts.standstill.map((standstill) => ({
    ...refused(standstill.code, standstill.detail),
    standstill,
  }));
  const refusals: Refusal<'refused'>[] = standstills.filter(({ code }) => code !== 'FROZEN');
  if (needsNewEvaluation(move, facts, gates)) {
    const detail = `${nameOf(facts)} was rolled back; it needs a new evaluation before it is promoted again.`;
    refusals.push(refused('NEW_EVALUATION_REQUIRED', detail));
  }
  if (gates.blocking && gates.verdict !== 'PASS' && !gates.isWaived)
    refusals.push(refused('GATES_REFUSED', gates.message));
  return [...refusals, ...standstills.filter(({ code }) => code === 'FROZEN')];
}

function needsNewEvaluation(move: Move, facts: TransitionFacts, gates: GateFacts): boolean {
  if ((move.kind !== 'promote' && move.kind !== 'override') || move.to !== 'Production' || facts.rolledBackAt === null)
    return false;
  return gates.challengerEvaluatedAt === null || gates.challengerEvaluatedAt <= facts.rolledBackAt;
}

/** A move that is turned down, for a reason. */
export function refused(code: RefusalCode, detail: string): Refusal<'refused'> {
  return { outcome: 'refused', code, detail };
}

/** A version in a sentence. */
function nameOf({ model, version }: TransitionFacts): string {
  return `Version ${version} of '${model}'`;
}

/** The version in Production in a sentence. */
export function incumbentName(version: number | null): string {
  return version === null ? 'no version' : `version ${version}`;
}
