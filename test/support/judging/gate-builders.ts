import {
  type EvaluationEvidence,
  type GateEvidence,
  type MeasureEvidence,
  type VersionFacts,
} from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import { REASON_CODES, type RuleKindName } from '../../../src/judging/kinds/rule-kinds.js';
import { type GateOutcome, type MeasureOutcome, type RuleOutcome } from '../../../src/judging/outcome/gate-outcome.js';
import { type GatePolicy } from '../../../src/judging/policy/gate-policy.js';
import { evaluateGates } from '../../../src/judging/evaluate-gates.js';
import { parseGatePolicy } from '../../../src/judging/policy/parse-gate-policy.js';
import { sliceKey, type SliceValue } from '../../../src/judging/evidence/slice-key.js';

export const NOW = new Date('2026-11-20T12:00:00.000Z');

/** One measure: `measure('f1', 0.6, { sex: 'Female' })`. */
export function measure(
  metric: string,
  value: number | null,
  slice: Record<string, SliceValue> = {},
  rest: Partial<MeasureEvidence> = {},
): MeasureEvidence {
  return { metric, value, sliceKey: sliceKey(slice), count: 1000, ...rest };
}

/** A complete evaluation on one dataset version. */
export function evaluation(
  version: number,
  measures: readonly MeasureEvidence[],
  rest: Partial<EvaluationEvidence> = {},
): EvaluationEvidence {
  return {
    id: `evaluation-${version}`,
    version,
    status: 'COMPLETE',
    dataset: { name: 'holdout', version: '1', digest: 'sha256:d1', split: 'test' },
    evaluator: 'test',
    evaluatedAt: '2026-11-20T10:00:00.000Z',
    createdAt: '2026-11-20T10:00:00.000Z',
    measures,
    paired: [] as PairedEvidence[],
    ...rest,
  };
}

/** The facts of a version with its own artifact. */
export function version(number: number, rest: Partial<VersionFacts> = {}): VersionFacts {
  return {
    version: number,
    artifactDigest: `sha256:artifact-${number}`,
    createdAt: '2026-11-01T00:00:00.000Z',
    runId: `run-${number}`,
    gitCommit: null,
    dataset: { name: 'training', version: '1' },
    ...rest,
  };
}

/** Evidence for version 2 against version 1. */
export function evidence(
  challenger: readonly MeasureEvidence[],
  incumbent: readonly MeasureEvidence[] | null,
  rest: Partial<GateEvidence> = {},
): GateEvidence {
  return {
    model: 'credit',
    toStage: 'Production',
    challenger: version(2),
    incumbent: incumbent === null ? null : version(1),
    challengerEvaluations: [evaluation(2, challenger)],
    incumbentEvaluations: incumbent === null ? [] : [evaluation(1, incumbent)],
    ...rest,
  };
}

/** A policy that must parse. */
export function policy(document: unknown): GatePolicy {
  const parsed = parseGatePolicy(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors, null, 2));
  return parsed.policy;
}

/** Judges evidence by a policy document; every reason in the outcome has to end something as it is declared to. */
export function judge(document: unknown, given: GateEvidence): GateOutcome<RuleKindName> {
  const outcome = evaluateGates(policy(document), given, NOW);
  const undeclared = undeclaredEndings(outcome);
  if (undeclared.length > 0) throw new Error(undeclared.join('\n'));
  return outcome;
}

/** Where an outcome ends for a reason that is not declared to end anything so. */
export function undeclaredEndings({ rules, blockers, warnings }: GateOutcome): string[] {
  const everyRule = (all: readonly RuleOutcome[]): RuleOutcome[] =>
    all.flatMap((rule) => [rule, ...everyRule(rule.rules ?? [])]);
  const ended = [...everyRule(rules), ...everyRule(rules).flatMap(({ measures }) => measures), ...blockers];
  return [
    ...ended.filter(({ reasonCode, status }) => REASON_CODES[reasonCode]?.ends.includes(status) !== true),
    ...warnings.filter(({ code }) => REASON_CODES[code] === undefined),
  ].map((end) => `This is not declared in REASON_CODES: ${JSON.stringify(end)}`);
}

/** The only measure of the only rule. */
export function onlyMeasure(outcome: GateOutcome): MeasureOutcome {
  const measures = outcome.rules.flatMap((rule) => rule.measures);
  if (measures.length !== 1) throw new Error(`expected one measure, found ${measures.length}`);
  return measures[0]!;
}

/** Two models on n rows by accuracy: rows only the challenger gets right, rows only the incumbent does, rows both do. */
export function pairedAccuracy(
  rows: { wins: number; losses: number; n: number; bothRight?: number },
  slice: Record<string, SliceValue> = {},
): { own: MeasureEvidence; theirs: MeasureEvidence; paired: PairedEvidence } {
  const { wins, losses, n, bothRight = Math.round((n - wins - losses) * 0.9) } = rows;
  const counts = { '110': wins, '101': losses, '111': bothRight, '100': n - wins - losses - bothRight };
  return {
    own: measure('accuracy', (wins + bothRight) / n, slice, { count: n }),
    theirs: measure('accuracy', (losses + bothRight) / n, slice, { count: n }),
    paired: { incumbentVersion: 1, sliceKey: sliceKey(slice), kind: 'binary8', counts },
  };
}

/** Evidence for version 2 against version 1 from paired slices. */
export function pairedEvidence(
  slices: readonly ReturnType<typeof pairedAccuracy>[],
  rest: Partial<GateEvidence> = {},
): GateEvidence {
  const own = evaluation(
    2,
    slices.map((slice) => slice.own),
    { paired: slices.map((slice) => slice.paired) },
  );
  const theirs = evaluation(
    1,
    slices.map((slice) => slice.theirs),
  );
  return evidence([], [], { challengerEvaluations: [own], incumbentEvaluations: [theirs], ...rest });
}
