import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { challengerEvidence } from '../../src/judging/context/rule-context.js';
import { evaluateGates } from '../../src/judging/evaluate-gates.js';
import { evidenceNeeds } from '../../src/judging/evidence-needs.js';
import { baseOf, kindId } from '../../src/judging/kinds/rule-base.js';
import { ruleFields } from '../../src/judging/kinds/rule-fields.js';
import { type RuleBase, type RuleKind, ruleFault } from '../../src/judging/kinds/rule-kind.js';
import { RULE_TABLE, ruleTable, SINGLE_KINDS } from '../../src/judging/kinds/rule-kinds.js';
import { qualityKinds, type RuleTable } from '../../src/judging/kinds/rule-table.js';
import { atLeast } from '../../src/judging/kinds/tightening.js';
import { concludeMeasure, emptyMeasure, faultyMeasure } from '../../src/judging/outcome/measure-outcome.js';
import { composeGatePolicies } from '../../src/judging/policy/compose-gate-policies.js';
import { gatePolicyJsonSchema } from '../../src/judging/policy/gate-policy-json-schema.js';
import { parsePolicyOf } from '../../src/judging/policy/parse-gate-policy.js';
import { codesOf, type Reasons } from '../../src/judging/verdict/reasons.js';
import { evaluation, evidence, measure, NOW } from '../support/judging/gate-builders.js';
import { RULE_ARBITRARIES } from '../support/judging/rule-arbitraries.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs/gates.md'), 'utf8');
const { schemas } = JSON.parse(readFileSync(join(ROOT, 'openapi/openapi.json'), 'utf8')).components;
const FLOOR = { id: 'floor', metric: 'accuracy', min: 0.1 };
const DECLARED = { m: { direction: 'higher', kind: 'mean' }, n: { direction: 'lower', kind: 'mean' } };

/** What a kind still lacks of all that belongs to one, in a word each. */
function lackingOf({ kind, schema, reasons }: RuleKind, table: RuleTable): string[] {
  const accepted = (rule: object): boolean => {
    const parsed = parsePolicyOf(table, { metrics: DECLARED, rules: [{ id: 'drawn', ...rule }, FLOOR] });
    return parsed.ok && parsed.policy.stages.Production!.rules.some((one) => one.kind === kind);
  };
  const [, section = ''] = PAGE.split(`\n### \`${kind}\`\n`);
  const example = /```json\n([^`]+)```/.exec(section.split('\n## ')[0]!.split('\n### ')[0]!)?.[1];
  const drawn = Object.entries(RULE_ARBITRARIES).find(([of]) => of === kind)?.[1].arbitrary;
  const complete: [string, boolean][] = [
    ['strict schema', isStrict(schema, kind)],
    ['section on the page of gates', example !== undefined && accepted(JSON.parse(example))],
    ['row on the page of gates', PAGE.split('\n## Rule kinds\n')[1]!.split('\n### ')[0]!.includes(`\n| \`${kind}\` `)],
    ['reasons on the page of gates', Object.keys(reasons).every((code) => PAGE.includes(`\n| \`${code}\` `))],
    ['arbitrary', drawn !== undefined && fc.sample(drawn, { numRuns: 300, seed: 1 }).some(accepted)],
    ['place in the enum of the API', schemas.RuleKind.enum.includes(kind)],
    ['schema in the API', isMember(schemas.GateRule, schema)],
  ];
  return complete.filter(([, has]) => !has).map(([what]) => what);
}

/** Whether a union of the API document names the schema. */
function isMember({ oneOf }: { oneOf: { $ref: string }[] }, schema: z.ZodObject): boolean {
  return oneOf.some(({ $ref }) => $ref === `#/components/schemas/${schema.meta()?.id}`);
}

/** A schema that refuses what it does not know, tells its kind, and has a name in the API document. */
function isStrict(schema: z.ZodObject, kind: string): boolean {
  const unknown = schema.safeParse({ kind, anythingElse: true }).error?.issues ?? [];
  const refusesUnknown = unknown.some(({ code }) => code === 'unrecognized_keys');
  const tells = unknown.every(({ path }) => path[0] !== 'kind') && !schema.safeParse({ kind: 'other' }).success;
  return refusesUnknown && tells && schema.meta()?.id !== undefined && schema.meta()?.description !== undefined;
}

it.each(RULE_TABLE.kinds.map((kind) => [kind.kind, kind] as const))('%s has all that belongs to a kind', (_, kind) => {
  expect(lackingOf(kind, RULE_TABLE)).toEqual([]);
});

it('the page of gates says which kinds judge quality', () => {
  const named = qualityKinds(RULE_TABLE).map((kind) => `\`${kind}\``);
  expect(PAGE.replaceAll(/\s+/g, ' ')).toContain(`one that judged quality (${named.join(', ')};`);
});

describe('a kind made by the recipe', () => {
  const REASONS = {
    ENOUGH_ROWS: { ends: ['PASS'], meaning: 'the evaluation has rows enough' },
    TOO_FEW_ROWS: { ends: ['FAIL'], meaning: 'it has too few', remedy: 'measure on more' },
  } as const satisfies Reasons;
  const CODES = codesOf(REASONS);
  const schema = z
    .strictObject({
      kind: z.literal('sample_size').describe('Asks for rows.'),
      minRows: z.int().min(0).describe('Fewest rows of the evaluation.'),
      ...ruleFields,
    })
    .meta({ id: 'SampleSizeRule', description: 'The evaluation must rest on enough rows.' });
  interface SampleSizeRule extends RuleBase {
    kind: 'sample_size';
    minRows: number;
  }
  const SAMPLE_SIZE: RuleKind<typeof schema, SampleSizeRule> = {
    kind: 'sample_size',
    schema,
    judgesQuality: true,
    reasons: REASONS,
    expand: (document, defaults) => [{ ...baseOf(document, defaults), kind: 'sample_size', minRows: document.minRows }],
    faults: ({ minRows }) => (minRows > 0 ? [] : [ruleFault('minRows', 'LIMIT_MISSING', 'It asks for nothing.')]),
    idParts: (rule) => [...kindId(rule), String(rule.minRows)],
    needs: () => ['holdoutUses'],
    tighter: () => ({ minRows: atLeast }),
    evaluate: ({ minRows, dataset }, context) => {
      const base = emptyMeasure('rows', {});
      const { index, fault } = challengerEvidence(context, dataset);
      if (fault !== undefined) return { measures: [faultyMeasure(base, fault)] };
      const rows = index.rows('{}') ?? 0;
      const [status, code] =
        rows >= minRows ? (['PASS', CODES.ENOUGH_ROWS] as const) : (['FAIL', CODES.TOO_FEW_ROWS] as const);
      return { measures: [concludeMeasure(base, status, code, `${rows} rows.`)] };
    },
  };
  const table = ruleTable([...SINGLE_KINDS, SAMPLE_SIZE]);
  const rule = { kind: 'sample_size', minRows: 500 };
  const given = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
  const policyOf = (...rules: object[]) => {
    const parsed = parsePolicyOf(table, { rules });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.policy;
  };
  const judged = (...rules: object[]) => evaluateGates(policyOf(...rules), given, NOW, table);

  it('is a rule that a policy may rest on alone, and passes alone', () => {
    expect(judged(rule)).toMatchObject({
      verdict: 'PASS',
      gated: true,
      blockers: [],
      rules: [{ id: 'sample-size-500', kind: 'sample_size', status: 'PASS', reasonCode: 'ENOUGH_ROWS' }],
    });
    expect(judged({ ...rule, minRows: 5000 })).toMatchObject({
      verdict: 'FAIL',
      rules: [{ reasonCode: 'TOO_FEW_ROWS' }],
    });
    const unmeasured = { ...given, challengerEvaluations: [evaluation(2, [], { status: 'RUNNING' as const })] };
    expect(evaluateGates(policyOf(rule), unmeasured, NOW, table).verdict).toBe('ERROR');
  });

  it('is not known where the table lacks it', () => {
    expect(parsePolicyOf(RULE_TABLE, { rules: [rule] })).toMatchObject({ errors: [{ code: 'UNKNOWN_RULE_KIND' }] });
    expect(evaluateGates(policyOf(rule), given, NOW)).toMatchObject({
      verdict: 'ERROR',
      rules: [{ reasonCode: 'JUDGEMENT_FAILED' }],
    });
  });

  it('without the word for it judges no quality, when it is saved and when it is judged', () => {
    const silent = ruleTable([...SINGLE_KINDS, { ...SAMPLE_SIZE, judgesQuality: false }]);
    const refused = parsePolicyOf(silent, { rules: [rule] });
    expect(refused).toMatchObject({ errors: [{ code: 'NO_QUALITY_RULE' }] });
    expect(evaluateGates(policyOf(rule), given, NOW, silent)).toMatchObject({
      verdict: 'INCONCLUSIVE',
      blockers: [{ reasonCode: 'NO_QUALITY_RULE' }],
    });
  });

  it('stands in groups, where it judges quality as well', () => {
    const group = { kind: 'group', atLeast: 1, rules: [rule, { kind: 'soak', minDuration: 'P1D' }] };
    expect(judged(group)).toMatchObject({
      verdict: 'PASS',
      rules: [
        {
          kind: 'group',
          rules: [
            { id: 'soak', status: 'FAIL' },
            { id: 'sample-size-500', status: 'PASS' },
          ],
        },
      ],
    });
  });

  it('has its faults found, its fields known, its evidence loaded, and its tightening held', () => {
    const errorsOf = (faulty: object) => parsePolicyOf(table, { rules: [{ ...rule, ...faulty }] });
    expect(errorsOf({ minRows: 0 })).toMatchObject({
      errors: [{ pointer: '/rules/0/minRows', code: 'LIMIT_MISSING' }],
    });
    expect(errorsOf({ minRow: 9 })).toMatchObject({ errors: [{ detail: expect.stringContaining('"minRows"') }] });
    expect(evidenceNeeds(policyOf(rule), 'Production', table)).toEqual({
      inventories: false,
      holdoutUses: true,
      signatures: false,
    });
    const same = { id: 'size', ...rule };
    const composed = (minRows: number) => composeGatePolicies(policyOf(same), policyOf({ ...same, minRows }), table);
    expect(composed(600)).toMatchObject({ ok: true });
    expect(composed(400)).toMatchObject({ errors: [{ pointer: '/stages/Production/rules/size/minRows' }] });
  });

  it('is part of the schema of policies', () => {
    const { GateRule: rules } = gatePolicyJsonSchema(table).$defs as { GateRule: { oneOf: object[] } };
    expect(rules.oneOf).toContainEqual({ $ref: '#/$defs/SampleSizeRule' });
  });

  it('is found out as long as its page, its arbitrary and its place in the API are missing', () => {
    expect(lackingOf(SAMPLE_SIZE, table)).toEqual([
      'section on the page of gates',
      'row on the page of gates',
      'reasons on the page of gates',
      'arbitrary',
      'place in the enum of the API',
      'schema in the API',
    ]);
    const loose = { ...SAMPLE_SIZE, schema: z.object({ kind: z.literal('sample_size'), minRows: z.int() }) };
    expect(lackingOf(loose, table)).toContain('strict schema');
  });
});
