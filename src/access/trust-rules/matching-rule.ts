import { claimAt } from '../oidc/identity.js';
import { matchesPattern, textOf } from './claim-patterns.js';
import { type TrustRule, type TrustRuleRow } from './trust-rule.entity.js';

type Claims = Readonly<Record<string, unknown>>;

/** Claims that say where and from what a job ran; kept with all that its token does. */
const TELLING = [
  'sub',
  'repository',
  'repository_id',
  'repository_owner_id',
  'ref',
  'sha',
  'environment',
  'event_name',
  'actor',
  'workflow_ref',
  'job_workflow_ref',
  'run_id',
  'run_attempt',
  'project_path',
  'project_id',
  'namespace_id',
  'pipeline_id',
  'pipeline_source',
  'job_id',
  'user_login',
];
const LONGEST_CLAIM = 300;

type Reach = Pick<TrustRuleRow, 'model' | 'modelId' | 'modelPrefix'>;

/**
 * The rule that verified claims fulfil, out of those of an issuer, the oldest first. Of several the one that asks for the most, and of
 * those the oldest: among all that reach the model that is asked for; or else among those of one reach, so that whoever makes rules of
 * one model takes no job away from another.
 */
export function matchingRule<Rule extends TrustRuleRow>(
  rules: readonly Rule[],
  claims: Claims,
  model?: string,
): Rule | null {
  const fulfilled = rules.filter((rule) => isFulfilled(rule, claims));
  const competing = model === undefined ? ofOneReach(fulfilled) : fulfilled.filter((rule) => reaches(rule, model));
  return competing.toSorted(byAsked)[0] ?? null;
}

function isFulfilled({ audience, claims: asked }: TrustRule, claims: Claims): boolean {
  const audiences: unknown[] = [claims['aud']].flat();
  return (
    audiences.includes(audience) &&
    Object.entries(asked).every(([name, pattern]) => matchesPattern(pattern, claimAt(claims, name)))
  );
}

/** Those of the widest reach that there is; of several as wide, that of the oldest. */
function ofOneReach<Rule extends TrustRuleRow>(rules: readonly Rule[]): Rule[] {
  const [first] = rules.toSorted((a, b) => narrownessOf(a) - narrownessOf(b));
  return rules.filter((rule) => rule.modelId === first!.modelId && rule.modelPrefix === first!.modelPrefix);
}

function narrownessOf({ modelId, modelPrefix }: Reach): number {
  if (modelId !== null) return 2;
  return modelPrefix === null ? 0 : 1;
}

function reaches({ model, modelId, modelPrefix }: Reach, name: string): boolean {
  return modelId === null ? name.startsWith(modelPrefix ?? '') : model === name;
}

/** Whole texts ask for more than patterns, and `*` alone for nothing. */
function byAsked(a: TrustRule, b: TrustRule): number {
  const [one, other] = [Object.values(a.claims), Object.values(b.claims)];
  return countOf(other, isWhole) - countOf(one, isWhole) || countOf(other, asksAnything) - countOf(one, asksAnything);
}

function countOf(patterns: readonly string[], counts: (pattern: string) => boolean): number {
  return patterns.filter(counts).length;
}

function isWhole(pattern: string): boolean {
  return !pattern.includes('*');
}

function asksAnything(pattern: string): boolean {
  return /[^*]/.test(pattern);
}

/** What the token of a rule stands for: the claims that the rule asks for, and those that tell of the job. */
export function keptClaims(claims: Claims, rule: Pick<TrustRule, 'claims'>): Record<string, string> {
  const names = [...new Set([...Object.keys(rule.claims), ...TELLING])];
  const kept = names.map((name) => [name, textOf(claimAt(claims, name))?.slice(0, LONGEST_CLAIM)] as const);
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
