import { Injectable } from '@nestjs/common';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { type PreparedRead, PreparedReads } from '../../platform/database/prepared-reads.js';
import { SharedQuestion } from '../../platform/database/shared-question.js';

/** With the revision of all rights, under no id: both are asked for at each request, and so in one statement. */
const STANDING_TOKENS: PreparedRead = {
  name: 'standing-tokens',
  lane: 'tokens',
  text: `SELECT id, digest FROM tokens WHERE id = ANY($1) AND revoked_at IS NULL
    UNION ALL SELECT NULL, revision::text FROM rights_revisions`,
};

/** Whom a token speaks for, and what it may do. */
export interface TokenHolder {
  subject: string;
  roles: string[];
  approvalRoles: string[];
  expiresAt: Date;
  isService: boolean;
  /** The namespace of the issuer that vouched for the subject; null when an administrator named it. */
  origin: string | null;
  displayName: string | null;
  groups: string[];
  claims: Readonly<Record<string, string>> | null;
  scope: ModelScope | null;
}

const HOLDER: PreparedRead = {
  name: 'token-holder',
  lane: 'tokens',
  text: `SELECT subject, roles, approval_roles AS "approvalRoles", expires_at AS "expiresAt",
      is_service AS "isService", origin, display_name AS "displayName", groups, claims, scope
    FROM tokens WHERE id = $1 AND revoked_at IS NULL AND expires_at > now()`,
};

/** Asks the database whether tokens still stand: for many at once, and at each request, on every replica. */
@Injectable()
export class TokenStates {
  private readonly question: SharedQuestion<string | null, Map<string | null, string>>;

  constructor(private readonly reads: PreparedReads) {
    this.question = new SharedQuestion(async (asked) => {
      const ids = [...new Set(asked)].filter((id) => id !== null);
      const rows = await reads.query<{ id: string | null; digest: string }>(STANDING_TOKENS, [ids]);
      return new Map(rows.map((row) => [row.id, row.digest]));
    });
  }

  /** The digest of the token with this id, or undefined when it is unknown or revoked. */
  async digestOf(tokenId: string): Promise<string | undefined> {
    return (await this.question.ask(tokenId)).get(tokenId);
  }

  /** What is another value after each change of what anybody may do; undefined when the database does not say. */
  async revisionOfRights(): Promise<string | undefined> {
    return (await this.question.ask(null)).get(null);
  }

  /** Whoever holds the token with this id now; null when it is unknown, revoked or over. */
  async holderOf(tokenId: string): Promise<TokenHolder | null> {
    const [holder] = await this.reads.query<TokenHolder & Record<string, unknown>>(HOLDER, [tokenId]);
    return holder ?? null;
  }
}
