import { claimAt } from '../oidc/identity.js';
import { matchesPattern, textOf } from './claim-patterns.js';
import { type TrustRule } from './trust-rule.entity.js';

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

/** The rule that verified claims fulfil; of several the one that asks for the most, and of those the oldest. */
export function matchingRule<Rule extends TrustRule>(rules: readonly Rule[], claims: Claims): Rule | null {
  const audiences: unknown[] = [claims['aud']].flat();
  const fulfilled = rules.filter(
    (rule) =>
      audiences.includes(rule.audience) &&
      Object.entries(rule.claims).every(([name, pattern]) => matchesPattern(pattern, claimAt(claims, name))),
  );
  const askedOf = (rule: Rule): number => Object.keys(rule.claims).length;
  return fulfilled.toSorted((a, b) => askedOf(b) - askedOf(a))[0] ?? null;
}

/** What the token of a rule stands for: the claims that the rule asks for, and those that tell of the job. */
export function keptClaims(claims: Claims, rule: Pick<TrustRule, 'claims'>): Record<string, string> {
  const names = [...new Set([...Object.keys(rule.claims), ...TELLING])];
  const kept = names.map((name) => [name, textOf(claimAt(claims, name))?.slice(0, LONGEST_CLAIM)] as const);
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined));
}
