import { type Gated, isObject, type PolicyDocument, stageField } from './policy-document.js';

/** What a policy asks of whoever breaks glass, beside a reason. */
export interface EmergencyTerms {
  ticketRequired: boolean;
  /** Whether another person has to confirm. */
  secondPerson: boolean;
}

/** What the policy that holds asks in an emergency: both, unless it says otherwise. */
export function emergencyTerms(policy: PolicyDocument, stage: Gated): EmergencyTerms {
  const override = stageField(policy, stage, 'override');
  const { ticketRequired, secondPerson } = isObject(override) ? override : {};
  return { ticketRequired: ticketRequired !== false, secondPerson: secondPerson !== false };
}
