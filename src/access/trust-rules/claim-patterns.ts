import { matchesGlob } from '../../values/glob.js';

/** Claims that say who asks; one that says what is asked for, such as `ref`, is the same for everybody. */
const IDENTIFYING: ReadonlySet<string> = new Set([
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'enterprise_id',
  'project_id',
  'project_path',
  'namespace_id',
  'namespace_path',
  'user_id',
  'user_email',
  'email',
  'client_id',
  'azp',
]);

/** Claims that are names, which somebody else may take once they are free, with those that stay. */
const LASTING: Readonly<Record<string, string>> = {
  repository: 'repository_id',
  repository_owner: 'repository_owner_id',
  project_path: 'project_id',
  namespace_path: 'namespace_id',
};

/** Whether a claim is what a pattern asks for: the same text, or one that `*` stands for any part of. */
export function matchesPattern(pattern: string, claim: unknown): boolean {
  const value = textOf(claim);
  return value !== null && matchesGlob(pattern, value);
}

/** A claim as a pattern sees it; no rule can speak of lists and objects. */
export function textOf(claim: unknown): string | null {
  if (typeof claim === 'string') return claim;
  return typeof claim === 'number' || typeof claim === 'boolean' ? String(claim) : null;
}

/** Whether a pattern of a claim says who asks: a whole text, or a path whose beginning is whole, as in `repo:acme/*`. */
export function identifies(claim: string, pattern: string): boolean {
  if (!IDENTIFYING.has(claim)) return false;
  const [beginning] = pattern.split('*', 1);
  return beginning === pattern || beginning!.includes('/');
}

/** What an administrator should know of a rule that is taken all the same. */
export function warningsOf(claims: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(claims).filter((name) => name in LASTING && !(LASTING[name]! in claims));
  const rests = names.map(
    (name) => `${name} is a name that somebody else may take once it is free; ${LASTING[name]!} stays with its owner.`,
  );
  const hasId = Object.values(LASTING).some((name) => name in claims);
  return 'sub' in claims && /[/*]/.test(claims['sub']) && !hasId
    ? [...rests, 'sub is made of names that somebody else may take once they are free; ask for an id beside it.']
    : rests;
}
