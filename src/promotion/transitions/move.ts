import { type Permission } from '../../platform/access/permission.js';
import { STAGES, type Stage } from '../../values/stage.js';

export const MOVE_KINDS = ['promote', 'demote', 'archive', 'restore', 'rollback', 'override'] as const;

export type MoveKind = (typeof MOVE_KINDS)[number];

export interface Move {
  readonly kind: MoveKind;
  readonly from: Stage;
  readonly to: Stage;
  /** Whether the policy of the target stage judges the move. */
  readonly gated: boolean;
  readonly reasonRequired: boolean;
  /** What must hold besides gates and reason. */
  readonly condition?: 'skip-staging-allowed' | 'held-production';
}

/** Every legal change of stage; a move that is absent here is illegal. */
export const MOVES: readonly Move[] = [
  { kind: 'promote', from: 'None', to: 'Staging', gated: true, reasonRequired: false },
  { kind: 'promote', from: 'Staging', to: 'Production', gated: true, reasonRequired: false },
  {
    kind: 'promote',
    from: 'None',
    to: 'Production',
    gated: true,
    reasonRequired: false,
    condition: 'skip-staging-allowed',
  },
  { kind: 'demote', from: 'Production', to: 'Staging', gated: false, reasonRequired: true },
  { kind: 'demote', from: 'Staging', to: 'None', gated: false, reasonRequired: true },
  ...STAGES.filter((stage) => stage !== 'Archived').map(
    (from) => ({ kind: 'archive', from, to: 'Archived', gated: false, reasonRequired: true }) as const,
  ),
  { kind: 'restore', from: 'Archived', to: 'None', gated: false, reasonRequired: false },
  { kind: 'restore', from: 'Archived', to: 'Staging', gated: true, reasonRequired: false },
  {
    kind: 'rollback',
    from: 'Archived',
    to: 'Production',
    gated: true,
    reasonRequired: true,
    condition: 'held-production',
  },
  {
    kind: 'rollback',
    from: 'Staging',
    to: 'Production',
    gated: true,
    reasonRequired: true,
    condition: 'held-production',
  },
];

/** The legal move between two stages, or undefined; a rollback is found only when it is asked for. */
export function findMove(from: Stage, to: Stage, rollback: boolean): Move | undefined {
  return MOVES.find((move) => move.from === from && move.to === to && (move.kind === 'rollback') === rollback);
}

/** A promotion that passes the gates, or undefined for a move that is none. */
export function findOverride(from: Stage, to: Stage): Move | undefined {
  const move = findMove(from, to, false);
  return move?.kind === 'promote' ? { ...move, kind: 'override', reasonRequired: true } : undefined;
}

/** The move that another registry made, which may be one that is illegal here: then it takes the version down. */
export function mirroredMove(from: Stage, to: Stage): Move {
  const move = findMove(from, to, false) ?? findMove(from, to, true);
  return move ?? { kind: 'demote', from, to, gated: false, reasonRequired: false };
}

/** The stages that a version in this stage may be asked to move to, rollback aside. */
export function stagesReachableFrom(from: Stage): Stage[] {
  return MOVES.filter((move) => move.from === from && move.kind !== 'rollback').map((move) => move.to);
}

type MovePermission = Extract<
  Permission,
  'transition:request' | 'transition:archive' | 'transition:rollback' | 'transition:override'
>;

/** Permissions of which the caller of a move needs one: taking a version out of Production is the approver's alone. */
export function permissionsFor(move: Move): readonly [MovePermission, ...MovePermission[]] {
  if (move.kind === 'rollback') return ['transition:rollback'];
  if (move.kind === 'override') return ['transition:override'];
  if (move.from === 'Production') return ['transition:archive'];
  return move.kind === 'archive' ? ['transition:request', 'transition:archive'] : ['transition:request'];
}

/** The permission that a caller lacks for a move, or null when it holds one that allows it. */
export function missingPermission(move: Move, held: ReadonlySet<Permission>): MovePermission | null {
  const permissions = permissionsFor(move);
  return permissions.some((permission) => held.has(permission)) ? null : permissions[0];
}
