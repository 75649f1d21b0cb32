import { judgeGates } from './evaluate-gates.js';
import { type GateEvidence } from './evidence/gate-evidence.js';
import { buildGateReport, type GateReportContent } from './gate-report.js';
import { type BrokenRule } from './kinds/evaluate-rule.js';
import { conflictOutcome } from './policy-conflict.js';
import { type GatePolicy } from './policy/gate-policy.js';
import { type PolicyError } from './policy/policy-error.js';

/** A policy that a version is judged by, as the scopes that have one make it. */
export interface JudgedPolicy {
  policy: GatePolicy;
  digest: string;
  /** Its newest revision; null for the built-in policy and for a draft. */
  revision: number | null;
  /** Where its scopes contradict each other; nothing passes until that is mended. */
  conflicts: readonly PolicyError[];
}

/** A gate report with its digest, before it is stored or shown. */
export interface JudgedReport {
  content: GateReportContent;
  digest: string;
  policyRevision: number | null;
  judgedAt: Date;
  /** Rules that broke while they were judged: for whoever runs the service, and no part of the report. */
  broken: readonly BrokenRule[];
}

/** The pure judgement, the same for the first time and every replay. */
export function judgeEvidence(evidence: GateEvidence, effective: JudgedPolicy, now: Date): JudgedReport {
  const { policy, digest: policyDigest, revision, conflicts } = effective;
  const { outcome, broken } =
    conflicts.length > 0
      ? { outcome: conflictOutcome(evidence, conflicts), broken: [] }
      : judgeGates(policy, evidence, now);
  const { content, digest } = buildGateReport(evidence, outcome, policyDigest);
  return { content, digest, policyRevision: revision, judgedAt: now, broken };
}
