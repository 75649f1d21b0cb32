import { IsCount, IsId, IsSomeNames, IsText, IsTexts, IsTruth, Optional } from '../../platform/http/fields.js';
import { IsSecret } from '../../platform/http/secret.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type Caller } from '../../platform/access/caller.js';
import { type Permission } from '../../platform/access/permission.js';
import { type Token } from './token.entity.js';

const SHORTEST_LIFE_SECONDS = 1;
export const DEFAULT_LIFE_SECONDS = 24 * 3600;
const LONGEST_LIFE_SECONDS = 366 * 24 * 3600;

export class IssueTokenRequest {
  /**
   * Who the token speaks for, brought to the Unicode form NFKC; separation of duty compares it without regard to case. No control
   * or format characters, no blank at either end, no word of letters that look alike, and not the name of the service.
   */
  @IsText(1, 200)
  subject: string;

  /**
   * What the token may do everywhere: viewer, contributor, approver, admin, or roles of your own; roles add up. Without any, the
   * token may do what role bindings give to its subject. Nobody gives what they lack themselves.
   */
  @IsSomeNames(20, 100)
  roles: string[];

  /**
   * Roles of your own that approvals ask for, such as ml-lead; deciding takes the role approver besides. Letters and digits, with
   * spaces and `._-` inside, and none that reads like a role of the service.
   */
  @Optional()
  @IsTexts(0, 20, 100)
  approvalRoles?: string[];

  /** Where the token is used, for the list of tokens. */
  @Optional()
  @IsText(1, 200)
  name?: string;

  /** Whether a machine is to hold the token, such as a CI job; false unless given. Machines approve nothing. */
  @Optional()
  @IsTruth()
  serviceAccount?: boolean;

  /** How long the token lives; a day unless given, at most 366 days. */
  @Optional()
  @IsCount(SHORTEST_LIFE_SECONDS, LONGEST_LIFE_SECONDS)
  expiresInSeconds?: number;
}

export class ListTokensQuery extends ListQuery {
  /** Only tokens of this subject. */
  @Optional()
  @IsText(1, 200)
  subject?: string;
}

export class TokenResponse {
  /** The token's id, its `jti`. */
  @IsId()
  id: string;

  /** Who the token speaks for. */
  subject: string;

  /** The roles that the token carries, which hold everywhere. */
  roles: string[];

  /** Roles of your own that approvals ask for. */
  approvalRoles: string[];

  /** Whether a machine holds the token; machines approve nothing. */
  serviceAccount: boolean;

  /** The issuer that vouched for the subject, by its name here; null when an administrator named the subject. */
  origin: string | null;

  /** Where the token is used; null when nobody said. */
  name: string | null;

  /** When the token was issued. */
  issuedAt: Date;

  /** Who issued the token. */
  issuedBy: string;

  /** When the token ends by itself. */
  expiresAt: Date;

  /** When the token was revoked; null while it stands. */
  revokedAt: Date | null;

  /** Who revoked the token; null while it stands. */
  revokedBy: string | null;
}

export class IssuedTokenResponse extends TokenResponse {
  /** The token itself, shown this once. */
  @IsSecret()
  token: string;
}

export class TokenPage {
  /** The tokens of this page, newest first. */
  items: TokenResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export class MySessionResponse {
  /** The session's id. */
  @IsId()
  id: string;

  /** When the sign-in happened. */
  startedAt: Date;

  /** When the session ends unless it is used before. */
  idleUntil: Date;

  /** When the session ends, however much it is used. */
  endsAt: Date;

  /** Where a browser goes after the session ended, so that the provider ends its own; null when no provider signed it in. */
  signOutUrl: string | null;
}

export class MeResponse {
  /** Who the caller is. */
  subject: string;

  /** The roles that the caller has in the whole registry, by its token or by role bindings. */
  roles: string[];

  /** The approval roles of the caller's token. */
  approvalRoles: string[];

  /** What the identity provider calls the caller; null when it does not say. */
  displayName: string | null;

  /** Groups that the identity provider counts the caller among. */
  groups: string[];

  /** Whether the caller is a machine. */
  serviceAccount: boolean;

  /** What the caller may do in the whole registry; `/me/permissions` tells of one model. */
  permissions: Permission[];

  /** The id of the caller's token; null when another issuer made it. */
  tokenId: string | null;

  /** When the caller's token ends; null when another issuer made it. */
  expiresAt: Date | null;

  /** The browser's session; null for a request with a token. */
  session: MySessionResponse | null;
}

export function toTokenResponse(token: Token): TokenResponse {
  const { id, subject, roles, approvalRoles, isService: serviceAccount, origin, name } = token;
  const { issuedAt, issuedBy, expiresAt, revokedAt, revokedBy } = token;
  const whose = { id, subject, roles, approvalRoles, serviceAccount, origin, name };
  return { ...whose, issuedAt, issuedBy, expiresAt, revokedAt, revokedBy };
}

export function toMeResponse(caller: Caller, token: Token | null): MeResponse {
  return {
    subject: caller.subject,
    roles: [...caller.roles],
    approvalRoles: [...caller.approvalRoles],
    displayName: caller.displayName ?? null,
    groups: [...caller.groups],
    serviceAccount: caller.isService,
    permissions: [...caller.permissions],
    tokenId: caller.tokenId,
    expiresAt: token?.expiresAt ?? null,
    session: caller.session ?? null,
  };
}
