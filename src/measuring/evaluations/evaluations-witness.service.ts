import { Injectable } from '@nestjs/common';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../record/audit/comparison.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { findEvaluationRow } from './evaluations.queries.js';
import { digestStored, storedParts } from './stored-evaluation.js';
import { Evaluation } from './evaluation.entity.js';
import { EvaluationMetrics } from './evaluation-metrics.entity.js';
import { EvaluationPair } from './evaluation-pair.entity.js';

type Submitted = DetailsOf<'evaluation.submitted'>;

/** Compares evaluations with the events of their submission, measure by measure. */
@Injectable()
export class EvaluationsWitness implements Witness {
  readonly kind = 'evaluation';
  readonly entities = [Evaluation, EvaluationMetrics, EvaluationPair];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action === 'evaluation.submitted';
  }

  /** One after the other, since a single evaluation may hold fifty thousand measures. */
  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const comparisons: Comparison[] = [];
    for (const event of events) comparisons.push(await this.compareOne(reader, event));
    return comparisons;
  }

  async evidence(reader: SqlReader, { details }: AuditEvent): Promise<Record<string, unknown> | null> {
    const { evaluationId, stored } = details as Partial<Submitted>;
    const row = evaluationId && stored ? await findEvaluationRow(reader, evaluationId) : undefined;
    return row ? { ...storedParts(row, row.metrics, row.paired) } : null;
  }

  /** What an event of an earlier release says of the measures is not enough to digest them again. */
  private async compareOne(reader: SqlReader, event: AuditEvent): Promise<Comparison> {
    const { sequence, modelId, version } = event;
    const { evaluationId, digest, dataset, stored } = event.details as Partial<Submitted>;
    if (evaluationId === undefined) return nothingNamed(sequence);
    const named = { sequence, kind: this.kind, id: evaluationId, isCovered: stored !== undefined } as const;
    const evaluation = await findEvaluationRow(reader, evaluationId);
    const found = evaluation && (await digestStored(evaluation, evaluation.metrics, evaluation.paired));
    return compareStored(named, evaluation, (row) => [
      ['digest', digest, row.digest],
      ['dataset.name', dataset?.name, row.datasetName],
      ['dataset.version', dataset?.version, row.datasetVersion],
      ['modelId', modelId, row.modelId],
      ['version', version, row.version],
      ['metrics', stored?.metrics, found?.metrics],
      ['paired', stored?.paired, found?.paired],
      ['head', stored?.head, found?.head],
    ]);
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, o.model_id AS chain, m.name AS model, count(*) OVER ()::int AS total
       FROM evaluations o JOIN models m ON m.id = o.model_id
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.action = 'evaluation.submitted' AND e.model_id = o.model_id)
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
