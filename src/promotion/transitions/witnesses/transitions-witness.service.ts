import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../../platform/database/side-connection.js';
import { type AuditEvent } from '../../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../../record/audit/comparison.js';
import { type ComparedField, type Difference, unrecordedObject } from '../../../record/audit/difference.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../../record/audit/witness.kind.js';
import { Witnesses } from '../../../record/audit/witnesses.service.js';
import { digestApproval, digestTransition } from './stored-transition.js';
import { type TransitionRow } from '../transition-row.js';
import { findTransitionRows } from '../transitions.queries.js';
import { Transition } from '../transition.entity.js';
import { TransitionApproval } from '../decisions/transition-approval.entity.js';

type Told = DetailsOf<'transition.applied'>;

/** The step that a transition `o` stands at: one that was rejected is open again only by a withdrawal. */
const LAST_STEP = `CASE WHEN o.status <> 'awaiting_approval' THEN 'transition.' || o.status
  WHEN EXISTS (SELECT FROM transition_approvals a
    WHERE a.transition_id = o.id AND a.decision = 'reject' AND a.ended_as = 'withdrawn') THEN 'transition.withdrawn'
  ELSE 'transition.requested' END`;

/** Compares transitions, and the decisions on them, with the events of every step they took. */
@Injectable()
export class TransitionsWitness implements Witness {
  readonly kind = 'transition';
  readonly entities = [Transition, TransitionApproval];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action.startsWith('transition.');
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const told = events.map((event) => ({ event, id: (event.details as Partial<Told>).transitionId }));
    const ids = told.flatMap(({ id }) => id ?? []);
    const rows = new Map((await findTransitionRows(reader, ids)).map((row) => [row.id, row]));
    return told.map(({ event, id }) =>
      id === undefined ? nothingNamed(event.sequence) : compareOne(event, rows.get(id)),
    );
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, o.model_id AS chain, m.name AS model, count(*) OVER ()::int AS total
       FROM transitions o JOIN models m ON m.id = o.model_id
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.model_id = o.model_id AND e.action = ${LAST_STEP})
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}

function compareOne(event: AuditEvent, row: TransitionRow | undefined): Comparison {
  const told = event.details as Told;
  const named = { sequence: event.sequence, kind: 'transition', id: told.transitionId } as const;
  const compared = compareStored({ ...named, isCovered: told.stored !== undefined }, row, (stored) => [
    ...requestFields(event, told, stored),
    ...(told.status === 'awaiting_approval' || isReopened(told, stored) ? [] : outcomeFields(event, told, stored)),
  ]);
  if (row === undefined) return compared;
  const isOver = told.status !== 'awaiting_approval' && !isReopened(told, row);
  const approvals = told.approvals.map((approval) => compareApproval(event.sequence, row, { ...approval, isOver }));
  return {
    ...compared,
    compared: compared.compared + approvals.length,
    differences: [
      ...compared.differences,
      ...approvals.flatMap(({ differences }) => differences),
      ...unrecordedApprovals(told, row),
    ],
  };
}

function requestFields({ modelId, version }: AuditEvent, told: Told, row: TransitionRow): ComparedField[] {
  return [
    ['modelId', modelId, row.modelId],
    ['version', version, row.version],
    ['kind', told.kind, row.kind],
    ['fromStage', told.fromStage, row.fromStage],
    ['toStage', told.toStage, row.toStage],
    ['requestedBy', told.requestedBy, row.requestedBy],
    ['reason', told.reason, row.reason],
    ['alias', told.alias ?? null, row.alias],
    ['incumbent', told.incumbent, row.pinnedIncumbent],
    ['gateReportId', told.gateReportId, row.gateReportId],
    ['request', told.stored?.request, digestTransition(row).request],
    ['demand', told.stored?.demand, digestTransition(row).demand],
  ];
}

/** Whether the rejection that ended the transition was withdrawn since, so that it was open again. */
function isReopened({ status, approvals }: Told, row: TransitionRow): boolean {
  if (status !== 'rejected') return false;
  const vetoes = approvals.filter(({ decision, ended }) => decision === 'reject' && ended === undefined);
  return row.approvals.some(
    (stored) =>
      stored.endedAs === 'withdrawn' && vetoes.some(({ digest }) => digest === digestApproval(row.id, stored)),
  );
}

function outcomeFields({ actor }: AuditEvent, told: Told, row: TransitionRow): ComparedField[] {
  return [
    ['status', told.status, row.status],
    ['settledBy', actor, row.settledBy],
    ['displacedVersion', told.displacedVersion, row.displacedVersion],
    ['code', told.code ?? null, row.outcomeCode],
    ['detail', told.detail ?? null, row.outcomeDetail],
    ['outcome', told.stored?.outcome, digestTransition(row).outcome],
  ];
}

/** A decision may end after the event of a step, and not after that of the outcome any more. */
function compareApproval(
  sequence: number,
  row: TransitionRow,
  told: Told['approvals'][number] & { isOver: boolean },
): Comparison {
  const own = row.approvals.filter(({ decidedBy }) => decidedBy === told.actor);
  // Somebody who withdrew a decision may have taken another.
  const stored = own.find((approval) => digestApproval(row.id, approval) === told.digest) ?? own[0];
  return compareStored({ sequence, kind: 'approval', id: `${row.id}/${told.actor}` }, stored, (approval) => [
    ['decision', told.decision, approval.decision],
    ['ended', told.ended ?? null, told.ended === undefined && !told.isOver ? null : approval.endedAs],
    ['comment', told.comment, approval.comment],
    ['digest', told.digest, digestApproval(row.id, approval)],
  ]);
}

/** The event of an outcome tells every decision. */
function unrecordedApprovals(told: Told, row: TransitionRow): Difference[] {
  if (told.status === 'awaiting_approval' || isReopened(told, row)) return [];
  return row.approvals
    .filter(({ decidedBy }) => !told.approvals.some(({ actor }) => actor === decidedBy))
    .map(({ decidedBy }) => unrecordedObject({ kind: 'approval', id: `${row.id}/${decidedBy}` }));
}
