import { type DetailsOf } from '../../record/events/catalogue.js';
import { STATEMENT_V1 } from '../../values/dsse.js';
import { type TransitionRow } from '../transitions/transition-row.js';

/** Names what the predicate of these statements means; docs/audit-proofs.md says it. */
const PREDICATE_TYPE = 'https://github.com/stagegate-registry/stagegate/attestations/transition/v1';

/** The event of the transition that a statement is about. */
export interface AttestedEvent {
  sequence: number;
  actor: string;
  hash: string;
  details: DetailsOf<'transition.applied'>;
}

/** That the event is part of the record that a checkpoint signs. */
export interface RecordProof {
  note: string;
  size: number;
  index: number;
  path: string[];
}

/** All that a statement is made of. */
export interface Attested {
  transition: TransitionRow;
  /** `sha256:` and 64 hexadecimal digits. */
  artifactDigest: string;
  event: AttestedEvent;
  proof: RecordProof;
  /** What the token of the requester was given for, where the record tells. */
  claims: unknown;
}

/** The in-toto statement about an applied transition: its artifact, what was decided by whom and on what, and where the record tells of it. */
export function statementOf({ transition, artifactDigest, event, proof, claims }: Attested): object {
  const { model, version } = transition;
  const { gateReport } = event.details;
  return {
    _type: STATEMENT_V1,
    subject: [{ name: `${model}/${version}`, digest: { sha256: artifactDigest.replace('sha256:', '') } }],
    predicateType: PREDICATE_TYPE,
    predicate: {
      model: { name: model, id: transition.modelId },
      version,
      transition: describe(transition),
      requester: { subject: transition.requestedBy, claims: claims ?? null },
      verdict: gateReport?.verdict ?? null,
      gateReport: gateReport ? { id: gateReport.id, digest: gateReport.digest } : null,
      policy: gateReport ? { revision: gateReport.policyRevision, digest: gateReport.policyDigest } : null,
      evidence: (gateReport?.evidenceUsed ?? []).map(({ role, version: of, evaluationId, digest }) => {
        return { role, version: of, evaluationId, digest };
      }),
      approvals: approvalsOf(transition),
      waivers: gateReport?.waivers ?? [],
      override: transition.override,
      event: { sequence: event.sequence, hash: event.hash, actor: event.actor },
      checkpoint: proof,
    },
  };
}

function describe(transition: TransitionRow): object {
  const { id, kind, fromStage, toStage, reason, requestedAt, settledAt, settledBy } = transition;
  const { pinnedIncumbent: incumbent, displacedVersion } = transition;
  return {
    id,
    kind,
    fromStage,
    toStage,
    reason,
    requestedAt,
    appliedAt: settledAt,
    appliedBy: settledBy,
    incumbent,
    displacedVersion,
  };
}

/** The decisions that it was applied on; none that was withdrawn, had expired or counted no more. */
function approvalsOf({ approvals }: TransitionRow): object[] {
  const counted = approvals.filter(({ endedAs }) => endedAs === null);
  return counted.map(({ decidedBy, decision, roles, comment, decidedAt, gateReportDigest }) => {
    const at = new Date(decidedAt).toISOString();
    return { actor: decidedBy, decision, roles, comment, decidedAt: at, gateReportDigest };
  });
}
