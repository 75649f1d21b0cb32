import { evidence, judge, measure, version } from '../../../../test/support/judging/gate-builders.js';
import { type GateEvidence } from '../../evidence/gate-evidence.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.5 };
const passing = evidence([measure('accuracy', 0.9)], [measure('accuracy', 0.9)]);
const ruleOf = (rule: object, given: GateEvidence) =>
  judge({ rules: [floor, { id: 'tested', ...rule }] }, given).rules.find(({ id }) => id === 'tested');

describe('metadata', () => {
  const signature = { inputs: [{ name: 'age', type: 'double' }], outputs: [{ name: 'p', type: 'double' }] };
  const facts = {
    gitCommit: 'a'.repeat(40),
    tags: { team: 'risk', 'modelCard.uri': 's3://card' },
    params: { depth: 3 },
    signature,
  };
  const given = { ...passing, challenger: version(2, facts), incumbent: version(1, { signature }) };
  const wider = { ...signature, inputs: [...signature.inputs, { name: 'sex', type: 'string' }] };
  const optional = { ...signature, inputs: [...signature.inputs, { name: 'sex', type: 'string', required: false }] };

  it.each<[string, object, GateEvidence, string, string]>([
    ['a stated fact', { path: 'lineage.runId', op: 'present' }, given, 'PASS', 'FACT_HOLDS'],
    ['a missing fact', { path: 'tags.owner', op: 'present' }, given, 'FAIL', 'FACT_MISSING'],
    ['a fact that should not be', { path: 'tags.team', op: 'absent' }, given, 'FAIL', 'FACT_DOES_NOT_HOLD'],
    [
      'a pattern that matches',
      { path: 'gitCommit', op: 'matches', value: '^[0-9a-f]{40}$' },
      given,
      'PASS',
      'FACT_HOLDS',
    ],
    [
      'a pattern that does not',
      { path: 'gitCommit', op: 'matches', value: '^[0-9]{40}$' },
      given,
      'FAIL',
      'FACT_DOES_NOT_HOLD',
    ],
    ['an equal number', { path: 'params.depth', op: 'equals', value: 3 }, given, 'PASS', 'FACT_HOLDS'],
    ['a model card', { path: 'modelCard.uri', op: 'present' }, given, 'PASS', 'FACT_HOLDS'],
    ['no way into prototypes', { path: 'tags.constructor', op: 'present' }, given, 'FAIL', 'FACT_MISSING'],
    ['an equal signature', { path: 'signature', op: 'compatible_with_incumbent' }, given, 'PASS', 'FACT_HOLDS'],
    [
      'a signature that asks callers for more',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, challenger: version(2, { signature: wider }) },
      'FAIL',
      'FACT_NOT_COMPATIBLE',
    ],
    [
      'a signature with a new optional input',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, challenger: version(2, { signature: optional }) },
      'PASS',
      'FACT_HOLDS',
    ],
    [
      'no incumbent to be compatible with',
      { path: 'signature', op: 'compatible_with_incumbent' },
      { ...given, incumbent: null },
      'SKIPPED',
      'NO_INCUMBENT',
    ],
  ])('%s', (_case, demand, of, status, reasonCode) => {
    expect(ruleOf({ kind: 'metadata', require: [demand] }, of)).toMatchObject({ status, reasonCode });
  });
});
