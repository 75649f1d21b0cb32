import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toFormRule, withFormChange } from './form-rule.js';
import { emergencyTerms } from './emergency.js';
import {
  parsePolicy,
  rulesOf,
  slotsOf,
  stageField,
  withSlots,
  withStageField,
  writePolicy,
} from './policy-document.js';
import { lineDifference, policyDifferences } from './policy-difference.js';
import { NEW_SIGNERS, toSigners, withOneMore, withSigners } from './signers.js';
import { describePlace, offeredFields, offeredValues, type Schemas } from './schema.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const read = (...path: string[]) => readFileSync(join(ROOT, ...path), 'utf8');
const census = parsePolicy(read('examples', 'census-income', 'policy.json'))!;

describe('a document', () => {
  it('is read and written without a loss, also of what the form does not know', () => {
    expect(parsePolicy(writePolicy(census))).toEqual(census);
    expect([parsePolicy('{'), parsePolicy('[]'), parsePolicy('null')]).toEqual([null, null, null]);
    const changed = withStageField(census, 'Production', 'preset', 'standard');
    expect(changed).toMatchObject({ name: 'census-income', stages: { Production: { preset: 'standard' } } });
    expect(rulesOf(changed, 'Production')).toEqual(rulesOf(census, 'Production'));
    expect(stageField(withStageField(changed, 'Production', 'preset', undefined), 'Production', 'preset')).toBe(
      undefined,
    );
  });

  it('keeps the fields of Production where they are: at the top level, or in the block', () => {
    const short = { rules: [{ metric: 'f1', min: 0.6 }] };
    expect(withStageField(short, 'Production', 'rules', [])).toEqual({ rules: [] });
    expect(withStageField(short, 'Staging', 'rules', [])).toEqual({ ...short, stages: { Staging: { rules: [] } } });
    expect(rulesOf(short, 'Staging')).toEqual([]);
  });

  it('states its approvals, or leaves them to the service', () => {
    expect(slotsOf(census, 'Production')).toEqual([{ role: 'approver', count: 1 }]);
    expect(slotsOf(census, 'Staging')).toBe(null);
    const vetoed = { approvals: { rejectionIsVeto: false, slots: [] } };
    expect(withSlots(vetoed, 'Production', [{ role: 'ml-lead', count: 2 }])).toEqual({
      approvals: { rejectionIsVeto: false, slots: [{ role: 'ml-lead', count: 2 }] },
    });
  });
});

describe('a rule by signers', () => {
  const identity = { subject: 'release@example.com', issuer: 'https://accounts.example.com' };
  const demand = { path: 'artifactDigest', op: 'verified', identities: [identity] };
  const rule = { id: 'signed', description: 'why', kind: 'metadata', require: [demand] };

  it('is shown with its keys and identities, and keeps the rest when they change', () => {
    expect(toSigners(rule)).toEqual({ keys: [], identities: [identity] });
    const keyed = withSigners(rule, { keys: ['pem'], identities: [] });
    expect(keyed).toEqual({ ...rule, require: [{ path: 'artifactDigest', op: 'verified', keys: ['pem'] }] });
    expect(withSigners(keyed, withOneMore({ keys: [], identities: [identity] }, 'keys'))).toEqual({
      ...rule,
      require: [{ ...demand, keys: [''] }],
    });
    expect(withOneMore(toSigners(NEW_SIGNERS)!, 'identities').identities).toHaveLength(2);
  });

  it.each([
    { kind: 'metadata', require: [demand, { path: 'runId', op: 'present' }] },
    { kind: 'metadata', require: [{ path: 'runId', op: 'present' }] },
    { kind: 'metadata', require: [{ ...demand, value: 1 }] },
    { kind: 'metadata' },
    { metric: 'f1', min: 0.6 },
  ])('%j is none', (other) => {
    expect(toSigners(other)).toBe(null);
  });
});

describe('an emergency', () => {
  it.each([
    [{}, true, true],
    [{ stages: { Production: { override: {} } } }, true, true],
    [{ stages: { Production: { override: { ticketRequired: false } } } }, false, true],
    [{ stages: { Production: { override: { secondPerson: false } } } }, true, false],
    [{ stages: { Staging: { override: { ticketRequired: false, secondPerson: false } } } }, true, true],
  ])('by %j takes a ticket: %s, and a second person: %s', (policy, ticketRequired, secondPerson) => {
    expect(emergencyTerms(policy, 'Production')).toEqual({ ticketRequired, secondPerson });
  });
});

describe('a rule in the form', () => {
  it.each([
    [{ metric: 'f1', min: 0.6 }, 'floor', 0.6, false],
    [{ kind: 'threshold', metric: 'ece_10', max: 0.05 }, 'ceiling', 0.05, false],
    [{ metric: 'f1', maxRegression: 0.02 }, 'noLoss', 0.02, false],
    [{ metric: 'log_loss', maxRegression: { rel: 0.01 } }, 'noLoss', 0.01, true],
    [{ kind: 'regression', metric: 'f1', margin: { abs: 0.02 } }, 'noLoss', 0.02, false],
  ] as const)('%j is a %s', (rule, kind, value, isShare) => {
    expect(toFormRule(rule)).toMatchObject({ kind, metric: rule.metric, value, isShare });
  });

  it.each([
    [{ kind: 'freshness', maxAgeDays: 30 }],
    [{ metric: 'f1', min: 0.5, max: 0.9 }],
    [{ metric: 'f1', maxRegression: { abs: 0.02, rel: 0.1 } }],
    [{ kind: 'slice_gap', metric: 'f1', max: 0.1 }],
  ])('%j is left to the editor', (rule) => {
    expect(toFormRule(rule)).toBe(null);
  });

  it('keeps what the form does not show, and drops only what its former kind had', () => {
    const rule = { id: 'f1-by-sex', description: 'why', metric: 'f1', maxRegression: 0.02, mode: 'non_inferiority' };
    const shown = toFormRule(rule)!;
    expect(withFormChange(rule, shown, { value: 0.03 })).toEqual({ ...rule, maxRegression: 0.03 });
    expect(withFormChange(rule, shown, { isShare: true })).toEqual({ ...rule, maxRegression: { rel: 0.02 } });
    expect(withFormChange(rule, shown, { kind: 'floor', value: 0.6 })).toEqual({
      id: 'f1-by-sex',
      description: 'why',
      metric: 'f1',
      min: 0.6,
    });
    const sliced = withFormChange(rule, shown, { slicesOf: ['sex', 'race'] });
    expect(sliced).toEqual({ ...rule, slicesOf: ['sex', 'race'] });
    expect(withFormChange(sliced, toFormRule(sliced)!, { slicesOf: [] })).toEqual(rule);
  });
});

describe('the difference of two policies', () => {
  it('is told rule by rule, whatever their order and that of their fields', () => {
    const rules = rulesOf(census, 'Production');
    expect(policyDifferences(census, withStageField(census, 'Production', 'rules', [...rules].reverse()))).toEqual([]);
    const fresh = { id: 'recall', metric: 'recall', min: 0.5 };
    const [floor, , ...rest] = rules;
    const after = withStageField(census, 'Production', 'rules', [{ ...floor, min: 0.9 }, ...rest, fresh]);
    expect(policyDifferences(census, { ...after, description: undefined })).toEqual([
      {
        change: 'changed',
        stage: 'Production',
        name: 'auc-floor',
        fields: [{ name: 'min', before: '0.88', after: '0.9' }],
      },
      { change: 'removed', stage: 'Production', name: 'ece-limit', fields: [] },
      { change: 'new', stage: 'Production', name: 'recall', fields: [] },
      { change: 'removed', stage: null, name: 'description', fields: [] },
    ]);
  });

  it('is told line by line, too', () => {
    const lines = lineDifference('a\nb\nc\n', 'a\nx\nc\nd\n');
    expect(lines.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'same a',
      'removed b',
      'added x',
      'same c',
      'added d',
    ]);
  });
});

describe('the schema of the API document', () => {
  const { components } = JSON.parse(read('openapi', 'openapi.json')) as { components: { schemas: Schemas } };
  const { schemas } = components;
  const names = (path: (string | number)[], ...present: string[]) =>
    offeredFields(schemas, path, new Set(present)).map(({ text }) => text);

  it('offers the fields of a place, but for those that are there', () => {
    expect(names([], 'name')).toEqual(expect.arrayContaining(['stages', 'rules', 'preset']));
    expect(names([], 'name')).not.toContain('name');
    expect(names(['stages'])).toEqual(['Production', 'Staging']);
    expect(names(['stages', 'Production', 'rules', 0])).toEqual(
      expect.arrayContaining(['metric', 'maxRegression', 'kind']),
    );
    expect(names(['rules', 3, 'maxRegression'])).toEqual(['abs', 'rel']);
    expect(names(['nothing', 'like', 'it'])).toEqual([]);
  });

  it('offers values where they can be listed, and says what a place means', () => {
    const values = (path: (string | number)[]) => offeredValues(schemas, path).map(({ text }) => text);
    expect(values(['preset'])).toEqual(['open', 'simple', 'standard', 'regulated', 'staging']);
    expect(new Set(values(['rules', 0, 'kind']))).toContain('threshold');
    expect(values(['allowSkipStaging'])).toEqual(['true', 'false']);
    expect(describePlace(schemas, ['rules', 0, 'maxRegression'])).toMatch(/worsening/);
    expect(describePlace(schemas, ['rules', 0])).toBe(undefined);
  });
});
