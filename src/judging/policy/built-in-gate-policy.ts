import { EQUALITY_EPSILON } from '../evidence/compare.js';
import { canonicalDigest } from '../../values/digest.js';
import { type GatePolicy } from './gate-policy.js';

/** What holds where neither a model nor the registry has a policy: Staging is free, Production refuses and says how to set one. */
export const BUILT_IN_GATE_POLICY: Readonly<GatePolicy> = Object.freeze({
  name: 'built-in',
  description: 'No gate policy was set: Staging is free, Production is refused.',
  metrics: {},
  defaults: { equalityEpsilon: EQUALITY_EPSILON },
  stages: {},
  protectedAliases: [],
});

/** Its digest. */
export const BUILT_IN_GATE_POLICY_DIGEST = canonicalDigest(BUILT_IN_GATE_POLICY);
