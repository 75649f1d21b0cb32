import { type IssuerSettings } from '../../platform/config/issuers.js';
import { isRole, type Role } from '../../platform/access/permission.js';
import { normalSubject, personOf, subjectFault } from '../../platform/access/subject.js';
import { isPlainObject } from '../../values/values.js';

/** What an issuer says of somebody, in what the registry knows. */
export interface Identity {
  /** In the words of the issuer, without its namespace. */
  subject: string;
  /** What it calls them; null when it does not say. */
  name: string | null;
  /** In the words of the registry: those of the first issuer as they are, of others with the issuer's name before them. */
  groups: readonly string[];
  roles: readonly Role[];
  approvalRoles: readonly string[];
}

type Rules = Pick<IssuerSettings, 'claims' | 'groupRoles' | 'groupApprovalRoles' | 'groupPrefix' | 'foreignPrefixes'>;

const LONGEST_SUBJECT = 200;
const LONGEST_NAME = 200;
const MOST_GROUPS = 500;
const LONGEST_GROUP = 250;

/** Whom claims speak of, or the reason why they speak of nobody. */
export function identityOf(claims: Readonly<Record<string, unknown>>, rules: Rules): Identity | { fault: string } {
  const stated = claimAt(claims, rules.claims.subject);
  if (typeof stated !== 'string' || stated.length > LONGEST_SUBJECT)
    return { fault: `the claim ${rules.claims.subject} is no text of at most ${LONGEST_SUBJECT} characters` };
  const subject = normalSubject(stated);
  const fault = subjectFault(subject);
  if (fault !== null) return { fault };
  const groups = textsAt(claims, rules.claims.groups);
  // A list that is cut short would take rights away from somebody without a word.
  if (groups.length > MOST_GROUPS) return { fault: `the claim ${rules.claims.groups} holds more than ${MOST_GROUPS}` };
  const name = claimAt(claims, rules.claims.name);
  return {
    subject,
    name: typeof name === 'string' && name.trim() !== '' ? name.slice(0, LONGEST_NAME) : null,
    groups: namesOf(groups, rules),
    ...rightsOf(claims, groups, rules),
  };
}

/** No issuer says of somebody that they are in the group of another. */
function namesOf(groups: readonly string[], { groupPrefix, foreignPrefixes }: Rules): string[] {
  const names = groups.map((group) => groupPrefix + group);
  return names.filter((name) => !foreignPrefixes.some((prefix) => personOf(name).startsWith(prefix)));
}

function rightsOf(
  claims: Readonly<Record<string, unknown>>,
  groups: readonly string[],
  { claims: names, groupRoles, groupApprovalRoles }: Rules,
): Pick<Identity, 'roles' | 'approvalRoles'> {
  const stated = names.roles === null ? [] : textsAt(claims, names.roles).filter(isRole);
  const given = groups.flatMap((group) => (Object.hasOwn(groupRoles, group) ? groupRoles[group]! : []));
  const approval = groups.flatMap((group) =>
    Object.hasOwn(groupApprovalRoles, group) ? groupApprovalRoles[group]! : [],
  );
  return { roles: [...new Set([...stated, ...given])], approvalRoles: [...new Set(approval)] };
}

/** A claim by its name, or, where a dot leads on, a member of an object. */
export function claimAt(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const step of name.split('.')) {
    if (!isPlainObject(value) || !Object.hasOwn(value, step)) return undefined;
    value = value[step];
  }
  return value;
}

/** The texts of a claim, which may be one or a list; what else stands in it names no group. */
function textsAt(claims: Readonly<Record<string, unknown>>, name: string): string[] {
  const values: unknown[] = [claimAt(claims, name)].flat();
  const texts = values.filter((value): value is string => typeof value === 'string');
  return [...new Set(texts.filter((value) => value !== '' && value.length <= LONGEST_GROUP))];
}
