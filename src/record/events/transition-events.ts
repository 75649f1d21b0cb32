import { z } from 'zod';
import { VERDICTS } from '../../judging/verdict/verdict.js';
import { count, digest, eventKind, stage, stored, time, versionNumber } from './event-kind.js';

const fromStage = stage.describe('The stage the version was in.');
const toStage = stage.describe('The stage asked for.');
const refusal = {
  code: z.string().describe('Stable code of the reason.'),
  detail: z.string().describe('The reason in a sentence.'),
};

const approval = z.strictObject({
  actor: z.string().describe('Who decided.'),
  decision: z.enum(['approve', 'reject']).describe('What was decided.'),
  comment: z.string().nullable().describe('What was said of it; null when nothing was.'),
  digest: digest.optional().describe('Digest over all that is stored of it; absent in early events.'),
  ended: z
    .enum(['withdrawn', 'expired', 'dismissed', 'revoked'])
    .optional()
    .describe('How it ended before the outcome; absent while it counts.'),
});

const evidenceUsed = z.strictObject({
  role: z.enum(['challenger', 'incumbent']).describe('Whose evaluation it is.'),
  version: versionNumber.describe('The version it measured.'),
  evaluationId: z.uuid().describe('Id of the evaluation.'),
  dataset: z
    .strictObject({
      name: z.string().describe('Name of the dataset.'),
      version: z.string().describe('Version of the dataset.'),
      digest: z.string().nullable().describe('Digest of its content; null when nobody stated it.'),
      split: z.string().nullable().describe('Part of the dataset; null when nobody stated it.'),
    })
    .describe('The data it was measured on.'),
  evaluatedAt: time.describe('When it was measured.'),
  digest: digest.nullable().describe('Digest of the evaluation.'),
  attempts: count.describe('Complete evaluations of the version on the same data.'),
});

const gateReport = z.strictObject({
  id: z.uuid().nullable().describe('Id of the report.'),
  verdict: z.enum(VERDICTS).describe('What the gates said.'),
  message: z.string().describe('The verdict in a sentence.'),
  digest: digest.describe('Digest over all that was judged.'),
  policyRevision: versionNumber.nullable().describe('Revision of the policy; null for the built-in one.'),
  policyDigest: digest.describe('Digest of the policy.'),
  evidenceUsed: z.array(evidenceUsed).describe('The evaluations that the judgement rests on.'),
  inputsDigest: digest
    .optional()
    .describe('Digest of what it was judged on besides evaluations; absent in early events.'),
  waivers: z
    .array(
      z.strictObject({
        id: z.uuid().describe('Id of the waiver.'),
        ruleId: z.string().describe('The rule it is of.'),
        grantedBy: z.string().describe('Who waives.'),
        expiresAt: time.describe('Until when.'),
      }),
    )
    .optional()
    .describe('Waivers of its inconclusive rules; absent where there are none.'),
});

const override = z.strictObject({
  ticket: z.string().nullable().describe('The ticket of the emergency; null when none was asked for.'),
  bypassed: z
    .array(z.strictObject({ code: z.string().describe('Stable code.'), detail: z.string().describe('In words.') }))
    .describe('What stood in the way as it was asked for.'),
  reviewDueDays: count.describe('Days that the review may take.'),
});

const transition = z.strictObject({
  transitionId: z.uuid().describe('Id of the transition.'),
  kind: z.enum(['promote', 'demote', 'archive', 'restore', 'rollback', 'override']).describe('Kind of the move.'),
  fromStage,
  toStage,
  status: z
    .enum(['applied', 'refused', 'awaiting_approval', 'rejected', 'cancelled', 'stale'])
    .describe('Where the transition stands after the event.'),
  requestedBy: z.string().describe('Who asked for it.'),
  reason: z.string().nullable().describe('Why it was asked for; null when nobody said.'),
  incumbent: versionNumber.nullable().describe('The Production version when it was asked for; null for none.'),
  displacedVersion: versionNumber.nullable().describe('The version that left Production for it; null for none.'),
  approvals: z.array(approval).describe('The decisions so far.'),
  gateReportId: z.uuid().nullable().describe('Id of the gate report; null when no gates judged.'),
  alias: z.string().optional().describe('The protected alias whose writing asked for it; absent for none.'),
  override: override.optional().describe('Of an emergency, what it gets past; absent for every other transition.'),
  code: z.string().optional().describe('Stable code of the outcome; absent when it needs none.'),
  detail: z.string().nullable().optional().describe('The outcome in a sentence, where it has a code.'),
  stored: z
    .strictObject({
      request: digest.describe('Over what was asked for, and on what ground.'),
      outcome: digest.nullable().describe('Over what became of it; null while it is open.'),
      demand: digest.nullable().optional().describe('Over the approvals that it waits for; absent in early events.'),
    })
    .optional()
    .describe('Digests over all that is stored of it, which the verification makes again; absent in early events.'),
  gateReport: gateReport.optional().describe('What the gates said; absent when they did not judge for this event.'),
});

const illegal = z.strictObject({ fromStage, toStage, ...refusal });

/** What happens to a change of stage, from request to outcome, and to what it rests on. */
export const TRANSITION_EVENTS = {
  'gate_report.differed': eventKind(
    'version',
    'A gate report was judged again and did not come out as it is stored.',
    z.strictObject({
      gateReportId: z.uuid().describe('Id of the report.'),
      pointer: z.string().describe('JSON Pointer to the first place in it that differs.'),
      cause: z
        .enum(['method', 'other'])
        .describe('`method` when a statistical method has another version by now; else what was stored was changed.'),
    }),
  ),
  'attestation.signed': eventKind(
    'version',
    'The attestation of a change of stage was signed, and is kept from then on.',
    z.strictObject({
      transitionId: z.uuid().describe('Id of the transition.'),
      digest: digest.describe('Digest of the envelope as canonical JSON.'),
      stored,
    }),
  ),
  'transition.requested': eventKind('version', 'A change of stage passed its gates and awaits approval.', transition),
  'transition.approved': eventKind('version', 'A person approved a change of stage.', transition),
  'transition.objected': eventKind('version', 'A person rejected a change of stage without ending it.', transition),
  'transition.withdrawn': eventKind(
    'version',
    'A person withdrew a decision on a change of stage; a rejected one is open again.',
    transition,
  ),
  'transition.applied': eventKind('version', 'A version changed its stage.', transition),
  'transition.refused': eventKind(
    'version',
    'A change of stage was refused, by the gates or because there is no such move; the latter is no transition.',
    z.union([transition, illegal]),
  ),
  'transition.rejected': eventKind('version', 'A person rejected a change of stage, and that ended it.', transition),
  'transition.cancelled': eventKind('version', 'A change of stage that awaited approval was cancelled.', transition),
  'transition.stale': eventKind('version', 'A change of stage ended because its ground had changed.', transition),
} as const;
