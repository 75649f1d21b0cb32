import fc from 'fast-check';
import { USUAL_OVERRIDE } from '../../judging/policy/override-policy.js';
import { STAGES, type Stage } from '../../values/stage.js';
import {
  decideGatedMove,
  decideLegality,
  findLegalityFaults,
  findMove,
  findOverride,
  missingPermission,
  MOVES,
  permissionsFor,
  stagesReachableFrom,
} from './lifecycle.js';
import { type GateFacts, type Move, MOVE_KINDS, type TransitionDemand, type TransitionFacts } from './stage-change.js';

const DEMAND: TransitionDemand = {
  toStage: 'Production',
  isRollback: false,
  reason: null,
  allowEmptyProduction: false,
};
const FACTS: TransitionFacts = {
  model: 'fraud',
  version: 3,
  fromStage: 'Staging',
  incumbent: 2,
  quarantineReason: null,
  hasHeldProduction: false,
  rolledBackAt: null,
  skipStagingAllowed: false,
  standstill: [],
  override: USUAL_OVERRIDE,
};
const GATES: GateFacts = {
  verdict: 'PASS',
  message: 'Fine.',
  isWaived: false,
  blocking: true,
  challengerEvaluatedAt: new Date(1_000),
  approvalsComplete: true,
  approvalsMessage: 'All there.',
};
const PROMOTE = findMove('Staging', 'Production', false)!;
const ROLLBACK = findMove('Archived', 'Production', true)!;

describe('whether a move is one at all', () => {
  it.each<[string, Partial<TransitionDemand>, Partial<TransitionFacts>, string]>([
    ['Staging to Production', {}, {}, 'legal'],
    ['None to Production', {}, { fromStage: 'None' }, 'ILLEGAL_TRANSITION'],
    ['None to Production where Staging may be skipped', {}, { fromStage: 'None', skipStagingAllowed: true }, 'legal'],
    ['Production to itself', {}, { fromStage: 'Production' }, 'ILLEGAL_TRANSITION'],
    ['Archived to Production', {}, { fromStage: 'Archived' }, 'ILLEGAL_TRANSITION'],
    [
      'a rollback without a reason',
      { isRollback: true },
      { fromStage: 'Archived', hasHeldProduction: true },
      'REASON_REQUIRED',
    ],
    ['a rollback', { isRollback: true, reason: 'x' }, { fromStage: 'Archived', hasHeldProduction: true }, 'legal'],
    [
      'a rollback to what never held it',
      { isRollback: true, reason: 'x' },
      { fromStage: 'Archived' },
      'NEVER_IN_PRODUCTION',
    ],
    [
      'a rollback from None',
      { isRollback: true, reason: 'x' },
      { fromStage: 'None', hasHeldProduction: true },
      'ILLEGAL_TRANSITION',
    ],
    ['archiving without a reason', { toStage: 'Archived' }, {}, 'REASON_REQUIRED'],
    ['archiving', { toStage: 'Archived', reason: 'x' }, {}, 'legal'],
    [
      'emptying Production',
      { toStage: 'Archived', reason: 'x' },
      { fromStage: 'Production' },
      'PRODUCTION_WOULD_BE_EMPTY',
    ],
    [
      'emptying it on demand',
      { toStage: 'Archived', reason: 'x', allowEmptyProduction: true },
      { fromStage: 'Production' },
      'legal',
    ],
    ['a quarantined version', {}, { quarantineReason: 'leak' }, 'VERSION_QUARANTINED'],
    ['archiving a quarantined version', { toStage: 'Archived', reason: 'x' }, { quarantineReason: 'leak' }, 'legal'],
    ['the expected incumbent', { expectedIncumbent: 2 }, {}, 'legal'],
    ['another incumbent', { expectedIncumbent: 1 }, {}, 'STALE_INCUMBENT'],
    ['an incumbent where none was expected', { expectedIncumbent: null }, {}, 'STALE_INCUMBENT'],
    ['none where none was expected', { expectedIncumbent: null }, { incumbent: null }, 'legal'],
    ['none where one was expected', { expectedIncumbent: 2 }, { incumbent: null }, 'STALE_INCUMBENT'],
  ])('%s', (_, demand, facts, expected) => {
    const legality = decideLegality({ ...DEMAND, ...demand }, { ...FACTS, ...facts });
    expect(legality.outcome === 'legal' ? 'legal' : legality.code).toBe(expected);
    if (legality.outcome !== 'legal') expect(legality.detail).toMatch(/^[A-Z].*[.a-z]$/);
  });

  const demands = fc.record<TransitionDemand>({
    toStage: fc.constantFrom(...STAGES),
    isRollback: fc.boolean(),
    reason: fc.option(fc.string()),
    expectedIncumbent: fc.constantFrom(undefined, null, 1, 2),
    allowEmptyProduction: fc.boolean(),
  });
  const facts = fc.record<TransitionFacts>({
    model: fc.constant('m'),
    version: fc.constant(1),
    fromStage: fc.constantFrom(...STAGES),
    incumbent: fc.constantFrom(null, 1, 2),
    quarantineReason: fc.option(fc.string()),
    hasHeldProduction: fc.boolean(),
    rolledBackAt: fc.option(fc.date({ noInvalidDate: true })),
    skipStagingAllowed: fc.boolean(),
    standstill: fc.constant([]),
    override: fc.constant(USUAL_OVERRIDE),
  });

  it('is always decided, and a legal move is the demanded one with every condition met', () => {
    fc.assert(
      fc.property(demands, facts, (demand, fact) => {
        const legality = decideLegality(demand, fact);
        if (legality.outcome !== 'legal') return expect(legality.detail).not.toBe('');
        const { move } = legality;
        expect(move).toBe(findMove(fact.fromStage, demand.toStage, demand.isRollback));
        if (move.reasonRequired) expect(demand.reason).not.toBeNull();
        if (move.gated) expect(fact.quarantineReason).toBeNull();
        if (move.from === 'Production') expect(demand.allowEmptyProduction).toBe(true);
        if (move.kind === 'rollback') expect(fact.hasHeldProduction).toBe(true);
        if (demand.expectedIncumbent !== undefined) expect(demand.expectedIncumbent).toBe(fact.incumbent);
      }),
    );
  });
});

describe('what turns a demand down before the gates', () => {
  const override = { ticket: null };

  it.each<[string, Partial<TransitionDemand>, Partial<TransitionFacts>, string[]]>([
    [
      'an emergency with little said, of a quarantined version',
      { override, reason: 'Down.' },
      { override: { ...USUAL_OVERRIDE, reasonMinLength: 30 }, quarantineReason: 'leak' },
      ['REASON_TOO_SHORT', 'TICKET_REQUIRED', 'VERSION_QUARANTINED'],
    ],
    [
      'an emergency where the policy has no way past',
      { override, reason: 'Down.' },
      { override: { ...USUAL_OVERRIDE, enabled: false } },
      ['OVERRIDE_DISABLED', 'TICKET_REQUIRED'],
    ],
    [
      'emptying Production without a reason',
      { toStage: 'Archived' },
      { fromStage: 'Production' },
      ['REASON_REQUIRED', 'PRODUCTION_WOULD_BE_EMPTY'],
    ],
    [
      'a rollback to a quarantined version that never held Production, of another incumbent',
      { isRollback: true, reason: 'x', expectedIncumbent: 9 },
      { fromStage: 'Archived', quarantineReason: 'leak' },
      ['NEVER_IN_PRODUCTION', 'VERSION_QUARANTINED', 'STALE_INCUMBENT'],
    ],
    ['no move at all', { expectedIncumbent: 9 }, { fromStage: 'Archived' }, ['ILLEGAL_TRANSITION']],
    ['nothing', {}, {}, []],
  ])('is told together: %s', (_, demand, facts, codes) => {
    const [demanded, known] = [
      { ...DEMAND, ...demand },
      { ...FACTS, ...facts },
    ];
    expect(findLegalityFaults(demanded, known).map(({ code }) => code)).toEqual(codes);
    const legality = decideLegality(demanded, known);
    expect('code' in legality ? legality.code : undefined).toBe(codes[0]);
  });
});

describe('what becomes of a move the gates have judged', () => {
  const rolledBack = { rolledBackAt: new Date(2_000) };

  it.each<[string, Move, Partial<TransitionFacts>, Partial<GateFacts>, string]>([
    ['passed and approved', PROMOTE, {}, {}, 'applied'],
    ['passed, not yet approved', PROMOTE, {}, { approvalsComplete: false }, 'awaiting_approval'],
    ['failed', PROMOTE, {}, { verdict: 'FAIL' }, 'GATES_REFUSED'],
    ['failed and not approved', PROMOTE, {}, { verdict: 'FAIL', approvalsComplete: false }, 'GATES_REFUSED'],
    ['erred', PROMOTE, {}, { verdict: 'ERROR' }, 'GATES_REFUSED'],
    ['inconclusive', PROMOTE, {}, { verdict: 'INCONCLUSIVE' }, 'GATES_REFUSED'],
    ['a verdict nobody knows', PROMOTE, {}, { verdict: 'MAYBE' }, 'GATES_REFUSED'],
    ['a rollback that failed', ROLLBACK, {}, { verdict: 'FAIL', blocking: false }, 'applied'],
    ['a rollback that must pass and failed', ROLLBACK, {}, { verdict: 'FAIL' }, 'GATES_REFUSED'],
    ['rolled back, evaluated before', PROMOTE, rolledBack, {}, 'NEW_EVALUATION_REQUIRED'],
    [
      'rolled back, evaluated in that moment',
      PROMOTE,
      rolledBack,
      { challengerEvaluatedAt: new Date(2_000) },
      'NEW_EVALUATION_REQUIRED',
    ],
    ['rolled back, never evaluated', PROMOTE, rolledBack, { challengerEvaluatedAt: null }, 'NEW_EVALUATION_REQUIRED'],
    ['rolled back, evaluated after', PROMOTE, rolledBack, { challengerEvaluatedAt: new Date(2_001) }, 'applied'],
    ['rolled back, on its way to Staging', findMove('None', 'Staging', false)!, rolledBack, {}, 'applied'],
    ['rolled back, and now rolled back to', ROLLBACK, rolledBack, {}, 'applied'],
  ])('%s', (_, move, facts, gates, expected) => {
    const decision = decideGatedMove(move, { ...FACTS, ...facts }, { ...GATES, ...gates });
    expect('code' in decision ? decision.code : decision.outcome).toBe(expected);
  });

  it('a promotion is applied only on PASS with all approvals', () => {
    const verdicts = fc.constantFrom('PASS', 'FAIL', 'ERROR', 'INCONCLUSIVE', 'SKIPPED', '');
    fc.assert(
      fc.property(verdicts, fc.boolean(), (verdict, approvalsComplete) => {
        const decision = decideGatedMove(PROMOTE, FACTS, { ...GATES, verdict, approvalsComplete });
        expect(decision.outcome === 'applied').toBe(verdict === 'PASS' && approvalsComplete);
      }),
    );
  });
});

const stages = fc.constantFrom(...STAGES);

it('every move is found by its ends, and by nothing else', () => {
  fc.assert(
    fc.property(stages, stages, fc.boolean(), (from, to, isRollback) => {
      const matching = MOVES.filter((move) => move.from === from && move.to === to);
      const expected = matching.find((move) => (move.kind === 'rollback') === isRollback);
      expect(findMove(from, to, isRollback)).toBe(expected);
    }),
  );
});

it('no two moves of one kind share their ends, and none stays where it is', () => {
  const names = MOVES.map(({ kind, from, to }) => `${kind} ${from} ${to}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { from, to } of MOVES) expect(from).not.toBe(to);
});

it('each kind goes where its name says', () => {
  const height = (stage: Stage) => ['None', 'Staging', 'Production'].indexOf(stage);
  for (const { kind, from, to } of MOVES) {
    if (kind === 'promote') expect(height(to)).toBeGreaterThan(height(from));
    if (kind === 'demote') expect(height(to)).toBe(height(from) - 1);
    if (kind === 'archive') expect(to).toBe('Archived');
    if (kind === 'restore') expect([from, to === 'Production']).toEqual(['Archived', false]);
    if (kind === 'rollback') expect(to).toBe('Production');
  }
  const overrides = MOVES.flatMap(({ from, to }) => findOverride(from, to) ?? []);
  expect(new Set([...MOVES, ...overrides].map(({ kind }) => kind))).toEqual(new Set(MOVE_KINDS));
});

it('nothing enters Staging or Production by promotion, restoring or rollback without gates', () => {
  for (const { kind, from, to, gated } of MOVES) {
    const isEntry = (to === 'Staging' && from !== 'Production') || to === 'Production';
    expect([kind, from, to, gated]).toEqual([kind, from, to, isEntry]);
  }
});

it('Production is reached by promotion alone, or by a rollback of what held it', () => {
  const entries = MOVES.filter(({ to }) => to === 'Production');
  for (const { kind, condition } of entries)
    expect(kind === 'promote' || (kind === 'rollback' && condition === 'held-production')).toBe(true);
});

it.each(STAGES)('from %s every stage can be reached, whatever the way', (start) => {
  const reached = new Set<Stage>([start]);
  for (const stage of reached) for (const next of stagesReachableFrom(stage)) reached.add(next);
  expect(reached).toEqual(new Set(STAGES));
});

it('only approvers and admins take a version out of Production', () => {
  for (const move of MOVES.filter(({ from }) => from === 'Production'))
    expect(permissionsFor(move)).toEqual(['transition:archive']);
});

it('any one of the permissions for a move allows it, and nothing else does', () => {
  for (const move of MOVES) {
    const permissions = permissionsFor(move);
    for (const permission of permissions) expect(missingPermission(move, new Set([permission]))).toBeNull();
    expect(missingPermission(move, new Set(['transition:move', 'registry:read']))).toBe(permissions[0]);
  }
});

it('what leaves a stage downwards gives a reason', () => {
  for (const { kind, reasonRequired } of MOVES)
    expect(reasonRequired).toBe(['demote', 'archive', 'rollback'].includes(kind));
});
