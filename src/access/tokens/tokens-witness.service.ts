import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../record/verification/comparison.js';
import { type ComparedField } from '../../record/verification/difference.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../record/verification/witness.kind.js';
import { Witnesses } from '../../record/verification/witnesses.service.js';
import { Token } from './token.entity.js';

type Issued = DetailsOf<'token.issued'>;

/** Compares tokens with the events that issued and revoked them; the registry's chain begins with the first. */
@Injectable()
export class TokensWitness implements Witness {
  readonly kind = 'token';

  constructor(witnesses: Witnesses) {
    witnesses.register(this);
  }

  concerns(action: string): boolean {
    return action === 'token.issued' || action === 'token.revoked';
  }

  /** A token that is gone can do nothing any more, so its row is not missed. */
  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const rows: Token[] = await reader.query(
      `SELECT ${columnsOf(Token, 't')} FROM tokens t WHERE t.id = ANY($1::uuid[])`,
      [events.map(({ details }) => details['id'])],
    );
    return events.map((event) => {
      const row = rows.find(({ id }) => id === event.details['id']);
      if (row === undefined) return nothingNamed(event.sequence);
      return compareStored({ sequence: event.sequence, kind: this.kind, id: row.id }, row, (stored) =>
        fieldsOf(event, stored),
      );
    });
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, 'registry' AS chain, NULL AS model, count(*) OVER ()::int AS total FROM tokens o
       WHERE NOT EXISTS (SELECT FROM audit_events e
         WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.action = 'token.issued')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}

function fieldsOf({ action, actor, details }: AuditEvent, stored: Token): ComparedField[] {
  if (action === 'token.revoked') return [['revokedBy', actor, stored.revokedAt && stored.revokedBy]];
  const {
    subject,
    roles,
    approvalRoles = [],
    serviceAccount = false,
    origin = null,
    expiresAt,
  } = details as unknown as Issued;
  return [
    ['subject', subject, stored.subject],
    ['roles', roles, stored.roles],
    ['approvalRoles', approvalRoles, stored.approvalRoles],
    ['serviceAccount', serviceAccount, stored.isService],
    ['origin', origin, stored.origin],
    ['expiresAt', expiresAt, stored.expiresAt],
    ['issuedBy', actor, stored.issuedBy],
  ];
}
