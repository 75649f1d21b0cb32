import { policy } from '../../../test/support/judging/gate-builders.js';
import { composeGatePolicies } from './compose-gate-policies.js';
import { gatePolicyDigest } from './parse-gate-policy.js';

const floor = { id: 'floor', metric: 'accuracy', min: 0.8 };
const drop = { id: 'drop', metric: 'accuracy', maxRegression: 0.02 };
const tail = {
  id: 'tail',
  kind: 'regression',
  metric: 'accuracy',
  mode: 'no_detected_regression',
  margin: 0.02,
  slices: [{ a: 1 }],
};
const warned = { ...tail, mode: 'non_inferiority', slicesOf: ['b'], onInconclusive: 'warn' };
const bounded = { ...floor, slices: [{ a: 1 }], bound: 'lower_confidence', onInconclusive: 'warn' };
const compose = (base: unknown, narrower: unknown) => composeGatePolicies(policy(base), policy(narrower));

describe('a narrower policy', () => {
  it('adds rules, approvals and protected aliases', () => {
    const base = { rules: [floor], protectedAliases: ['prod'] };
    const narrower = {
      rules: [drop],
      approvals: { slots: [{ role: 'risk' }, { role: 'approver', count: 2 }] },
      protectedAliases: ['live'],
    };
    const composed = compose(base, narrower);
    expect(composed).toMatchObject({
      ok: true,
      policy: {
        protectedAliases: ['live', 'prod'],
        stages: {
          Production: {
            rules: [{ id: 'drop' }, { id: 'floor' }],
            approvals: {
              slots: [
                { role: 'approver', count: 2 },
                { role: 'risk', count: 1 },
              ],
            },
          },
        },
      },
    });
  });

  it.each<[string, object, object]>([
    ['a higher minimum', floor, { ...floor, min: 0.85 }],
    ['a smaller margin', drop, { ...drop, maxRegression: 0.01 }],
    ['more slices', { ...drop, slices: [{ a: 1 }] }, { ...drop, slices: [{ a: 1 }, { a: 2 }] }],
    [
      'other terms for slices it does not discover',
      { ...drop, poolSmallSlices: true },
      { ...drop, maxUntestedShare: 1 },
    ],
    ['blocking instead of warning', { ...drop, enforcement: 'warn' }, drop],
  ])('may ask for %s', (_case, base, narrower) => {
    expect(
      compose({ rules: [{ metric: 'f1', min: 0.1 }, base] }, { rules: [{ metric: 'f1', min: 0.1 }, narrower] }).ok,
    ).toBe(true);
  });

  it.each<[string, object, object, string]>([
    ['a lower minimum', floor, { ...floor, min: 0.7 }, '/stages/Production/rules/floor/min'],
    [
      'no minimum',
      { ...floor, max: 0.9 },
      { id: 'floor', metric: 'accuracy', max: 0.9 },
      '/stages/Production/rules/floor/min',
    ],
    ['a larger margin', drop, { ...drop, maxRegression: 0.03 }, '/stages/Production/rules/drop/margin'],
    [
      'a relative margin besides',
      drop,
      { ...drop, maxRegression: { abs: 0.02, rel: 0.5 } },
      '/stages/Production/rules/drop/margin',
    ],
    [
      'fewer slices',
      { ...drop, slices: [{ a: 1 }, { a: 2 }] },
      { ...drop, slices: [{ a: 1 }] },
      '/stages/Production/rules/drop/slices',
    ],
    ['a warning only', drop, { ...drop, enforcement: 'warn' }, '/stages/Production/rules/drop/enforcement'],
    ['another metric', floor, { ...floor, metric: 'f1' }, '/stages/Production/rules/floor/metric'],
    [
      'a larger family that hides harm',
      tail,
      { ...tail, slices: [{ a: 1 }, { a: 2 }] },
      '/stages/Production/rules/tail/slices',
    ],
    [
      'another kind of rule',
      floor,
      { id: 'floor', kind: 'freshness', maxAgeDays: 1 },
      '/stages/Production/rules/floor/kind',
    ],
    [
      'more confidence where failing then only warns',
      warned,
      { ...warned, confidence: 0.999 },
      '/stages/Production/rules/tail/confidence',
    ],
    [
      'more confidence in a limit where failing then only warns',
      bounded,
      { ...bounded, confidence: 0.999 },
      '/stages/Production/rules/floor/confidence',
    ],
    [
      'a larger family where failing then only warns',
      warned,
      { ...warned, slicesOf: ['b', 'c'] },
      '/stages/Production/rules/tail/slicesOf',
    ],
    [
      'small slices together that were to be told untested',
      { ...drop, slicesOf: ['b'], maxUntestedShare: 0 },
      { ...drop, slicesOf: ['b'], maxUntestedShare: 0, poolSmallSlices: true },
      '/stages/Production/rules/drop/poolSmallSlices',
    ],
  ])('may not ask for %s', (_case, base, narrower, pointer) => {
    const other = { metric: 'f1', min: 0.1 };
    const composed = compose({ rules: [other, base] }, { rules: [other, narrower] });
    expect(composed.ok ? [] : composed.errors).toContainEqual({
      pointer,
      code: 'LOOSENED',
      detail: expect.any(String),
    });
  });

  it('may neither open a gated stage nor skip Staging nor drop approvals', () => {
    expect(compose({ rules: [floor] }, { preset: 'open' })).toMatchObject({
      ok: false,
      errors: [{ pointer: '/stages/Production/preset' }],
    });
    const silent = compose({ rules: [floor] }, { rules: [drop], allowSkipStaging: true, approvals: { slots: [] } });
    expect(silent).toMatchObject({
      ok: true,
      policy: { stages: { Production: { allowSkipStaging: false, approvals: { slots: [{ role: 'approver' }] } } } },
    });
  });

  const LOOSE = {
    override: { secondPerson: false, ticketRequired: false, reviewDueDays: 30 },
    rollback: { hold: false },
  };
  const production = (wider: object, narrower: object) => {
    const composed = compose({ rules: [floor], ...wider }, { rules: [drop], ...narrower });
    return composed.ok ? composed.policy.stages.Production! : undefined;
  };

  it.each<[string, object, object]>([
    [
      'a regulated default that says nothing of them',
      { preset: 'regulated' },
      { secondPerson: true, reviewDueDays: 3 },
    ],
    [
      'a default that says so',
      { override: { ticketRequired: false }, rollback: { hold: true } },
      { secondPerson: true },
    ],
  ])('asks for no less in an emergency, and holds after a rollback, beside %s', (_case, wider, override) => {
    expect(production(wider, LOOSE)).toMatchObject({ override, rollback: { hold: true } });
  });

  it('decides by itself of emergencies and holds beside a default that says nothing of them', () => {
    for (const wider of [{}, { preset: 'open', rules: [] }, { preset: 'simple' }])
      expect(production(wider, LOOSE)).toMatchObject(LOOSE);
  });

  it('leaves holds and emergencies at what the default says where it is silent, but a regulated one keeps both', () => {
    const lenient = { rollback: { hold: false }, override: { secondPerson: false, reasonMinLength: 9 } };
    expect(production(lenient, {})).toMatchObject(lenient);
    expect(production(lenient, { rollback: { hold: true } })).toMatchObject({ rollback: { hold: true } });
    expect(production(lenient, { preset: 'regulated' })).toMatchObject({
      rollback: { hold: true },
      override: { secondPerson: true, reasonMinLength: 9 },
    });
    const silent = production({}, { preset: 'regulated' })!;
    expect(Object.keys(silent)).not.toContain('override');
    expect(silent.rollback).toEqual({ requireGates: false });
  });

  it('may close an open stage', () => {
    expect(compose({ preset: 'open' }, { rules: [floor] })).toMatchObject({
      ok: true,
      policy: { stages: { Production: { rules: [{ id: 'floor' }], allowSkipStaging: false } } },
    });
  });

  it('keeps the default dataset of each scope with its rules', () => {
    const composed = compose(
      { rules: [floor], defaults: { dataset: 'a' } },
      { rules: [drop], defaults: { dataset: 'b' } },
    );
    expect(composed).toMatchObject({
      ok: true,
      policy: {
        stages: {
          Production: {
            rules: [
              { id: 'drop', dataset: { name: 'b' } },
              { id: 'floor', dataset: { name: 'a' } },
            ],
          },
        },
      },
    });
  });

  it('keeps every demand for a stated environment, whichever scope makes it', () => {
    const metric = { direction: 'lower', kind: 'quantile', unit: 'ms' };
    const asking = { p95: { ...metric, environment: 'required' } };
    const rules = [floor, { metric: 'p95', max: 50 }];
    for (const [wide, narrow] of [
      [asking, { p95: metric }],
      [{ p95: metric }, asking],
    ]) {
      const composed = compose(
        { rules, metrics: wide, comparability: { sameEnvironmentClass: ['p95'] } },
        { rules, metrics: narrow, comparability: { sameEnvironmentClass: ['accuracy'] } },
      );
      expect(composed).toMatchObject({
        ok: true,
        policy: {
          metrics: { p95: { environment: 'required' } },
          stages: { Production: { comparability: { sameEnvironmentClass: ['accuracy', 'p95'] } } },
        },
      });
    }
  });

  it('composed with itself is itself', () => {
    const one = policy({
      preset: 'regulated',
      rules: [drop],
      stages: { Staging: { preset: 'staging', rules: [floor] } },
    });
    const composed = composeGatePolicies(one, one);
    expect(composed.ok && gatePolicyDigest(composed.policy)).toBe(gatePolicyDigest(one));
  });
});
