import { Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { FAULT_CODES, type FaultCode } from '../engine/engine-fault.js';

/** Counts jobs that failed, by the reason they tell; an alarm watches INTERNAL_ERROR, which no sender can mend. */
@Injectable()
export class FailedJobs {
  /** From 0 on, so that the first one is a change that an alarm sees. */
  readonly counter = new Counter({
    name: 'prediction_jobs_failed_total',
    help: 'Prediction jobs that failed, by the code of their error.',
    labelNames: ['code'],
    registers: [],
  });

  constructor() {
    for (const code of Object.keys(FAULT_CODES)) this.counter.inc({ code }, 0);
  }

  count(code: FaultCode): void {
    this.counter.inc({ code });
  }
}
