import { z } from 'zod';
import { digest, eventKind, stage, stored, time, versionNumber } from './event-kind.js';

const waiver = z.strictObject({
  id: z.uuid().describe('Its id.'),
  toStage: stage.describe('The stage whose gates the rule belongs to.'),
  ruleId: z.string().describe('The rule that is waived.'),
  reason: z.string().describe('Why.'),
  policyDigest: digest.describe('Digest of the policy that it is bound to.'),
  evidenceDigest: digest.describe('Digest of the evidence that it is bound to.'),
  grantedBy: z.string().describe('Who granted it.'),
  expiresAt: time.describe('Until when it holds.'),
  revokedAt: time.optional().describe('When it was revoked; absent while it stands, and in early events.'),
  stored: digest.describe('Digest over all that is stored of it, which the verification makes again.'),
});

const policyChange = z.strictObject({
  id: z.uuid().describe('Its id.'),
  digest: digest.describe('Digest of the policy that is to hold.'),
  requestedBy: z.string().describe('Who asked for it.'),
  comment: z.string().optional().describe('Why, in their words; absent when nothing was said.'),
  approvals: z
    .array(
      z.strictObject({
        actor: z.string().describe('Who decided.'),
        decision: z.enum(['approve', 'reject']).describe('What was decided.'),
        comment: z.string().nullable().describe('What was said of it; null when nothing was.'),
        ended: z.literal('withdrawn').optional().describe('That it was taken back; absent while it stands.'),
      }),
    )
    .describe('The decisions so far.'),
  revision: versionNumber.optional().describe('The revision it became; absent unless it was applied.'),
  code: z.string().optional().describe('Stable code of the outcome; absent when it needs none.'),
  detail: z.string().optional().describe('The outcome in a sentence, where it has a code.'),
  stored,
});
const ofPolicy = (sentence: string) => eventKind('registry or model', sentence, policyChange);

/** What persons let pass, and what they decide of the policies themselves. */
export const GOVERNANCE_EVENTS = {
  'waiver.granted': eventKind('version', 'A person waived an inconclusive rule.', waiver),
  'waiver.revoked': eventKind('version', 'A waiver was revoked.', waiver),
  'policy_change.requested': ofPolicy('A change of a gate policy was asked for that needs approval.'),
  'policy_change.approved': ofPolicy('A person approved a change of a gate policy.'),
  'policy_change.objected': ofPolicy('A person rejected a change of a gate policy without ending it.'),
  'policy_change.withdrawn': ofPolicy(
    'A person withdrew a decision on a change of a gate policy; a rejected one is open again.',
  ),
  'policy_change.applied': ofPolicy('A change of a gate policy was applied.'),
  'policy_change.rejected': ofPolicy('A person rejected a change of a gate policy, and that ended it.'),
  'policy_change.cancelled': ofPolicy('A change of a gate policy was cancelled.'),
  'policy_change.stale': ofPolicy(
    'A change of a gate policy ended because the policy had changed, or its time was over.',
  ),
} as const;
