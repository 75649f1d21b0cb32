import fc from 'fast-check';
import {
  type EvaluationEvidence,
  type GateEvidence,
  type MeasureEvidence,
} from '../../../src/judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../../src/judging/evidence/paired-kinds.js';
import { type Slice, sliceKey } from '../../../src/judging/evidence/slice-key.js';
import { evaluation, evidence } from './gate-builders.js';

export const SLICES: readonly Slice[] = [{}, { sex: 'Female' }, { sex: 'Male' }];
export const METRICS = ['accuracy', 'log_loss', 'f1'] as const;

const value = fc.oneof(fc.constantFrom(0.5, 0.7, 0.71, 0.72, 0.8, 0.9), fc.double({ min: 0, max: 1, noNaN: true }));
const count = fc.constantFrom(1000, 1000, 1000, 50);
const limit = fc.constantFrom(0.4, 0.6, 0.7, 0.8);
const margin = fc.constantFrom(0.01, 0.05, 0.2);
const place = fc.constantFrom(
  {},
  { slices: [{ sex: 'Female' }] },
  { slicesOf: ['sex'], maxUntestedShare: 0.5 },
  { slices: [{ sex: 'Male' }], includeOverall: true },
);
const pointRule = fc.oneof(
  fc.record({ metric: fc.constantFrom('accuracy', 'f1'), min: limit, at: place }),
  fc.record({ metric: fc.constantFrom(...METRICS), maxRegression: margin, at: place }),
);
export const pairedRule = fc.record({
  kind: fc.constant('regression'),
  metric: fc.constant('accuracy'),
  mode: fc.constantFrom('non_inferiority', 'no_detected_regression', 'superiority'),
  margin,
  minEvidence: fc.constant('paired'),
  at: place,
});
export const rules = (rule: fc.Arbitrary<{ at: object }>) =>
  fc
    .uniqueArray(rule, { minLength: 1, maxLength: 5, selector: (one) => JSON.stringify(one) })
    .map((all) => all.map(({ at, ...one }, index) => ({ id: `r${index}`, ...one, ...at })));

/** Two reports with a table of both models on each slice, consistent with each other. */
export const tables = fc
  .oneof(fc.constant(15), fc.constant(400))
  .chain((max) => fc.array(fc.nat({ max }), { minLength: 16, maxLength: 16 }))
  .map((cells) => {
    const [female, male] = [tableOf(cells.slice(0, 8)), tableOf(cells.slice(8))];
    const whole = Object.fromEntries(Object.keys(female).map((cell) => [cell, female[cell]! + male[cell]!]));
    return [whole, female, male];
  });
export const values = fc.array(value, { minLength: 12, maxLength: 12 });
export const given = fc.record({ tables, values, count, hasIncumbent: fc.boolean() }).map((parts) => build(parts));

function tableOf(cells: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    ['000', '001', '010', '011', '100', '101', '110', '111'].map((cell, at) => [cell, cells[at]! + (at === 7 ? 1 : 0)]),
  );
}

function accuracyOf(table: Record<string, number>, position: 1 | 2): { value: number; count: number } {
  const rows = Object.entries(table);
  const total = rows.reduce((sum, [, n]) => sum + n, 0);
  return {
    value: rows.reduce((sum, [cell, n]) => sum + (cell[0] === cell[position] ? n : 0), 0) / total,
    count: total,
  };
}

export function build(parts: {
  tables: Record<string, number>[];
  values: number[];
  hasIncumbent: boolean;
}): GateEvidence {
  const report = (position: 1 | 2): MeasureEvidence[] =>
    SLICES.flatMap((slice, at) => {
      const accuracy = accuracyOf(parts.tables[at]!, position);
      const others = (['log_loss', 'f1'] as const).map((metric, offset) => ({
        metric,
        value: parts.values[(position - 1) * 6 + at * 2 + offset]!,
        count: accuracy.count,
      }));
      return [{ metric: 'accuracy', ...accuracy }, ...others].map((measure) => ({
        ...measure,
        sliceKey: sliceKey(slice),
      }));
    });
  const paired: PairedEvidence[] = SLICES.map((slice, at) => ({
    incumbentVersion: 1,
    sliceKey: sliceKey(slice),
    kind: 'binary8',
    counts: parts.tables[at]!,
  }));
  return evidence([], parts.hasIncumbent ? [] : null, {
    challengerEvaluations: [evaluation(2, report(1), { paired: parts.hasIncumbent ? paired : [] })],
    incumbentEvaluations: parts.hasIncumbent ? [evaluation(1, report(2))] : [],
    inventories: [inventoryOf(parts.tables)],
  });
}

function inventoryOf([, female, male]: Record<string, number>[]) {
  const rows = (table: Record<string, number>) => Object.values(table).reduce((sum, n) => sum + n, 0);
  return { dataset: evaluation(1, []).dataset, features: { sex: { Female: rows(female!), Male: rows(male!) } } };
}

export const anyRules = rules(fc.oneof(pointRule, pairedRule));
export const pointRules = rules(pointRule);
/** Every way to take one thing away from the evidence, and a slice or its counts from both reports at once. */
export function deletions(of: GateEvidence, slices: readonly Slice[] = SLICES): GateEvidence[] {
  const everywhere = (change: (measures: readonly MeasureEvidence[]) => MeasureEvidence[]): GateEvidence => {
    const changed = (all: readonly EvaluationEvidence[]) =>
      all.map((one) => ({ ...one, measures: change(one.measures) }));
    return {
      ...of,
      challengerEvaluations: changed(of.challengerEvaluations),
      incumbentEvaluations: changed(of.incumbentEvaluations),
    };
  };
  const together = slices
    .map((slice) => sliceKey(slice))
    .flatMap((key) => [
      everywhere((measures) => measures.filter((measure) => measure.sliceKey !== key)),
      everywhere((measures) =>
        measures.map((measure) => (measure.sliceKey === key ? { ...measure, count: null } : measure)),
      ),
    ]);
  return [...together, ...singleDeletions(of)];
}

function singleDeletions(of: GateEvidence): GateEvidence[] {
  const sides = ['challengerEvaluations', 'incumbentEvaluations'] as const;
  return sides.flatMap((side) => {
    const put = (evaluations: EvaluationEvidence[]): GateEvidence => ({ ...of, [side]: evaluations });
    return of[side].flatMap((one, at) => [
      put(of[side].filter((_, index) => index !== at)),
      ...one.measures.map((_, gone) =>
        put(of[side].with(at, { ...one, measures: one.measures.filter((__, index) => index !== gone) })),
      ),
      ...one.measures.map((measure, gone) =>
        put(of[side].with(at, { ...one, measures: one.measures.with(gone, { ...measure, count: null }) })),
      ),
      ...one.paired.map((_, gone) =>
        put(of[side].with(at, { ...one, paired: one.paired.filter((__, index) => index !== gone) })),
      ),
    ]);
  });
}
