import { type DsseEnvelope } from '../../values/dsse.js';
import { type DatasetIdentity } from './dataset.js';
import { type PairedEvidence } from './paired-kinds.js';

/** What evidence can show, weakest first: values alone, values with their errors, or both models row by row. */
export const EVIDENCE_LEVELS = ['point', 'interval', 'paired'] as const;
/** One of them. */
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** The dataset a rule judges on; any split unless one is named. */
export interface DatasetChoice {
  name: string;
  split?: string;
}

/** One number of an evaluation: a metric on one slice; a null value is a metric undefined on that data (0/0). */
export interface MeasureEvidence {
  metric: string;
  sliceKey: string;
  value: number | null;
  count: number | null;
  standardError?: number | null;
  ciLow?: number | null;
  ciHigh?: number | null;
  ciLevel?: number | null;
  unit?: string | null;
  /** Implementation and version of the metric, such as `sklearn.f1@macro`. */
  definition?: string | null;
}

/** One immutable evaluation as the gates see it; times are RFC 3339 strings. */
export interface EvaluationEvidence {
  id: string;
  version: number;
  status: 'RUNNING' | 'COMPLETE' | 'FAILED';
  /** Whether there is no evaluation yet, but a job of this id that is to give one, or failed to. */
  isJob?: boolean;
  dataset: DatasetIdentity;
  evaluator: string | null;
  /** Class of machine that operational metrics were taken on. */
  environment?: string | null;
  /** Versions of the definitions that labels and slices follow. */
  labelDefinition?: string | null;
  sliceDefinition?: string | null;
  evaluatedAt: string;
  createdAt: string;
  digest?: string | null;
  predictionDigest?: string | null;
  rowCount?: number | null;
  measures: readonly MeasureEvidence[];
  paired: readonly PairedEvidence[];
}

/** Who signed, as a certificate says: its subject alternative name, and the issuer of the identity that it was made out for. */
export interface Signer {
  subject: string;
  issuer: string;
}

/** What the Sigstore bundle of a signature shows against the trusted root: who signed, or why it shows nobody. */
export type BundleFinding = { signer: Signer; fault: null } | { signer: null; fault: string };

/** A signature over an artifact; `sigstore` is there where it came in a bundle. */
export type ArtifactSignature = DsseEnvelope & { sigstore?: BundleFinding };

/** The facts of a version that gates may ask for. */
export interface VersionFacts {
  version: number;
  artifactDigest: string | null;
  createdAt: string;
  runId: string | null;
  gitCommit: string | null;
  /** The dataset the version was trained on. */
  dataset: { name: string; version: string; digest?: string | null } | null;
  signature?: unknown;
  /** Since when the version stands in Staging without a break; null when it does not. */
  stagedAt?: string | null;
  params?: Readonly<Record<string, unknown>>;
  tags?: Readonly<Record<string, string>>;
  /** Signatures over the artifact; absent where no rule asks for them. */
  signatures?: readonly ArtifactSignature[];
}

/** The slices of a registered dataset version, feature → value → rows, so that one dropped from both reports is noticed. */
export interface SliceInventory {
  dataset: DatasetIdentity;
  features: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** How many versions of the model were measured on a dataset version, this challenger included. */
export interface HoldoutUse {
  dataset: { name: string; version: string };
  challengers: number;
}

/** Everything a judgement rests on besides the policy and the clock. */
export interface GateEvidence {
  model: string;
  toStage: string;
  challenger: VersionFacts;
  /** The version now in Production, or null when there is none. */
  incumbent: VersionFacts | null;
  challengerEvaluations: readonly EvaluationEvidence[];
  incumbentEvaluations: readonly EvaluationEvidence[];
  inventories?: readonly SliceInventory[];
  holdoutUses?: readonly HoldoutUse[];
}
