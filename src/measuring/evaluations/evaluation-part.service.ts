import { Injectable } from '@nestjs/common';
import { IdempotencyService } from '../../platform/idempotency/idempotency.service.js';
import { type StoredPart } from '../../platform/idempotency/stored-parts.js';
import { EvaluationsService } from './evaluations.service.js';

/** Evaluations in answers that are given again. */
@Injectable()
export class EvaluationPart implements StoredPart {
  readonly name = 'evaluation';

  constructor(
    private readonly evaluations: EvaluationsService,
    idempotency: IdempotencyService,
  ) {
    idempotency.keepsApart(this);
  }

  matches(value: Readonly<Record<string, unknown>>): boolean {
    return Array.isArray(value.metrics) && Array.isArray(value.paired);
  }

  read(id: string): Promise<object> {
    return this.evaluations.getEvaluation(id);
  }
}
