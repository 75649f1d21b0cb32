import { isObject, type Rule, withField } from './policy-document.js';

export const FORM_KINDS = ['floor', 'ceiling', 'noLoss'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** A rule as the form shows it. */
export interface FormRule {
  kind: FormKind;
  metric: string;
  /** The limit, or the loss that is allowed; undefined while none is given. */
  value: number | undefined;
  /** Whether the allowed loss is a share of the incumbent's value. */
  isShare: boolean;
  /** Features whose every value is judged. */
  slicesOf: readonly string[];
  /** How many slices are named one by one, which the editor changes. */
  namedSlices: number;
}

const LIMITS = ['min', 'max', 'maxRegression', 'margin'] as const;

/** The rule as the form shows it; null for one that says more than the form can. */
export function toFormRule(rule: Rule): FormRule | null {
  const { kind, metric, slicesOf, slices } = rule;
  const stated = LIMITS.filter((name) => rule[name] !== undefined);
  const limit = stated[0];
  if (typeof metric !== 'string' || stated.length !== 1 || limit === undefined) return null;
  if (kind !== undefined && kind !== (limit === 'min' || limit === 'max' ? 'threshold' : 'regression')) return null;
  const value = limitOf(rule[limit]);
  if (value === null) return null;
  return {
    kind: limit === 'min' ? 'floor' : limit === 'max' ? 'ceiling' : 'noLoss',
    metric,
    ...value,
    slicesOf: Array.isArray(slicesOf) ? slicesOf.filter((each) => typeof each === 'string') : [],
    namedSlices: Array.isArray(slices) ? slices.length : 0,
  };
}

function limitOf(limit: unknown): Pick<FormRule, 'value' | 'isShare'> | null {
  if (typeof limit === 'number') return { value: limit, isShare: false };
  if (!isObject(limit) || Object.keys(limit).length !== 1) return null;
  const { abs, rel } = limit;
  if (typeof rel === 'number') return { value: rel, isShare: true };
  return typeof abs === 'number' ? { value: abs, isShare: false } : null;
}

/** The rule with what was changed in the form; all that the form does not show stays. */
export function withFormChange(rule: Rule, shown: FormRule, changes: Partial<FormRule>): Rule {
  const next = { ...shown, ...changes };
  const isSame = next.kind === shown.kind;
  const isRegression = next.kind === 'noLoss';
  const name = isSame && rule['margin'] !== undefined ? 'margin' : LIMIT_OF[next.kind];
  const bare = LIMITS.reduce((fields, limit) => withField(fields, limit, undefined), withoutForeign(rule, isSame));
  const limit = isRegression && next.isShare ? { rel: next.value ?? 0 } : (next.value ?? 0);
  const changed = { ...bare, metric: next.metric, [name]: limit };
  return changes.slicesOf === undefined
    ? changed
    : withField(changed, 'slicesOf', next.slicesOf.length === 0 ? undefined : next.slicesOf);
}

const LIMIT_OF = { floor: 'min', ceiling: 'max', noLoss: 'maxRegression' } as const;

/** A rule that becomes one of another kind loses what only its former kind has. */
function withoutForeign(rule: Rule, isSameKind: boolean): Rule {
  if (isSameKind) return rule;
  return ['kind', 'mode', 'bound', 'onMissingIncumbentSlice'].reduce(
    (fields, name) => withField(fields, name, undefined),
    rule,
  );
}
