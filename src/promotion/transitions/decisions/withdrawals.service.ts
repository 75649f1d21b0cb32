import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../../platform/access/caller.js';
import { isSamePerson } from '../../../platform/access/subject.js';
import { Clock } from '../../../platform/clock.js';
import { AuditService } from '../../../record/audit/audit.service.js';
import { stateOf } from './counted-approvals.js';
import { type Viewer } from '../../approvals/decider.js';
import { Standings } from '../standing/standings.service.js';
import { decisionEvent, TransitionOutcomes } from '../transition-outcomes.service.js';
import { settle } from './settle.js';
import { type ApprovalRow, type TransitionRow } from '../transition-row.js';
import { toTransitionResponse, type TransitionResponse } from '../transitions.dto.js';
import {
  cancellationForbidden,
  transitionIsFinal,
  transitionIsOpen,
  transitionRefused,
} from '../transitions.problems.js';
import { decisionNotFound } from '../../approvals/approvals.problems.js';
import {
  endApproval,
  findOpenTransition,
  loadTransition,
  type LockedTransition,
  lockOpenTransition,
  lockTransition,
  writeOutcome,
} from '../transitions.queries.js';

/** Takes requests and decisions back. The withdrawal of a veto opens its transition again, as long as the ground is as it was. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standings: Standings,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly outcomes: TransitionOutcomes,
  ) {}

  /** Ends a request that awaits approval. */
  async cancelTransition(id: string, caller: Caller): Promise<TransitionResponse> {
    return this.dataSource.transaction(async (manager) => {
      const { model, transition } = await lockOpenTransition(manager, id);
      if (!isSamePerson(transition.requestedBy, caller.subject) && !caller.permissions.has('transition:cancel-all'))
        throw cancellationForbidden(transition.requestedBy);
      const outcome = { status: 'cancelled', code: 'CANCELLED', detail: `Cancelled by ${caller.subject}.` } as const;
      const viewer = { caller, at: this.clock.now() };
      const cancelled = settle(transition, outcome, { ...viewer, settledAt: model.now });
      await this.outcomes.end(manager, cancelled, caller);
      return toTransitionResponse(cancelled, viewer);
    });
  }

  /** Withdraws the caller's decision, whichever it was; the caller may decide anew. */
  withdrawDecision(id: string, caller: Caller): Promise<TransitionResponse> {
    return this.dataSource.transaction(async (manager) => {
      const viewer = { caller, at: this.clock.now() };
      const locked = await lockTransition(manager, id);
      const mine = findOwnDecision(locked.transition, viewer);
      const isVeto = locked.transition.status === 'rejected' && mine.decision === 'reject';
      if (isVeto) await this.requireGround(manager, locked, viewer);
      await endApproval(manager, mine.id, 'withdrawn', locked.model.now);
      if (isVeto) await writeOutcome(manager, reopened(locked.transition));
      const withdrawn = await loadTransition(manager, id);
      await this.audit.record(manager, caller, decisionEvent('withdrawn', withdrawn));
      return toTransitionResponse(withdrawn, viewer);
    });
  }

  /** A request whose ground is gone, or that was made again, stays rejected: 409 says why. */
  private async requireGround(manager: EntityManager, locked: LockedTransition, viewer: Viewer): Promise<void> {
    const { transition } = locked;
    const change = await this.standings.loadOpen(manager, locked, viewer);
    const [lost] = (await this.standings.examine(manager, transition, change)).lost;
    if (lost) throw transitionRefused(lost, { transition: toTransitionResponse(transition, viewer) });
    const other = await findOpenTransition(manager, change.row, transition.toStage);
    if (other) throw transitionIsOpen(toTransitionResponse(other, viewer));
  }
}

/** The decision of the caller that counts, on a transition that is open or was ended by one. */
function findOwnDecision(transition: TransitionRow, { caller, at }: Viewer): ApprovalRow {
  const { id, status, approvals } = transition;
  if (status !== 'awaiting_approval' && status !== 'rejected') throw transitionIsFinal(id, status);
  const mine = approvals.find((row) => stateOf(row, at) === 'counts' && isSamePerson(row.decidedBy, caller.subject));
  if (!mine) throw decisionNotFound(`transition ${id}`, caller.subject);
  return mine;
}

function reopened(transition: TransitionRow): TransitionRow {
  const none = { settledAt: null, settledBy: null, outcomeCode: null, outcomeDetail: null };
  return { ...transition, status: 'awaiting_approval', ...none };
}
