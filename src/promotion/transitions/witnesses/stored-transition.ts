import { canonicalDigest } from '../../../values/digest.js';
import { type ApprovalRow, type TransitionRow } from '../transition-row.js';

/** Digests over all that is stored of a transition: what was asked for never changes, its outcome comes once. */
export function digestTransition(row: TransitionRow): {
  request: string;
  outcome: string | null;
  demand: string | null;
} {
  const { id, modelId, version, fromStage, toStage, kind, reason, alias, requestedBy, gateReportId } = row;
  const { pinnedIncumbent, pinnedGeneration, pinnedPolicyDigest, pinnedEvidenceDigest, pinnedArtifactDigest } = row;
  const pins = { pinnedIncumbent, pinnedGeneration, pinnedPolicyDigest, pinnedEvidenceDigest, pinnedArtifactDigest };
  const emergency = row.override === null ? {} : { override: row.override };
  const asked = { id, modelId, version, fromStage, toStage, kind, reason, alias, requestedBy, gateReportId };
  return {
    request: canonicalDigest({ ...asked, ...pins, ...emergency, requestedAt: row.requestedAt.toISOString() }),
    outcome: row.settledAt && digestOutcome(row, row.settledAt),
    demand: row.approvalDemand && canonicalDigest(JSON.parse(JSON.stringify(row.approvalDemand))),
  };
}

function digestOutcome(row: TransitionRow, settledAt: Date): string {
  const { status, settledBy, displacedVersion, outcomeCode, outcomeDetail } = row;
  return canonicalDigest({
    status,
    settledBy,
    displacedVersion,
    outcomeCode,
    outcomeDetail,
    settledAt: settledAt.toISOString(),
  });
}

/** The digest over all that is stored of a decision on a transition as it was taken. */
export function digestApproval(transitionId: string, approval: ApprovalRow): string {
  const { gateReportDigest, decision, decidedBy, roles, groups, comment, expiresAt } = approval;
  const decidedAt = new Date(approval.decidedAt).toISOString();
  const stated = { transitionId, gateReportDigest, decision, decidedBy, roles, comment, decidedAt };
  return canonicalDigest({
    ...stated,
    ...(groups.length > 0 && { groups }),
    ...(expiresAt !== null && { expiresAt: new Date(expiresAt).toISOString() }),
  });
}
