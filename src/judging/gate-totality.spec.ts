import fc from 'fast-check';
import { deletions } from '../../test/support/judging/gate-arbitraries.js';
import { declared, INVENTORY, wideEvidence, wideRules } from '../../test/support/judging/wide-arbitraries.js';
import { NOW, undeclaredEndings } from '../../test/support/judging/gate-builders.js';
import { type GateEvidence } from './evidence/gate-evidence.js';
import { type GateOutcome, type RuleOutcome } from './outcome/gate-outcome.js';
import { type Slice } from './evidence/slice-key.js';
import { type GatePolicy } from './policy/gate-policy.js';
import { parseGatePolicy } from './policy/parse-gate-policy.js';
import { evaluateGates } from './evaluate-gates.js';
import { gateReportMarkdown } from '../promotion/gates/gate-report-markdown.js';
import { buildGateReport } from './gate-report.js';

const runs = { numRuns: 1_000 };

/** The policies among what is drawn, on anything. */
function everyPolicy(check: (policy: GatePolicy, given: GateEvidence) => void): void {
  let judged = 0;
  fc.assert(
    fc.property(declared, wideRules, wideEvidence, (metrics, rules, given) => {
      const floor = { id: 'floor', metric: 'accuracy', min: 0.1 };
      const valid = rules.filter((rule) => parseGatePolicy({ metrics, rules: [rule, floor] }).ok);
      const parsed = parseGatePolicy({ metrics, rules: [...valid, floor] });
      if (!parsed.ok || valid.length === 0) return;
      judged += 1;
      check(parsed.policy, given);
    }),
    runs,
  );
  expect(judged).toBeGreaterThan(runs.numRuns / 4);
}

function everyRule(rules: readonly RuleOutcome[]): RuleOutcome[] {
  return rules.flatMap((rule) => [rule, ...everyRule(rule.rules ?? [])]);
}

function messagesOf({ message, rules }: GateOutcome): string[] {
  const told = ({ message: text, remediation = '' }: { message: string; remediation?: string }) => [text, remediation];
  return [message, ...everyRule(rules).flatMap((rule) => [...told(rule), ...rule.measures.flatMap(told)])];
}

/** Where a judgement holds a number that JSON cannot, with the message of the measure. */
function oddNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => oddNumbers(inner, `${path}/${name}`));
}

it('every policy that is accepted can be judged, whatever the evidence', () => {
  everyPolicy((policy, given) => {
    const outcome = evaluateGates(policy, given, NOW);
    const failed = everyRule(outcome.rules).filter(({ reasonCode }) => reasonCode === 'JUDGEMENT_FAILED');
    expect(failed.map(({ message }) => message)).toEqual([]);
    expect(oddNumbers(outcome)).toEqual([]);
    expect(undeclaredEndings(outcome)).toEqual([]);
    const { content } = buildGateReport(given, outcome, 'sha256:0');
    expect(gateReportMarkdown(content)).not.toMatch(/NaN(?!\.)|Infinity|\[object/);
    expect(messagesOf(outcome).filter((message) => /NaN(?!\.)|Infinity|\[object/.test(message))).toEqual([]);
  });
});

const BY_SEX: Slice[] = [{}, { sex: 'F' }, { sex: 'M' }, { sex: 'X' }];

it('where the slices are registered, deleting any evidence never turns a refusal into a pass', () => {
  everyPolicy((policy, given) => {
    const rules = policy.stages.Production!.rules;
    if (JSON.stringify(rules).includes('region')) return;
    const registered = { ...given, inventories: [INVENTORY] };
    if (evaluateGates(policy, registered, NOW).verdict === 'PASS') return;
    for (const less of deletions(registered, BY_SEX)) expect(evaluateGates(policy, less, NOW).verdict).not.toBe('PASS');
  });
});
