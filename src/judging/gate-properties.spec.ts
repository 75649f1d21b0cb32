import fc from 'fast-check';
import {
  METRICS,
  anyRules,
  build,
  deletions,
  given,
  pairedRule,
  pointRules,
  rules,
  tables,
  values,
} from '../../test/support/judging/gate-arbitraries.js';
import { evidence, measure, NOW, policy } from '../../test/support/judging/gate-builders.js';
import { evaluateGates } from './evaluate-gates.js';
import { type EvaluationEvidence, type GateEvidence } from './evidence/gate-evidence.js';
import { RULE_TABLE } from './kinds/rule-kinds.js';
import { isQualityRule } from './kinds/rule-table.js';
import { buildGateReport } from './gate-report.js';
import { gatePolicyDigest, parseGatePolicy } from './policy/parse-gate-policy.js';
import { severity } from './verdict/verdict.js';

const judge = (document: unknown, of: GateEvidence) => evaluateGates(policy(document), of, NOW);
const runs = { numRuns: 300 };

describe('the properties of gates.md §1.5', () => {
  it('(1) the order of rules, measures and evaluations changes nothing', () => {
    fc.assert(
      fc.property(anyRules, given, (all, of) => {
        const turned: GateEvidence = {
          ...of,
          challengerEvaluations: of.challengerEvaluations.map((one) => ({
            ...one,
            measures: one.measures.toReversed(),
            paired: one.paired.toReversed(),
          })),
        };
        const report = (document: { rules: object[] }, on: GateEvidence) =>
          buildGateReport(on, judge(document, on), gatePolicyDigest(policy(document))).digest;
        expect(report({ rules: all.toReversed() }, turned)).toBe(report({ rules: all }, of));
      }),
      runs,
    );
  });

  it('(2) another blocking rule never improves the verdict', () => {
    fc.assert(
      fc.property(anyRules, anyRules, given, (some, more, of) => {
        const before = judge({ rules: some }, of);
        const judged = before.rules.some(({ status }) => status !== 'SKIPPED');
        fc.pre(judged);
        const after = judge({ rules: [...some, ...more.map((rule) => ({ ...rule, id: `more-${rule.id}` }))] }, of);
        expect(severity(after.verdict)).toBeLessThanOrEqual(severity(before.verdict));
      }),
      runs,
    );
  });

  it('(3) deleting any evidence never turns a refusal into a pass', () => {
    fc.assert(
      fc.property(anyRules, given, fc.constantFrom('block', 'warn'), (all, of, onInconclusive) => {
        const document = { rules: all, defaults: { onInconclusive } };
        fc.pre(judge(document, of).verdict !== 'PASS');
        for (const less of deletions(of)) expect(judge(document, less).verdict).not.toBe('PASS');
      }),
      runs,
    );
  });

  it('(4) a worse value never improves the verdict of point rules', () => {
    fc.assert(
      fc.property(pointRules, given, fc.nat(), fc.double({ min: 0, max: 0.5, noNaN: true }), (all, of, pick, by) => {
        const [own] = of.challengerEvaluations as [EvaluationEvidence];
        const at = pick % own.measures.length;
        const old = own.measures[at]!;
        const worse = old.metric === 'log_loss' ? old.value! + by : Math.max(0, old.value! - by);
        const after = {
          ...of,
          challengerEvaluations: [{ ...own, paired: [], measures: own.measures.with(at, { ...old, value: worse }) }],
        };
        expect(severity(judge({ rules: all }, after).verdict)).toBeLessThanOrEqual(
          severity(judge({ rules: all }, of).verdict),
        );
      }),
      runs,
    );
  });

  it('(4) one right example turned wrong never improves the verdict of paired rules', () => {
    fc.assert(
      fc.property(
        rules(pairedRule as fc.Arbitrary<{ at: object }>),
        tables,
        values,
        fc.constantFrom(1, 2),
        fc.constantFrom('111', '110', '000', '001'),
        (all, of, numbers, at, cell) => {
          fc.pre(of[at]![cell]! > 0);
          const wrong = `${cell[0]}${cell[1] === '1' ? '0' : '1'}${cell[2]}`;
          const move = (table: Record<string, number>) => ({
            ...table,
            [cell]: table[cell]! - 1,
            [wrong]: table[wrong]! + 1,
          });
          const worse = of.map((table, index) => (index === 0 || index === at ? move(table) : table));
          const verdict = (tablesOf: Record<string, number>[]) =>
            judge({ rules: all }, build({ tables: tablesOf, values: numbers, hasIncumbent: true })).verdict;
          expect(severity(verdict(worse))).toBeLessThanOrEqual(severity(verdict(of)));
        },
      ),
      runs,
    );
  });

  const mirrored = (sign: 1 | -1, scale: number) => (numbers: readonly number[]) =>
    judge(
      {
        metrics: { gain: { direction: sign === 1 ? 'higher' : 'lower', kind: 'scalar' } },
        rules: [
          { metric: 'gain', maxRegression: { abs: 0.01 * scale, rel: 0.05 } },
          sign === 1 ? { metric: 'gain', min: 0.5 * scale } : { metric: 'gain', max: -0.5 * scale },
        ],
      },
      evidence(
        [{ metric: 'gain', sliceKey: '{}', value: numbers[0]! * sign * scale, count: 1000 }],
        [{ metric: 'gain', sliceKey: '{}', value: numbers[1]! * sign * scale, count: 1000 }],
      ),
    ).verdict;

  it('(5) turning direction and values round changes no verdict, (6) nor does scaling values and margins', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0.001, 0.25, 3, 1000), (numbers, scale) => {
        const verdict = mirrored(1, 1)(numbers);
        expect(mirrored(-1, 1)(numbers)).toBe(verdict);
        expect(mirrored(1, scale)(numbers)).toBe(verdict);
      }),
      runs,
    );
  });

  it('(5) turning round changes no verdict on gaps either', () => {
    const gapped = (sign: 1 | -1, numbers: readonly number[], statistic: string, max: number, bound: string) => {
      const report = (three: readonly number[]) => {
        const [a, b, c] = three.map((number) => number * sign) as [number, number, number];
        const rest = { standardError: 0.01 };
        return [
          measure('gain', (a + b + c) / 3, {}, { ...rest, count: 3000 }),
          ...[a, b, c].map((number, at) => measure('gain', number, { group: 'abc'[at]! }, rest)),
        ];
      };
      return judge(
        {
          metrics: { gain: { direction: sign === 1 ? 'higher' : 'lower', kind: 'mean' } },
          rules: [
            { kind: 'slice_gap', metric: 'gain', slicesOf: ['group'], statistic, max, bound },
            { kind: 'slice_gap', metric: 'gain', slicesOf: ['group'], statistic, noWorseThanIncumbentBy: max },
            sign === 1 ? { metric: 'gain', min: -1 } : { metric: 'gain', max: 1 },
          ],
        },
        evidence(report(numbers.slice(0, 3)), report(numbers.slice(3, 6))),
      ).verdict;
    };
    fc.assert(
      fc.property(
        values,
        fc.constantFrom('difference', 'worst_vs_overall'),
        fc.constantFrom(0, 0.1, 0.3),
        fc.constantFrom('point', 'confidence'),
        (numbers, statistic, max, bound) => {
          expect(gapped(-1, numbers, statistic, max, bound)).toBe(gapped(1, numbers, statistic, max, bound));
        },
      ),
      runs,
    );
  });

  it('(7) replay gives the same bytes, (8) and a gated pass means that quality was judged', () => {
    fc.assert(
      fc.property(anyRules, given, (all, of) => {
        const parsed = policy({ rules: all });
        const outcome = evaluateGates(parsed, of, NOW);
        const replayed = evaluateGates(
          JSON.parse(JSON.stringify(parsed)),
          JSON.parse(JSON.stringify(of)),
          new Date(NOW),
        );
        expect(JSON.stringify(replayed)).toBe(JSON.stringify(outcome));
        const quality = new Set(
          parsed.stages.Production!.rules.filter((rule) => isQualityRule(rule, RULE_TABLE)).map(({ id }) => id),
        );
        const judged = outcome.rules.some(
          ({ id, status, enforcement }) => quality.has(id) && enforcement === 'block' && status === 'PASS',
        );
        expect(outcome.verdict !== 'PASS' || judged).toBe(true);
      }),
      runs,
    );
  });
});

describe('parsing is total', () => {
  it('whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        const parsed = parseGatePolicy(input);
        expect(parsed.ok || parsed.errors.length > 0).toBe(true);
      }),
      runs,
    );
  });

  it('and judging is too, whatever the numbers', () => {
    const wild = fc.oneof(
      fc.double(),
      fc.constant(null),
      fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE),
    );
    fc.assert(
      fc.property(anyRules, wild, wild, fc.oneof(fc.nat(), fc.constant(null)), (all, own, theirs, rows) => {
        const report = (number: number | null) =>
          METRICS.map((metric) => ({ metric, sliceKey: '{}', value: number, count: rows }));
        const outcome = judge({ rules: all }, evidence(report(own), report(theirs)));
        expect(outcome.rules.every(({ reasonCode }) => reasonCode !== 'JUDGEMENT_FAILED')).toBe(true);
        if (own === null || !Number.isFinite(own)) expect(outcome.verdict).not.toBe('PASS');
        expect(() => buildGateReport(evidence([], []), outcome, 'sha256:p')).not.toThrow();
      }),
      runs,
    );
  });
});
