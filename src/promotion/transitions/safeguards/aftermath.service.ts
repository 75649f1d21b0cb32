import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type EntityManager } from 'typeorm';
import { holdsAfterRollback, stagePolicy } from '../../../judging/policy/gate-policy.js';
import { AuditService } from '../../../record/audit/audit.service.js';
import { findHold, insertHold } from '../../holds/holds.queries.js';
import { insertReview } from '../../overrides/reviews.queries.js';
import { type StageChange } from '../stage-change.js';
import { type TransitionRow } from '../transition-row.js';

/** What a rollback and an emergency bring about besides their move, in its transaction. */
@Injectable()
export class Aftermath {
  /** Counts emergencies from 0 on, so that the first one is a change that an alarm sees. */
  readonly overrides = new Counter({
    name: 'overrides_total',
    help: 'Versions that passed the gates of a stage in an emergency, through this replica.',
    registers: [],
  });

  constructor(private readonly audit: AuditService) {}

  /** After a rollback nothing is promoted until a person says so, unless the policy does without. */
  async holdBack(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { model, effective, caller, at } = change;
    if (!holdsAfterRollback(stagePolicy(effective.policy, 'Production'))) return;
    if ((await findHold(manager, model.id)) !== undefined) return;
    const reason = `Rolled back to version ${applied.version}: ${applied.reason}`;
    const set = { modelId: model.id, reason, transitionId: applied.id, setAt: at, setBy: caller.subject };
    const { id } = await insertHold(manager, set);
    const details = { holdId: id, reason, transitionId: applied.id };
    await this.audit.record(manager, caller, { action: 'hold.set', modelId: model.id, model: model.name, details });
  }

  /** Whoever passed the gates answers for it in a review. */
  async openReview(manager: EntityManager, change: StageChange, applied: TransitionRow): Promise<void> {
    const { model, caller, at } = change;
    const { id: transitionId, version, override, requestedBy } = applied;
    const dueAt = new Date(at.getTime() + override!.reviewDueDays * 86_400_000);
    const opened = { transitionId, modelId: model.id, version, openedAt: at, openedBy: requestedBy, dueAt };
    const { id } = await insertReview(manager, opened);
    const details = { reviewId: id, transitionId, dueAt };
    const subject = { modelId: model.id, model: model.name, version };
    await this.audit.record(manager, caller, { action: 'review.opened', ...subject, details });
    this.overrides.inc();
  }
}
