import { hash } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { type SigningKey } from '../../platform/access/signing-key.js';
import { isApprovalRole, isCustomRole, isRole } from '../../platform/access/permission.js';

export const ISSUER = 'stagegate';
export const AUDIENCE = 'stagegate';

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
}

export function signToken(key: SigningKey, claims: TokenClaims, issuedAt: number): string {
  const payload = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: claims.subject,
    jti: claims.tokenId,
    roles: claims.roles,
    ...(claims.approvalRoles.length > 0 && { approvalRoles: claims.approvalRoles }),
    iat: issuedAt,
    nbf: issuedAt - CLOCK_SKEW_SECONDS,
    exp: claims.expiresAt,
  };
  return jwt.sign(payload, key.signWith, { algorithm: key.algorithm });
}

/** The claims of a token that this key signed and that is valid now; null for any other text. */
export function verifyToken(key: SigningKey, token: string): TokenClaims | null {
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
  const { sub, jti, exp, nbf, roles, approvalRoles = [] } = payload as Record<string, unknown>;
  if (typeof sub !== 'string' || sub === '' || typeof jti !== 'string' || jti === '') return null;
  if (typeof exp !== 'number' || typeof nbf !== 'number') return null;
  if (!Array.isArray(roles) || !roles.every((role) => isRole(role) || isCustomRole(role))) return null;
  if (!Array.isArray(approvalRoles) || !approvalRoles.every(isApprovalRole)) return null;
  return { subject: sub, roles, approvalRoles, tokenId: jti, expiresAt: exp };
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
