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
      "Version 4 of 'churn' was registered without artifactDigest, so there is nothing that a signature or a statement could be about.",
      ['TRANSITION_NOT_APPLIED'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/4/signatures', {
    SIGNATURE_WITHOUT_STATEMENT: [
      'The payload of the envelope is not an in-toto statement, or names no subject with a sha256, so that it says of no artifact that it is signed.',
      'Sign an in-toto statement whose subject is the artifact, with payloadType application/vnd.in-toto+json; cosign attest-blob and in-toto make such.',
      'The payload of the envelope is no in-toto statement that names subjects with a sha256.',
      ['SIGNATURE_OF_OTHER_ARTIFACT'],
    ],
    SIGNATURE_OF_OTHER_ARTIFACT: [
      'None of the subjects of the statement has the digest that the version was registered with.',
      'Sign the artifact that was registered, or send the signature to the version that it belongs to.',
      'The statement speaks of other artifacts, and none of its subjects is sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef.',
      ['SIGNATURE_WITHOUT_STATEMENT', 'ARTIFACT_DIGEST_MISSING'],
    ],
    SIGNATURE_BUNDLE_UNREADABLE: [
      'What was sent as a Sigstore bundle has another media type, holds a signature over bytes instead of a statement, was made with a key, or is no bundle at all.',
      'Send a bundle of the type application/vnd.dev.sigstore.bundle.v0.3+json with a DSSE envelope and a certificate, as cosign attest-blob --new-bundle-format and actions/attest make them; an envelope that a key signed is sent without a bundle.',
      'The bundle is not read: /mediaType must be application/vnd.dev.sigstore.bundle.v0.3+json.',
      ['SIGNATURE_WITHOUT_STATEMENT'],
    ],
    SIGNATURE_EXISTS: [
      'The version has this very envelope already.',
      'Nothing has to be done. A job that may run twice sends an Idempotency-Key.',
      "Version 4 of 'churn' has this very signature already.",
      ['TOO_MANY_SIGNATURES'],
    ],
    TOO_MANY_SIGNATURES: [
      'The version has as many signatures as are kept; judgements read them all.',
      'Put further signatures into one envelope, or register a new version.',
      "Version 4 of 'churn' has 50 signatures, and no more are kept.",
      ['SIGNATURE_EXISTS'],
    ],
  }),
} as const;
