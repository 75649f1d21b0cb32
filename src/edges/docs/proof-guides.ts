import { guidesAt } from './problem-guide.js';

/** Checkpoints of the record, and what is proven by them. */
export const PROOF_GUIDES = {
  ...guidesAt('/api/v1/audit-events/checkpoint/consistency', {
    RECORD_SHORTER: [
      'A proof was asked for that needs more events than the record has. Either the size is mistaken, or events that a checkpoint signs were removed since.',
      'Compare the size with the note of the checkpoint. If the note is sound, keep it, and have whoever runs the service look for the backup that was restored, or for what was removed.',
      'The record has 41 settled events, not 42. If a checkpoint of 42 was signed, events were removed since.',
      ['EVENT_NOT_FOUND', 'RECORD_UNSETTLED'],
    ],
  }),
  ...guidesAt('/api/v1/audit-events/checkpoint/inclusion', {
    EVENT_NOT_FOUND: [
      'The record has no event of this sequence, or it comes after those that the checkpoint signs. Sequences have gaps where transactions did not commit.',
      'Take the sequence from an event, and a checkpoint that was made after it.',
      'None of the first 42 events has the sequence 57.',
      ['RECORD_SHORTER'],
    ],
    RECORD_UNSETTLED: [
      'What was asked for rests on an event that cannot be signed yet: a transaction that began earlier is still open, and its events may come before.',
      'Ask again in a moment, as Retry-After says.',
      'A transaction that began earlier is still open. Ask again in a moment.',
      ['MODEL_BUSY'],
    ],
  }),
  ...guidesAt('/api/v1/transitions/01936b2e-0000-7000-8000-000000000000/attestation', {
    TRANSITION_NOT_APPLIED: [
      'An attestation was asked for of a transition that did not change a stage: it was refused, or awaits approval, or ended in another way.',
      'Ask for the attestation of the transition that was applied; GET /api/v1/models/{model}/transitions?status=applied lists them. Refusals are in the audit record.',
      'Transition 01936b2e-0000-7000-8000-000000000000 is refused; what was applied is attested, and nothing else.',
      ['TRANSITION_NOT_FOUND'],
    ],
    ARTIFACT_DIGEST_MISSING: [
      'The version was registered without artifactDigest. A statement is about the bytes of an artifact, and nobody said which they are.',
      'Register the artifact with its digest: a version is immutable, so it gets a new number. A metadata rule can demand artifactDigest of every version.',
      "Version 4 of 'churn' was registered without artifactDigest, so there is nothing that a statement could be about.",
      ['TRANSITION_NOT_APPLIED'],
    ],
  }),
} as const;
