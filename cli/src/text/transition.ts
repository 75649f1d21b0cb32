import { type TransitionResponse } from '@stagegate/client';
import { type Paint, styleOf } from './paint.js';
import { minute, table } from './table.js';

const IN_WORDS: Readonly<Record<TransitionResponse['status'], string>> = {
  applied: 'applied',
  refused: 'refused',
  awaiting_approval: 'awaits approval',
  rejected: 'rejected',
  cancelled: 'cancelled',
  stale: 'stale',
};

/** One line that says what became of a transition, and one that says why or what is missing. */
export function transitionText(transition: TransitionResponse, paint: Paint): string[] {
  const { model, version, fromStage, toStage, status, displacedVersion, detail, id } = transition;
  const outcome = paint(styleOf(status), IN_WORDS[status]);
  const displaced = displacedVersion === null ? '' : `; version ${displacedVersion} went to Archived`;
  const line = `${model} ${version}: ${fromStage} → ${toStage} ${outcome}${displaced}`;
  if (status === 'applied') return [line];
  return [line, ...(detail === null ? [] : [detail]), `Transition ${id}`];
}

export function transitionTable(transitions: readonly TransitionResponse[], paint: Paint): string {
  const rows = transitions.map((one) => [
    minute(one.requestedAt),
    one.model,
    one.version,
    `${one.fromStage} → ${one.toStage}`,
    one.kind,
    one.status,
    one.requestedBy,
    one.id,
  ]);
  return table(['ASKED (UTC)', 'MODEL', 'VERSION', 'MOVE', 'KIND', 'STATUS', 'BY', 'ID'], rows, paint);
}
