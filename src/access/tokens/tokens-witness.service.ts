import { Injectable } from '@nestjs/common';
import { columnsOf } from '../../platform/database/columns.js';
import { type SqlReader } from '../../platform/database/side-connection.js';
import { type AuditEvent } from '../../record/audit/audit-event.entity.js';
import { type DetailsOf } from '../../record/events/catalogue.js';
import { compareStored, type Comparison, nothingNamed } from '../../record/audit/comparison.js';
import { type ComparedField } from '../../record/audit/difference.js';
import {
  MOST_UNRECORDED,
  OBJECT_OF_EVENT,
  type UnrecordedObject,
  type Witness,
} from '../../record/audit/witness.kind.js';
import { BY_ID, digestRow, type StoredRow, storedRow, type ToldRows } from '../../record/audit/told-rows.queries.js';
import { Witnesses } from '../../record/audit/witnesses.service.js';
import { Token } from './token.entity.js';

type Issued = DetailsOf<'token.issued'>;

/** What the record tells of a token as it was issued; with a trust rule its tokens are revoked by one event of the rule. */
const TOLD_TOKENS: ToldRows = {
  kind: 'token',
  entity: Token,
  key: BY_ID,
  states: ['token.issued'],
  unmarked: ['revokedAt', 'revokedBy'],
};

type StoredToken = Token & { whole: StoredRow };

/** Compares tokens with the events that issued and revoked them; the registry's chain begins with the first. */
@Injectable()
export class TokensWitness implements Witness {
  readonly kind = 'token';
  readonly entities = [Token];

  constructor(witnesses: Witnesses) {
    witnesses.registerRows(TOLD_TOKENS, this);
  }

  concerns(action: string): boolean {
    return action === 'token.issued' || action === 'token.revoked' || action === RULE_ENDED;
  }

  /** A token that is gone can do nothing any more, so its row is not missed. */
  async compare(reader: SqlReader, events: readonly AuditEvent[]): Promise<Comparison[]> {
    const standing = await this.findStanding(reader, events);
    const rows: StoredToken[] = await reader.query(
      `SELECT ${columnsOf(Token, 'o')}, ${storedRow(TOLD_TOKENS)} AS whole FROM tokens o WHERE o.id = ANY($1::uuid[])`,
      [events.map(({ details }) => details['id'])],
    );
    return events.map((event) => {
      if (event.action === RULE_ENDED) return compareEnd(event, standing);
      const row = rows.find(({ id }) => id === event.details['id']);
      if (row === undefined) return nothingNamed(event.sequence);
      const isCovered = event.action === 'token.revoked' || event.details['stored'] !== undefined;
      return compareStored({ sequence: event.sequence, kind: this.kind, id: row.id, isCovered }, row, (stored) =>
        fieldsOf(event, stored),
      );
    });
  }

  /** Tokens of rules that are gone, which ended with them. */
  private findStanding(reader: SqlReader, events: readonly AuditEvent[]): Promise<StandingToken[]> {
    const ended = events.filter(({ action }) => action === RULE_ENDED);
    return reader.query(
      `SELECT t.id, t.trust_rule_id AS "ruleId" FROM tokens t JOIN unnest($1::uuid[], $2::timestamptz[]) AS ended (id, at)
         ON t.trust_rule_id = ended.id WHERE t.revoked_at IS NULL AND t.expires_at > ended.at LIMIT ${MOST_UNRECORDED}`,
      [ended.map(({ details }) => details['id']), ended.map(({ at }) => at)],
    );
  }

  findUnrecorded(reader: SqlReader): Promise<UnrecordedObject[]> {
    return reader.query(
      `SELECT o.id, 'registry' AS chain, NULL AS model, count(*) OVER ()::int AS total FROM tokens o
       WHERE NOT EXISTS (SELECT FROM audit_record e
         WHERE ${OBJECT_OF_EVENT} = o.id::text AND e.action = 'token.issued')
       LIMIT ${MOST_UNRECORDED}`,
    );
  }
}

const RULE_ENDED = 'trust_rule.deleted';

interface StandingToken {
  id: string;
  ruleId: string;
}

function compareEnd({ sequence, actor, details }: AuditEvent, standing: readonly StandingToken[]): Comparison {
  const differences = standing
    .filter(({ ruleId }) => ruleId === details['id'])
    .map(({ id }) => ({ kind: 'token', id, field: 'revokedBy', expected: actor, found: null }) as const);
  return { sequence, compared: 1, notCovered: 0, differences };
}

function fieldsOf({ action, actor, details }: AuditEvent, stored: StoredToken): ComparedField[] {
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
    ['stored', details['stored'], digestRow(stored.whole)],
  ];
}
