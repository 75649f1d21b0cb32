import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { Clock } from '../../platform/clock.js';
import { requireMatch } from '../../platform/http/etag.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { findModel, lockModel } from '../../registry/models/models.queries.js';
import { type HoldResponse, toHoldResponse } from './holds.dto.js';
import { holdNotFound, personRequired } from './holds.problems.js';
import { findHold, insertHold } from './holds.queries.js';
import { ModelHold } from './model-hold.entity.js';

const REASON_MISSING = {
  pointer: '/reason',
  code: 'REQUIRED',
  detail: 'reason must say why the hold is lifted',
} as const;

@Injectable()
export class HoldsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async getHold(model: string): Promise<HoldResponse> {
    const { manager } = this.dataSource;
    const hold = await findHold(manager, (await findModel(manager, model)).id);
    if (!hold) throw holdNotFound(model);
    return toHoldResponse(model, hold);
  }

  /** Puts a model on hold; one that is on hold stays so for the reason that it is. */
  async setHold(model: string, reason: string, caller: Caller): Promise<HoldResponse> {
    return this.dataSource.transaction(async (manager) => {
      const { id: modelId } = await lockModel(manager, model);
      const held = await findHold(manager, modelId);
      requireMatch(caller, held ? toHoldResponse(model, held) : null);
      if (held) return toHoldResponse(model, held);
      const set = { modelId, reason, transitionId: null, setAt: this.clock.now(), setBy: caller.subject };
      const hold = await insertHold(manager, set);
      const details = { holdId: hold.id, reason, transitionId: null };
      await this.audit.record(manager, caller, { action: 'hold.set', modelId, model, details });
      return toHoldResponse(model, hold);
    });
  }

  async liftHold(model: string, reason: string | undefined, caller: Caller): Promise<HoldResponse> {
    if (caller.isService) throw personRequired('A hold is lifted by a person, not by a service.');
    if (reason === undefined) throw validationFailed([REASON_MISSING]);
    return this.dataSource.transaction(async (manager) => {
      const { id: modelId } = await lockModel(manager, model);
      const hold = await findHold(manager, modelId);
      if (!hold) throw holdNotFound(model);
      requireMatch(caller, toHoldResponse(model, hold));
      const lifted = { liftedAt: this.clock.now(), liftedBy: caller.subject, liftReason: reason };
      await manager.update(ModelHold, hold.id, lifted);
      const details = { holdId: hold.id, reason };
      await this.audit.record(manager, caller, { action: 'hold.lifted', modelId, model, details });
      return toHoldResponse(model, { ...hold, ...lifted });
    });
  }
}
