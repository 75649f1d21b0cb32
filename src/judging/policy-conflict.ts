import { type GateEvidence } from './evidence/gate-evidence.js';
import { type GateOutcome } from './outcome/gate-outcome.js';
import { type PolicyError } from './policy/policy-error.js';

/** Nothing passes while the model's policy asks for less than the registry's default. */
export function conflictOutcome(evidence: GateEvidence, conflicts: readonly PolicyError[]): GateOutcome<never> {
  const message = `The model's policy and the registry's default contradict each other: ${conflicts[0]?.detail ?? 'see the policy'}`;
  return {
    verdict: 'ERROR',
    gated: true,
    firstPromotion: evidence.incumbent === null,
    message,
    blockers: conflicts.map(({ pointer, detail }) => ({
      status: 'ERROR',
      reasonCode: 'POLICY_INVALID',
      message: `${pointer}: ${detail}`,
      remediation: "Set a policy for the model that asks for at least what the registry's default does.",
    })),
    warnings: [],
    rules: [],
    evidenceUsed: [],
  };
}
