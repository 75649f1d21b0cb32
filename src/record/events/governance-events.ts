import { z } from 'zod';
import { digest, eventKind, stage, time } from './event-kind.js';

const waiver = z.strictObject({
  id: z.uuid().describe('Its id.'),
  toStage: stage.describe('The stage whose gates the rule belongs to.'),
  ruleId: z.string().describe('The rule that is waived.'),
  reason: z.string().describe('Why.'),
  policyDigest: digest.describe('Digest of the policy that it is bound to.'),
  evidenceDigest: digest.describe('Digest of the evidence that it is bound to.'),
  grantedBy: z.string().describe('Who granted it.'),
  expiresAt: time.describe('Until when it holds.'),
  stored: digest.describe('Digest over all that is stored of it, which the verification makes again.'),
});

/** What persons let pass, and what they decide of the policies themselves. */
export const GOVERNANCE_EVENTS = {
  'waiver.granted': eventKind('version', 'A person waived an inconclusive rule.', waiver),
  'waiver.revoked': eventKind('version', 'A waiver was revoked.', waiver),
} as const;
