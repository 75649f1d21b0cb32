import { canonicalDigest } from '../../values/digest.js';
import { type RuleBase } from './rule-kind.js';

const DERIVED_ID_MAX = 120;

/** Gives every rule without an id a readable one from what it says, whatever its place in the list. */
export function deriveIds<Rule extends RuleBase>(rules: readonly Rule[], idParts: (rule: Rule) => string[]): Rule[] {
  const named = rules.map((rule) => (rule.id === '' ? { ...rule, id: deriveId(rule, idParts(rule)) } : rule));
  const uses = new Map<string, number>();
  for (const { id } of named) uses.set(id, (uses.get(id) ?? 0) + 1);
  return named.map((rule, at) => {
    const clashes = rules[at]!.id === '' && uses.get(rule.id)! > 1;
    return clashes ? { ...rule, id: `${rule.id}-${fingerprint(rule)}` } : rule;
  });
}

function deriveId(rule: RuleBase, parts: readonly string[]): string {
  const id = parts.filter(Boolean).join('-');
  return id.length <= DERIVED_ID_MAX ? id : `${id.slice(0, DERIVED_ID_MAX - 9)}-${fingerprint(rule)}`;
}

/** Eight digits of the content, which tell apart rules that would read the same. */
function fingerprint(rule: RuleBase): string {
  return canonicalDigest(rule).slice('sha256:'.length, 'sha256:'.length + 8);
}
