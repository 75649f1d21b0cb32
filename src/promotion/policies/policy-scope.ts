/** Whose policy is meant: the registry's default, or that of one model by its name. */
export type PolicyScope = { of: 'registry' } | { of: 'model'; model: string };

export const REGISTRY: PolicyScope = { of: 'registry' };

/** A scope in words, for a sentence. */
export function describeScope(scope: PolicyScope): string {
  return scope.of === 'registry' ? 'the registry' : `model '${scope.model}'`;
}
