import { type Stage } from '../../registry/models/stage.js';
import { type OverridePolicy } from '../../judging/policy/override-policy.js';
import { type Move } from './move.js';
import { type BypassedBlocker } from './safeguards/override.js';
import { type Standstill, STANDSTILL_CODES, type StandstillCode } from './safeguards/standstill.js';

export const TRANSITION_STATUSES = [
  'applied',
  'refused',
  'awaiting_approval',
  'rejected',
  'cancelled',
  'stale',
] as const;

export type TransitionStatus = (typeof TRANSITION_STATUSES)[number];

/** The status of a transition that has its outcome. */
export type SettledStatus = Exclude<TransitionStatus, 'awaiting_approval'>;

/** What a caller asks for. */
export interface TransitionDemand {
  toStage: Stage;
  isRollback: boolean;
  reason: string | null;
  /** The incumbent the caller believes in; undefined when it does not say, null for none. */
  expectedIncumbent?: number | null;
  allowEmptyProduction: boolean;
  /** Passes the gates in an emergency; absent for every other demand. */
  override?: { ticket: string | null };
}

/** What is true of the version and its model when the demand is judged. */
export interface TransitionFacts {
  model: string;
  version: number;
  fromStage: Stage;
  incumbent: number | null;
  quarantineReason: string | null;
  hasHeldProduction: boolean;
  /** When a rollback last displaced the version. */
  rolledBackAt: Date | null;
  skipStagingAllowed: boolean;
  /** What keeps the model as it is now, for a move of this kind. */
  standstill: readonly Standstill[];
  /** What the policy says of emergencies. */
  override: OverridePolicy;
}

/** What the gates said, for moves that they judge. */
export interface GateFacts {
  verdict: string;
  message: string;
  /** Whether every rule that is inconclusive is waived, and nothing else stands in the way. */
  isWaived: boolean;
  /** False for a rollback whose policy does not ask for gates. */
  blocking: boolean;
  challengerEvaluatedAt: Date | null;
  approvalsComplete: boolean;
  approvalsMessage: string;
  /** Of an emergency: what nobody gets past, and approvals that it does without. */
  unpassable?: readonly BypassedBlocker[];
  spared?: readonly BypassedBlocker[];
}

/** Every code that a demand can end with instead of being applied. */
export const REFUSAL_CODES = [
  'ILLEGAL_TRANSITION',
  'NEVER_IN_PRODUCTION',
  'REASON_REQUIRED',
  'PRODUCTION_WOULD_BE_EMPTY',
  'VERSION_QUARANTINED',
  'NEW_EVALUATION_REQUIRED',
  'GATES_REFUSED',
  'STALE_INCUMBENT',
  'STALE_STAGE',
  'STALE_POLICY',
  'STALE_EVIDENCE',
  'ARTIFACT_DIGEST_MISMATCH',
  ...STANDSTILL_CODES,
  'REASON_TOO_SHORT',
  'TICKET_REQUIRED',
  'OVERRIDE_DISABLED',
  'OVERRIDE_NOT_NEEDED',
  'NOT_OVERRIDABLE',
  'REQUEST_EXPIRED',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal<Outcome extends 'illegal' | 'refused' | 'stale' = 'illegal' | 'refused' | 'stale'> {
  outcome: Outcome;
  code: RefusalCode;
  detail: string;
  /** What keeps the model as it is, where that is the reason. */
  standstill?: Standstill;
}

/** What becomes of a move; each outcome is the status of its transition. */
export type Decision =
  | { outcome: 'applied' }
  /** With a code, an approval that would be enough is not taken now. */
  | { outcome: 'awaiting_approval'; code?: StandstillCode; detail: string }
  | Refusal<'refused' | 'stale'>;

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

/** What a request was pinned to, compared again before it is applied. */
export interface Pins {
  fromStage: Stage;
  incumbent: number | null;
  generation: number;
  policyDigest: string | null;
  evidenceDigest: string | null;
  artifactDigest: string | null;
}

/** The first pin that no longer holds, or null when the ground is as it was. */
export function findStalePin(pinned: Pins, current: Pins): Refusal<'stale'> | null {
  return findStalePins(pinned, current)[0] ?? null;
}

/** Every pin that no longer holds; the first is what a decision ends with. */
export function findStalePins(pinned: Pins, current: Pins): Refusal<'stale'>[] {
  return PIN_NAMES.filter((pin) => !holds(pin, pinned, current)).map((pin) => {
    const { code, detail } = STALE[pin](pinned, current);
    return { outcome: 'stale', code, detail };
  });
}

/** What a request is pinned to, in the order that it is compared in. */
export const PIN_NAMES = ['incumbent', 'stage', 'policy', 'evidence', 'artifact'] as const;

export type PinName = (typeof PIN_NAMES)[number];

/** The value of a pin as text; null for none. */
export function pinValue(pin: PinName, pins: Pins): string | null {
  const values: Record<PinName, string | null> = {
    incumbent: pins.incumbent === null ? null : String(pins.incumbent),
    stage: pins.fromStage,
    policy: pins.policyDigest,
    evidence: pins.evidenceDigest,
    artifact: pins.artifactDigest,
  };
  return values[pin];
}

/** An incumbent that went and came back is another one, as its generation says. */
export function holds(pin: PinName, pinned: Pins, current: Pins): boolean {
  if (pin === 'incumbent' && pinned.generation !== current.generation) return false;
  return pinValue(pin, pinned) === pinValue(pin, current);
}

const STALE: Record<PinName, (pinned: Pins, current: Pins) => { code: RefusalCode; detail: string }> = {
  incumbent: (_pinned, { incumbent }) => ({
    code: 'STALE_INCUMBENT',
    detail: `Production changed since the request: it holds ${incumbentName(incumbent)} now. Ask again to be judged anew.`,
  }),
  stage: (pinned, current) => ({
    code: 'STALE_STAGE',
    detail: `The version moved from ${pinned.fromStage} to ${current.fromStage} since the request.`,
  }),
  policy: () => ({
    code: 'STALE_POLICY',
    detail: 'The gate policy changed since the request. Ask again to be judged by the new one.',
  }),
  evidence: () => ({
    code: 'STALE_EVIDENCE',
    detail: 'There is newer evidence than the request was judged on. Ask again to be judged on it.',
  }),
  artifact: () => ({
    code: 'ARTIFACT_DIGEST_MISMATCH',
    detail: 'The artifact digest is not the one the request was judged with.',
  }),
};

/** A move that is turned down, for a reason. */
export function refused(code: RefusalCode, detail: string): Refusal<'refused'> {
  return { outcome: 'refused', code, detail };
}

/** A version in a sentence. */
export function nameOf({ model, version }: TransitionFacts): string {
  return `Version ${version} of '${model}'`;
}

/** The version in Production in a sentence. */
export function incumbentName(version: number | null): string {
  return version === null ? 'no version' : `version ${version}`;
}
