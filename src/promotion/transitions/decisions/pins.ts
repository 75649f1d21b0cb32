import { type Stage } from '../../../values/stage.js';
import { incumbentName } from '../lifecycle.js';
import { type Refusal, type RefusalCode, type StageChange } from '../stage-change.js';
import { type TransitionRow } from '../transition-row.js';

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

/** What of a judgement is pinned. */
interface PinnedJudgement {
  policyDigest: string;
  evidenceDigest: string;
}

/** What the caller's transaction sees now, to be compared with what a request was pinned to. */
export function pinsOf({ model, row, production }: StageChange, judged: PinnedJudgement | null): Pins {
  return {
    fromStage: row.stage,
    incumbent: production?.version ?? null,
    generation: model.generation,
    policyDigest: judged?.policyDigest ?? null,
    evidenceDigest: judged?.evidenceDigest ?? null,
    artifactDigest: row.artifactDigest,
  };
}

/** What a request was pinned to when it was made. */
export function pinsOfRow(row: TransitionRow): Pins {
  return {
    fromStage: row.fromStage,
    incumbent: row.pinnedIncumbent,
    generation: row.pinnedGeneration,
    policyDigest: row.pinnedPolicyDigest,
    evidenceDigest: row.pinnedEvidenceDigest,
    artifactDigest: row.pinnedArtifactDigest,
  };
}
