import { Injectable } from '@nestjs/common';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { type Role } from '../../platform/access/permission.js';
import { type PreparedRead, PreparedReads } from '../../platform/database/prepared-reads.js';

interface Question {
  promise: Promise<ReadonlyMap<string, string>>;
  answer: (digests: ReadonlyMap<string, string>) => void;
  fail: (error: unknown) => void;
  ids: Set<string>;
}

const STANDING_TOKENS: PreparedRead = {
  name: 'standing-tokens',
  lane: 'tokens',
  text: 'SELECT id, digest FROM tokens WHERE id = ANY($1) AND revoked_at IS NULL',
};

/** Whom a token speaks for, and what it may do. */
export interface TokenHolder {
  subject: string;
  roles: Role[];
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

/**
 * Asks the database whether tokens still stand. One question is under way at a time; requests that arrive meanwhile
 * share the next one. So every answer is younger than its request, on every replica, without a query per request.
 */
@Injectable()
export class TokenStates {
  private next: Question | null = null;
  private isAsking = false;

  constructor(private readonly reads: PreparedReads) {}

  /** The digest of the token with this id, or undefined when it is unknown or revoked. */
  async digestOf(tokenId: string): Promise<string | undefined> {
    this.next ??= newQuestion();
    const question = this.next;
    question.ids.add(tokenId);
    if (!this.isAsking) void this.askAll();
    return (await question.promise).get(tokenId);
  }

  /** Whoever holds the token with this id now; null when it is unknown, revoked or over. */
  async holderOf(tokenId: string): Promise<TokenHolder | null> {
    const [holder] = await this.reads.query<TokenHolder & Record<string, unknown>>(HOLDER, [tokenId]);
    return holder ?? null;
  }

  private async askAll(): Promise<void> {
    this.isAsking = true;
    while (this.next) {
      const question = this.next;
      this.next = null;
      await this.ask(question);
    }
    this.isAsking = false;
  }

  private async ask(question: Question): Promise<void> {
    try {
      const rows = await this.reads.query<{ id: string; digest: string }>(STANDING_TOKENS, [[...question.ids]]);
      question.answer(new Map(rows.map((row) => [row.id, row.digest])));
    } catch (error) {
      question.fail(error);
    }
  }
}

function newQuestion(): Question {
  let answer!: Question['answer'];
  let fail!: Question['fail'];
  const promise = new Promise<ReadonlyMap<string, string>>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return { promise, answer, fail, ids: new Set() };
}
