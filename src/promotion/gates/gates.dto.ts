import { IsCount, IsDigest, IsId, IsOneOf } from '../../platform/http/fields.js';
import { type EvidenceUsed } from '../../judging/outcome/gate-outcome.js';
import { VERDICTS, type Verdict } from '../../judging/verdict/verdict.js';
import { GATED_STAGES, type GatedStage } from '../../judging/policy/gate-policy.js';
import {
  GateBlockerResponse,
  GateRuleResponse,
  GateWarningResponse,
  toRuleWaiverResponse,
} from './gate-outcomes.dto.js';
import { type WaivedRule } from '../waivers/waived-rules.js';
import { type BegunEvaluation } from '../re-evaluations/re-evaluations.service.js';
import { ReEvaluationResponse, toReEvaluationResponse } from '../re-evaluations/re-evaluations.dto.js';
import { type GateReportContent } from '../../judging/gate-report.js';
import { type JudgedReport } from '../../judging/judge-evidence.js';

export class CheckGatesRequest {
  /** The stage whose gates are to judge the version. */
  @IsOneOf(GATED_STAGES)
  toStage: GatedStage;
}

/** The data a judgement rests on. */
export class JudgedDataset {
  /** Name of the dataset. */
  name: string;

  /** Version of the dataset. */
  version: string;

  /** Digest of its content; null when nobody stated it. */
  digest: string | null;

  /** Part of the dataset, such as test; null when nobody stated it. */
  split: string | null;
}

export const COMPARED_ROLES = ['challenger', 'incumbent'] as const;

/** One evaluation that a judgement rests on. */
export class EvidenceUsedResponse {
  /** Whose evaluation it is. */
  role: (typeof COMPARED_ROLES)[number];

  /** The version it measured. */
  @IsCount(1)
  version: number;

  /** Id of the evaluation. */
  @IsId()
  evaluationId: string;

  /** The data it was measured on. */
  dataset: JudgedDataset;

  /** When it was measured. */
  evaluatedAt: Date;

  /** Digest of the evaluation. */
  digest: string | null;

  /** Complete evaluations of the version on the same data, this one included. */
  @IsCount(0)
  attempts: number;
}

export class GateReportResponse {
  /** Identifier of the stored report; null for a check, which stores nothing. */
  @IsId()
  id: string | null;

  /** Name of the model. */
  model: string;

  /** The version that was judged. */
  @IsCount(1)
  challenger: number;

  /** The Production version it was compared with; null when there was none. */
  @IsCount(1)
  incumbent: number | null;

  /** Digest of the challenger's artifact. */
  challengerArtifactDigest: string | null;

  /** Digest of the incumbent's artifact. */
  incumbentArtifactDigest: string | null;

  /** The stage whose gates judged. */
  @IsOneOf(GATED_STAGES)
  toStage: GatedStage;

  /** PASS, FAIL, ERROR or INCONCLUSIVE; only PASS lets a version through, or INCONCLUSIVE where `waived` is true. */
  @IsOneOf(VERDICTS)
  verdict: Verdict;

  /** False when nothing was demanded, so that the verdict says nothing of quality. */
  gated: boolean;

  /** Whether there was no incumbent, so that comparing rules were skipped. */
  firstPromotion: boolean;

  /** The verdict in a sentence. */
  message: string;

  /** Revision of the policy; null for the built-in one. */
  @IsCount(1)
  policyRevision: number | null;

  /** Digest of the policy. */
  @IsDigest()
  policyDigest: string;

  /** Digest over all that was judged; the same inputs give the same digest. */
  @IsDigest()
  digest: string;

  /** When it was judged. */
  judgedAt: Date;

  /** What stands in the way besides rules. */
  blockers: GateBlockerResponse[];

  /** What was noticed and does not block. */
  warnings: GateWarningResponse[];

  /** Every rule's outcome, worst first. */
  rules: GateRuleResponse[];

  /** The evaluations the judgement rests on. */
  evidenceUsed: EvidenceUsedResponse[];

  /** Whether nothing stands in the way but rules that are waived, so that an inconclusive verdict lets the version through; absent where nobody waives any. */
  waived?: boolean;

  /** Evidence that was lacking and that kept predictions can give, or that is still being measured; absent when there is none. */
  reEvaluations?: ReEvaluationResponse[];
}

/** A judgement as it is answered; without an id it is not stored. */
export function toGateReportResponse(
  report: JudgedReport,
  id: string | null,
  begun: readonly BegunEvaluation[] = [],
  waivers: ReportWaivers = { waived: [], isWaived: false },
): GateReportResponse {
  const { content, digest, policyRevision, judgedAt } = report;
  const reEvaluations = begun.length > 0 ? { reEvaluations: begun.map(toReEvaluationResponse) } : {};
  const shown = waivers.waived.length > 0 ? withWaivers(content, waivers) : content;
  // A report keeps times as the text that they are on the wire.
  const evidenceUsed = content.evidenceUsed as unknown as EvidenceUsedResponse[];
  return { id, ...shown, evidenceUsed, policyRevision, digest, judgedAt, ...reEvaluations };
}

/** Who waives what of a report; its verdict stays what it is. */
export interface ReportWaivers {
  waived: readonly WaivedRule[];
  isWaived: boolean;
}

function withWaivers(content: GateReportContent, { waived, isWaived }: ReportWaivers) {
  const rules = content.rules.map((rule) => {
    const found = waived.find(({ ruleId }) => ruleId === rule.id);
    return found ? { ...rule, waivedBy: found.by.map(toRuleWaiverResponse) } : rule;
  });
  return { ...content, rules, waived: isWaived };
}

/** A report as it was judged, without who waives what of it. */
export function withoutWaivers({ waived: _waived, ...report }: GateReportResponse): GateReportResponse {
  return { ...report, rules: report.rules.map(({ waivedBy: _by, ...rule }) => rule) };
}

/** What was judged, as its digest covers it: the report without what the storing added. */
export function toGateReportContent(report: GateReportResponse): GateReportContent {
  const {
    id: _id,
    policyRevision: _revision,
    digest: _digest,
    judgedAt: _judgedAt,
    reEvaluations: _begun,
    ...content
  } = withoutWaivers(report);
  return { ...content, evidenceUsed: content.evidenceUsed as unknown as EvidenceUsed[] } as GateReportContent;
}
