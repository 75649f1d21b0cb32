import { canonicalJson } from '../../values/canonical-json.js';
import { type RuleBase, type Tightening } from '../kinds/rule-kind.js';
import { kindOf, type RuleTable } from '../kinds/rule-table.js';
import { among, free } from '../kinds/tightening.js';
import { ENFORCEMENTS } from '../outcome/enforcement.js';

/** Fields of every rule that may change without asking for less. */
const OF_EVERY_RULE: Tightening = { description: free, enforcement: among(ENFORCEMENTS) };

/** Fields in which a rule of a narrower scope asks for less than the rule of the same id it takes the place of. */
export function loosenedFields(base: RuleBase, narrower: RuleBase, table: RuleTable): string[] {
  if (base.kind !== narrower.kind) return ['kind'];
  const tightening = { ...OF_EVERY_RULE, ...kindOf(base, table).tighter?.(base, narrower) };
  const [wide, narrow] = [fieldsOf(base), fieldsOf(narrower)];
  return [...new Set([...wide.keys(), ...narrow.keys()])].filter((field) => {
    const [before, after] = [wide.get(field), narrow.get(field)];
    if (canonicalJson([before ?? null]) === canonicalJson([after ?? null])) return false;
    return !Object.hasOwn(tightening, field) || !tightening[field]!(after, before);
  });
}

function fieldsOf(rule: RuleBase): Map<string, unknown> {
  return new Map(Object.entries(rule));
}
