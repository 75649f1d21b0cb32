import fc from 'fast-check';
import { STAGES, type Stage } from '../../registry/models/stage.js';
import { findMove, findOverride, missingPermission, MOVES, permissionsFor, stagesReachableFrom } from './lifecycle.js';
import { MOVE_KINDS } from './stage-change.js';

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
