import { type ModelScope } from '../../platform/access/model-scope.js';
import { personOf } from '../../platform/access/subject.js';

/** Injection token of the issuers whose tokens are taken. */
export const ISSUERS = Symbol('issuers');

/** What an issuer says in a token that it vouches for. */
export interface VerifiedToken {
  /** Whom it speaks for, in the words of the issuer. */
  subject: string;
  roles: readonly string[];
  /** Roles of the organisation's own that approvals ask for; never one of Stagegate's. */
  approvalRoles: readonly string[];
  /** What the issuer calls them; absent when it does not say. */
  name?: string | null;
  /** Groups that the issuer counts them among; absent for none. */
  groups?: readonly string[];
  /** Whether the token is of a machine; absent for a person. */
  isService?: boolean;
  /** The models it may know of; absent for all. */
  scope?: ModelScope | null;
  /** What it was given for, by the names of the claims; absent where nothing was exchanged. */
  claims?: Readonly<Record<string, string>>;
  /** The namespace of the issuer that vouched for the subject when ours was made; absent when an administrator named it. */
  origin?: string | null;
  /** The id of a token of ours; null for one that nobody here issued. */
  tokenId: string | null;
  /** Seconds since 1970. */
  expiresAt: number;
}

/** Whoever makes tokens that are taken here. */
export interface Issuer {
  /** The claim `iss` of its tokens, by which it is found before anything of a token is believed. */
  readonly iss: string;
  /** Stands before its subjects, so that one name of two issuers is two people; empty for our own. */
  readonly namespace: string;
  /** What a token says when the issuer made it and it is valid now; null for any other text. */
  verify(token: string): VerifiedToken | null | Promise<VerifiedToken | null>;
  /** Whether a verified token was revoked since; asked at each request, with the token's digest. */
  isStanding(token: VerifiedToken, digest: string): boolean | Promise<boolean>;
}

/** A subject as the registry knows it. */
export function qualifiedSubject({ namespace }: Issuer, subject: string): string {
  return namespace === '' ? subject : `${namespace}:${subject}`;
}

/** Whether a subject belongs to a namespace, however it is spelt. */
export function isOfNamespace(subject: string, namespace: string): boolean {
  return personOf(subject).startsWith(`${namespace}:`);
}

/** Issuers by their `iss`; two that share it or a namespace could not be told apart. */
export function byIss(issuers: readonly Issuer[]): ReadonlyMap<string, Issuer> {
  const namespaces = new Set(issuers.map(({ namespace }) => namespace));
  const found = new Map(issuers.map((issuer) => [issuer.iss, issuer]));
  if (found.size < issuers.length || namespaces.size < issuers.length)
    throw new Error('Each issuer needs an iss and a namespace of its own.');
  return found;
}
