import { type GateRule } from './gate-policy.js';
import { canonicalDigest } from '../../values/digest.js';
import { formatSlice, OVERALL_KEY, sliceKey } from '../evidence/slice-key.js';

const DERIVED_ID_MAX = 120;

/** Gives every rule without an id a readable one from what it says, whatever its place in the list. */
export function deriveIds<R extends GateRule>(rules: readonly R[]): R[] {
  const named = rules.map((rule) => (rule.id === '' ? { ...rule, id: deriveId(rule) } : rule));
  const uses = new Map<string, number>();
  for (const { id } of named) uses.set(id, (uses.get(id) ?? 0) + 1);
  return named.map((rule, at) => {
    const clashes = rules[at]!.id === '' && uses.get(rule.id)! > 1;
    return clashes ? { ...rule, id: `${rule.id}-${fingerprint(rule)}` } : rule;
  });
}

function deriveId(rule: GateRule): string {
  const id = [...subjectOf(rule), ...placesOf(rule)].filter(Boolean).join('-');
  return id.length <= DERIVED_ID_MAX ? id : `${id.slice(0, DERIVED_ID_MAX - 9)}-${fingerprint(rule)}`;
}

function subjectOf(rule: GateRule): string[] {
  switch (rule.kind) {
    case 'threshold':
      return [rule.metric, rule.min === undefined ? '' : 'min', rule.max === undefined ? '' : 'max'];
    case 'regression':
      return [rule.metric, rule.mode === 'superiority' ? 'superiority' : 'regression'];
    case 'slice_gap':
      return [rule.metric, 'gap'];
    default:
      return [rule.kind.replaceAll('_', '-')];
  }
}

function placesOf(rule: GateRule): string[] {
  if (!('slices' in rule)) return [];
  const onlyOverall = rule.slices.length === 1 && sliceKey(rule.slices[0]!) === OVERALL_KEY;
  const slices = onlyOverall ? [] : rule.slices.map((slice) => formatSlice(slice).replaceAll(' ', ''));
  return [...slices, ...rule.slicesOf.map((features) => `by-${features}`)];
}

/** Eight digits of the content, which tell apart rules that would read the same. */
function fingerprint(rule: GateRule): string {
  return canonicalDigest(rule).slice('sha256:'.length, 'sha256:'.length + 8);
}
