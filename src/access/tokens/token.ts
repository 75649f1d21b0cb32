import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { keysFor, type SigningKey, type VerifyingKey } from '../../platform/access/signing-key.js';
import { isApprovalRole, isCustomRole, isRole } from '../../platform/access/permission.js';

export const ISSUER = 'stagegate';
const AUDIENCE = 'stagegate';

/** A replica's clock may run this far behind the one that issued a token. */
const CLOCK_SKEW_SECONDS = 5;

export interface TokenClaims {
  subject: string;
  roles: readonly string[];
  /** Roles of the organisation's own that approvals ask for; never one of Stagegate's. */
  approvalRoles: readonly string[];
  tokenId: string;
  /** Seconds since 1970. */
  expiresAt: number;
  /** Whether a machine holds it. */
  isService: boolean;
  /** What it was exchanged for; absent for a token that an administrator issued. */
  exchanged?: ExchangedFor;
}

/** What an exchanged token keeps of the token it was exchanged for, and of the rule that let it. */
export interface ExchangedFor {
  /** The namespace of the issuer. */
  origin: string;
  claims: Readonly<Record<string, string>>;
  /** Null for every model. */
  scope: ModelScope | null;
}

export function signToken(key: SigningKey, claims: TokenClaims, issuedAt: number): string {
  const payload = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: claims.subject,
    jti: claims.tokenId,
    roles: claims.roles,
    ...(claims.approvalRoles.length > 0 && { approvalRoles: claims.approvalRoles }),
    ...(claims.isService && { isService: true }),
    ...(claims.exchanged && { exchanged: claims.exchanged }),
    iat: issuedAt,
    nbf: issuedAt - CLOCK_SKEW_SECONDS,
    exp: claims.expiresAt,
  };
  return jwt.sign(payload, key.signWith, { algorithm: key.algorithm, keyid: key.id });
}

/** The claims of a token that one of these keys signed and that is valid now; null for any other text. */
export function verifyToken(key: SigningKey, token: string): TokenClaims | null {
  for (const each of keysFor(key, headerOf(token)?.kid)) {
    const claims = verifyWith(each, token);
    if (claims !== null) return claims;
  }
  return null;
}

/** Each key verifies by its own algorithm alone, whatever the token names. */
function verifyWith(key: VerifyingKey, token: string): TokenClaims | null {
  try {
    const { header, payload } = jwt.verify(token, key.verifyWith, {
      algorithms: [key.algorithm],
      issuer: ISSUER,
      audience: AUDIENCE,
      complete: true,
    });
    return 'crit' in header || typeof payload === 'string' ? null : toClaims(payload);
  } catch {
    return null;
  }
}

/** Every claim must be there: jsonwebtoken checks the times only of tokens that carry them. */
function toClaims(payload: jwt.JwtPayload): TokenClaims | null {
  const { sub, jti, exp, nbf, roles, approvalRoles = [], isService = false } = payload as Record<string, unknown>;
  if (typeof sub !== 'string' || sub === '' || typeof jti !== 'string' || jti === '') return null;
  if (typeof exp !== 'number' || typeof nbf !== 'number') return null;
  if (!Array.isArray(roles) || !roles.every((role) => isRole(role) || isCustomRole(role))) return null;
  if (!Array.isArray(approvalRoles) || !approvalRoles.every(isApprovalRole)) return null;
  if (typeof isService !== 'boolean') return null;
  const { exchanged } = payload as { exchanged?: ExchangedFor };
  const own = { subject: sub, roles, approvalRoles, tokenId: jti, expiresAt: exp, isService };
  return { ...own, ...(exchanged && { exchanged }) };
}

function headerOf(token: string): jwt.JwtHeader | null {
  try {
    return jwt.decode(token, { complete: true })?.header ?? null;
  } catch {
    return null;
  }
}

/** Who a token says issued it, before anything of it is believed; null for what is no token. */
export function claimedIssuer(token: string): string | null {
  try {
    const payload = jwt.decode(token);
    return typeof payload === 'object' && typeof payload?.iss === 'string' ? payload.iss : null;
  } catch {
    return null;
  }
}

/** What is stored of a token instead of it: SHA-256, hexadecimal. */
export function digestOf(token: string): string {
  return hash('sha256', token, 'hex');
}
