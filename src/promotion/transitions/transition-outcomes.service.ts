import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { type Refusal, TRANSITION_STATUSES } from './decide-transition.js';
import { MOVE_KINDS } from './move.js';
import { type StageChange } from './stage-change.js';
import { illegalDemandEvent, outcomeEvent } from './transition-events.js';
import { type TransitionRow } from './transition-row.js';

/** Writes into the record where transitions stand, and counts it. */
@Injectable()
export class TransitionOutcomes {
  /** Counted when the event is written: one whose transaction fails after that was counted all the same. */
  readonly counter = new Counter({
    name: 'transitions_total',
    help: 'Transitions that this replica decided on, by kind of move and where they stood afterwards.',
    labelNames: ['kind', 'outcome'],
    registers: [],
  });

  constructor(private readonly audit: AuditService) {
    // From 0 on, so that the first one is a change that an alarm sees.
    for (const kind of MOVE_KINDS) for (const outcome of TRANSITION_STATUSES) this.counter.inc({ kind, outcome }, 0);
  }

  async record(
    manager: EntityManager,
    caller: Caller,
    transition: TransitionRow,
    gateReport?: GateReportRecord | null,
  ): Promise<void> {
    await this.audit.record(manager, caller, outcomeEvent(transition, gateReport));
    this.counter.inc({ kind: transition.kind, outcome: transition.status });
  }

  /** A demand that the lifecycle has no move for makes no transition, and is in the record alone. */
  recordIllegal(manager: EntityManager, change: StageChange, lost: Refusal): Promise<void> {
    return this.audit.record(manager, change.caller, illegalDemandEvent(change, lost));
  }
}
