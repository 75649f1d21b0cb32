import { Injectable } from '@nestjs/common';
import { gatePolicyDigest } from '../../judging/policy/parse-gate-policy.js';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison } from '../../record/audit/comparison.js';
import { MOST_UNRECORDED, type UnrecordedObject, type Witness } from '../../record/audit/witness.kind.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { canonicalDigest } from '../../values/digest.js';
import { GatePolicyRevision, TOLD_REVISIONS } from './gate-policy-revision.entity.js';

/** Compares revisions of policies with the events that set them. */
@Injectable()
export class PoliciesWitness implements Witness {
  readonly kind = 'gate_policy';
  readonly entities = [GatePolicyRevision];

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
    witnesses.registerRows(TOLD_REVISIONS);
  }

  concerns(action: string): boolean {
    return action === 'gate_policy.set';
  }

  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const told = events.map((event) => ({ ...event, set: event.details as DetailsOf<'gate_policy.set'> }));
    const rows: GatePolicyRevision[] = await reader.query(
      `SELECT ${columnsOf(GatePolicyRevision, 'p')} FROM gate_policy_revisions p
       JOIN unnest($1::text[], $2::integer[]) AS told (scope, revision) ON p.scope = told.scope AND p.revision = told.revision`,
      [told.map(({ chain }) => chain), told.map(({ set }) => set.revision)],
    );
    return told.map(({ sequence, chain, actor, set }) => {
      const id = `${chain}/${set.revision}`;
      const row = rows.find(({ scope, revision }) => `${scope}/${revision}` === id);
      return compareStored(
        { sequence, kind: this.kind, id, isCovered: set.sourceDigest !== undefined },
        row,
        (stored) => [
          ['digest', set.digest, stored.digest],
          ['policy', set.digest, gatePolicyDigest(stored.policy)],
          ['source', set.sourceDigest, canonicalDigest(stored.source)],
          ['createdBy', set.requestedBy ?? actor, stored.createdBy],
          ['comment', set.comment ?? null, stored.comment],
        ],
      );
    });
  }

  async evidence(reader: SqlReader, { chain, details }: AuditEvent): Promise<Record<string, unknown> | null> {
    const { revision, sourceDigest } = details as DetailsOf<'gate_policy.set'>;
    const [row]: GatePolicyRevision[] = await reader.query(
      `SELECT ${columnsOf(GatePolicyRevision, 'p')} FROM gate_policy_revisions p WHERE p.scope = $1 AND p.revision = $2`,
      [chain, revision],
    );
    return row ? { policy: row.policy, ...(sourceDigest !== undefined && { source: row.source }) } : null;
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.scope || '/' || o.revision AS id, o.scope AS chain, m.name AS model, count(*) OVER ()::int AS total
       FROM gate_policy_revisions o LEFT JOIN models m ON m.id = o.model_id
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE e.action = 'gate_policy.set' AND e.chain = o.scope AND e.details ->> 'revision' = o.revision::text)
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}
