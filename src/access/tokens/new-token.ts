import { v7 as uuidv7 } from 'uuid';
import { type SigningKey } from '../../platform/access/signing-key.js';
import { digestOf, type ExchangedFor, signToken } from './token.js';
import { type Token } from './token.entity.js';

/** Whom a token is to speak for, what it may do, and for how long. */
export interface NewToken {
  subject: string;
  roles: string[];
  approvalRoles: string[];
  name?: string;
  expiresInSeconds: number;
  isService: boolean;
  /** What the issuer says that vouched for the subject; absent when an administrator named it. */
  vouched?: { origin: string; displayName: string | null; groups: string[] };
  /** Of a token that a trust rule let be exchanged. */
  exchanged?: ExchangedFor & { trustRuleId: string };
}

const NOBODYS = { origin: null, displayName: null, groups: [] };
const UNBOUND = { claims: null, scope: null, trustRuleId: null };

/** A token's row, and the text that its holder shows. */
export function makeToken(key: SigningKey, wanted: NewToken, issuedBy: string): { token: Token; text: string } {
  const issuedAt = Math.floor(Date.now() / 1000);
  const expiresAt = issuedAt + wanted.expiresInSeconds;
  const { subject, roles, approvalRoles, isService, name = null, vouched, exchanged } = wanted;
  const id = uuidv7();
  const claims = { subject, roles, approvalRoles, tokenId: id, expiresAt, isService };
  const text = signToken(key, { ...claims, ...(exchanged && { exchanged: signedPart(exchanged) }) }, issuedAt);
  const token: Token = {
    ...NOBODYS,
    ...UNBOUND,
    ...vouched,
    ...exchanged,
    id,
    subject,
    roles,
    approvalRoles,
    isService,
    name,
    digest: digestOf(text),
    issuedAt: new Date(issuedAt * 1000),
    issuedBy,
    expiresAt: new Date(expiresAt * 1000),
    revokedAt: null,
    revokedBy: null,
  };
  return { token, text };
}

function signedPart({ origin, claims, scope }: ExchangedFor): ExchangedFor {
  return { origin, claims, scope };
}
