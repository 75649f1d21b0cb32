import { isObject, type Rule, withField } from './policy-document.js';

/** Somebody who may sign by Sigstore. */
export interface Signer {
  subject: string;
  issuer: string;
}

/** A rule by who signed the artifact, as the form shows it: one of the keys or of the identities is enough. */
export interface SignersRule {
  /** Public keys, as PEM. */
  keys: readonly string[];
  identities: readonly Signer[];
}

const NOBODY: Signer = { subject: '', issuer: '' };
const KNOWN = new Set(['path', 'op', 'keys', 'identities']);

/** A rule by signers that names nobody yet. */
export const NEW_SIGNERS: Rule = {
  id: 'signed',
  kind: 'metadata',
  require: [{ path: 'artifactDigest', op: 'verified', identities: [NOBODY] }],
};

/** The signers of a rule; null for one that asks for something else, or for more. */
export function toSigners(rule: Rule): SignersRule | null {
  const demand = demandOf(rule);
  if (demand === null) return null;
  const { keys, identities } = demand;
  return {
    keys: listOf(keys).filter((key) => typeof key === 'string'),
    identities: listOf(identities)
      .filter(isObject)
      .map(({ subject, issuer }) => ({ subject: textOf(subject), issuer: textOf(issuer) })),
  };
}

/** The rule with other signers; all that the form does not show stays. */
export function withSigners(rule: Rule, { keys, identities }: SignersRule): Rule {
  const demand = withField(demandOf(rule) ?? {}, 'keys', keys.length === 0 ? undefined : keys);
  return { ...rule, require: [withField(demand, 'identities', identities.length === 0 ? undefined : identities)] };
}

export function withOneMore(signers: SignersRule, what: keyof SignersRule): SignersRule {
  return what === 'keys'
    ? { ...signers, keys: [...signers.keys, ''] }
    : { ...signers, identities: [...signers.identities, NOBODY] };
}

/** The single demand of a rule, if that is for signatures and in the words of the form. */
function demandOf({ kind, require }: Rule): Rule | null {
  const [demand, ...others] = listOf(require);
  if (kind !== 'metadata' || others.length > 0 || !isObject(demand) || demand['op'] !== 'verified') return null;
  return Object.keys(demand).every((name) => KNOWN.has(name)) ? demand : null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
