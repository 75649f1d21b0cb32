import { Injectable } from '@nestjs/common';
import { IdempotencyService } from '../../platform/idempotency/idempotency.service.js';
import { type StoredPart } from '../../platform/idempotency/stored-parts.js';
import { GatesService } from './gates.service.js';

/** Gate reports in answers that are given again. */
@Injectable()
export class GateReportPart implements StoredPart {
  readonly name = 'gate-report';

  constructor(
    private readonly gates: GatesService,
    idempotency: IdempotencyService,
  ) {
    idempotency.keepsApart(this);
  }

  matches(value: Readonly<Record<string, unknown>>): boolean {
    return Array.isArray(value.rules) && typeof value.verdict === 'string';
  }

  read(id: string): Promise<object> {
    return this.gates.getGateReport(id);
  }
}
