import { canonicalDigest } from '../values/digest.js';
import { type GateEvidence } from './evidence/gate-evidence.js';
import { type RuleKindName } from './kinds/rule-kinds.js';
import { type GatedStage } from './policy/gate-policy.js';
import { type GateOutcome } from './outcome/gate-outcome.js';

/** What a gate report says, without the id and time of the judging; the same inputs give the same bytes. */
export interface GateReportContent extends GateOutcome<RuleKindName> {
  model: string;
  challenger: number;
  challengerArtifactDigest: string | null;
  incumbent: number | null;
  incumbentArtifactDigest: string | null;
  toStage: GatedStage;
  policyDigest: string;
}

/** Builds the content of a gate report and its digest over the canonical JSON of all that was judged. */
export function buildGateReport(
  evidence: GateEvidence,
  outcome: GateOutcome<RuleKindName>,
  policyDigest: string,
): { content: GateReportContent; digest: string } {
  const content: GateReportContent = {
    model: evidence.model,
    challenger: evidence.challenger.version,
    challengerArtifactDigest: evidence.challenger.artifactDigest,
    incumbent: evidence.incumbent?.version ?? null,
    incumbentArtifactDigest: evidence.incumbent?.artifactDigest ?? null,
    toStage: evidence.toStage as GatedStage,
    policyDigest,
    ...outcome,
  };
  return { content, digest: canonicalDigest(content) };
}
