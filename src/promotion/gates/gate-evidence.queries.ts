import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { DatasetVersion } from '../../registry/datasets/dataset-version.entity.js';
import {
  countVersionsByDataset,
  type EvaluationRow,
  loadEvidenceRows,
} from '../../measuring/evaluations/evaluations.queries.js';
import { findUnfinishedJobs, type UnfinishedJob } from '../../measuring/predictions/jobs/prediction-jobs.queries.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { canonicalDigest } from '../../values/digest.js';
import {
  type ArtifactSignature,
  type EvaluationEvidence,
  type GateEvidence,
  type HoldoutUse,
  type SliceInventory,
  type VersionFacts,
} from '../../judging/evidence/gate-evidence.js';
import { type PairedEvidence } from '../../judging/evidence/paired-kinds.js';
import { type EvidenceNeeds } from '../../judging/evidence-needs.js';
import { type PolicyReference } from '../policies/gate-policies.queries.js';

/** A prediction job that gave no evaluation, as the judgement saw it. */
export type UnfinishedMeasurement = Pick<EvaluationEvidence, 'id' | 'version' | 'dataset' | 'createdAt'> & {
  status: 'RUNNING' | 'FAILED';
};

/** What a judgement rested on that can change later; evaluations and all else about a version cannot. */
export interface GateInputs {
  challenger: MutableFacts;
  incumbent: MutableFacts | null;
  evaluations: string[];
  /** Measurements that were not there yet, or failed; absent in reports from before they counted. */
  unfinished?: UnfinishedMeasurement[];
  inventories: SliceInventory[];
  holdoutUses: HoldoutUse[];
}

/** What a stored report keeps to be judged again. */
export interface StoredInputs extends GateInputs {
  /** Version of the judging; absent where it was 1. */
  judgingVersion?: number;
  policies: PolicyReference[];
}

type MutableFacts = Pick<VersionFacts, 'stagedAt' | 'tags' | 'signatures'>;

export interface LoadedEvidence {
  evidence: GateEvidence;
  inputs: GateInputs;
  /** Over the ids of every evaluation of both versions: a new one changes it, and so pins are found stale. */
  digest: string;
  /** When the challenger was last evaluated. */
  challengerEvaluatedAt: Date | null;
  /** Who submitted the challenger's evaluations. */
  authors: readonly string[];
}

/** The two versions of a judgement; the incumbent is the one in Production. */
export interface Judged {
  challenger: VersionRow;
  incumbent: VersionRow | null;
}

/** What of the evidence a policy asks for, and who reads the signatures in it. */
export interface AskedEvidence {
  needs: EvidenceNeeds;
  /** The signatures there are, or there were at a time. */
  loadSignatures(manager: EntityManager, challenger: VersionRow, at?: Date): Promise<ArtifactSignature[]>;
}

/** A judgement that is stored, with what it rested on. */
interface EarlierJudgement {
  toStage: string;
  judgedAt: Date;
  inputs: GateInputs;
}

/** Gathers all that a judgement of this challenger rests on now. */
export async function loadGateEvidence(
  manager: EntityManager,
  { challenger, incumbent, toStage }: Judged & { toStage: string },
  { needs, loadSignatures }: AskedEvidence,
): Promise<LoadedEvidence> {
  const versions = incumbent ? [challenger.version, incumbent.version] : [challenger.version];
  // Before the evaluations: of a job that ends between the two reads at least one of them knows.
  const [jobs, rows] = await Promise.all([
    findUnfinishedJobs(manager, challenger.modelId, versions),
    loadEvidenceRows(manager, challenger.modelId, versions),
  ]);
  const unfinished = jobs.map(toUnfinished);
  const own = rows.filter((row) => row.version === challenger.version);
  const inputs: GateInputs = {
    challenger: {
      ...mutableFacts(challenger),
      ...(needs.signatures && { signatures: await loadSignatures(manager, challenger) }),
    },
    incumbent: incumbent && mutableFacts(incumbent),
    evaluations: rows.map((row) => row.id).sort(),
    ...(unfinished.length > 0 && { unfinished }),
    inventories: needs.inventories ? await loadInventories(manager, own) : [],
    holdoutUses: needs.holdoutUses ? await loadHoldoutUses(manager, challenger.modelId, own) : [],
  };
  const newest = own.map((row) => row.createdAt.getTime()).sort((a, b) => b - a)[0];
  return {
    evidence: assemble({ challenger, incumbent, toStage }, rows, inputs),
    inputs,
    digest: canonicalDigest(inputs.evaluations),
    challengerEvaluatedAt: newest === undefined ? null : new Date(newest),
    authors: [...new Set(own.map((row) => row.createdBy))],
  };
}

/**
 * Gathers the same evidence that an earlier judgement rested on. What another policy asks for, and the one of the day did not, is
 * added as it was then; or else a rule that asks for it would find nothing where there was something.
 */
export async function reloadGateEvidence(
  manager: EntityManager,
  { challenger, incumbent }: Judged,
  { toStage, judgedAt, inputs }: EarlierJudgement,
  asked: AskedEvidence | null,
): Promise<GateEvidence> {
  const versions = incumbent ? [challenger.version, incumbent.version] : [challenger.version];
  const rows = await loadEvidenceRows(manager, challenger.modelId, versions, inputs.evaluations);
  const added = asked && (await loadUnasked(manager, challenger, rows, { inputs, judgedAt }, asked));
  return assemble({ challenger, incumbent, toStage }, rows, { ...inputs, ...added });
}

/** What a policy asks for and the judgement of the day did not, as it was then. What the report keeps is not read again. */
async function loadUnasked(
  manager: EntityManager,
  challenger: VersionRow,
  rows: readonly EvaluationRow[],
  { inputs, judgedAt }: Pick<EarlierJudgement, 'inputs' | 'judgedAt'>,
  { needs, loadSignatures }: AskedEvidence,
): Promise<Partial<GateInputs>> {
  const own = rows.filter((row) => row.version === challenger.version);
  const added: Partial<GateInputs> = {};
  if (needs.signatures && inputs.challenger.signatures === undefined)
    added.challenger = { ...inputs.challenger, signatures: await loadSignatures(manager, challenger, judgedAt) };
  if (needs.inventories && inputs.inventories.length === 0)
    added.inventories = await loadInventories(manager, own, judgedAt);
  if (needs.holdoutUses && inputs.holdoutUses.length === 0)
    added.holdoutUses = await loadHoldoutUses(manager, challenger.modelId, own, judgedAt);
  return added;
}

function assemble(
  { challenger, incumbent, toStage }: Judged & { toStage: string },
  rows: readonly EvaluationRow[],
  inputs: GateInputs,
): GateEvidence {
  const of = (version: number | undefined): EvaluationEvidence[] => [
    ...rows.filter((row) => row.version === version).map(toEvaluationEvidence),
    ...(inputs.unfinished ?? []).filter((job) => job.version === version).map(toUnfinishedEvidence),
  ];
  return {
    model: challenger.modelName,
    toStage,
    challenger: { ...toFacts(challenger), ...inputs.challenger },
    incumbent: incumbent && { ...toFacts(incumbent), ...inputs.incumbent },
    challengerEvaluations: of(challenger.version),
    incumbentEvaluations: incumbent?.version === challenger.version ? [] : of(incumbent?.version),
    inventories: inputs.inventories,
    holdoutUses: inputs.holdoutUses,
  };
}

function mutableFacts(row: VersionRow): MutableFacts {
  return { tags: row.tags, stagedAt: row.stage === 'Staging' ? row.stageEnteredAt.toISOString() : null };
}

/** Of the datasets that are registered, or were at a time. */
async function loadInventories(
  manager: EntityManager,
  rows: readonly EvaluationRow[],
  at?: Date,
): Promise<SliceInventory[]> {
  const wanted = new Map(
    rows.map(({ datasetName: name, datasetVersion: version }) => [`${name}\0${version}`, { name, version }]),
  );
  if (wanted.size === 0) return [];
  const where = [...wanted.values()].map((one) => ({ ...one, ...(at && { createdAt: LessThanOrEqual(at) }) }));
  const found = await manager.find(DatasetVersion, { where, order: { id: 'ASC' } });
  return found.map(({ name, version, digest, split, inventory }) => ({
    dataset: { name, version, digest, split },
    features: inventory,
  }));
}

async function loadHoldoutUses(
  manager: EntityManager,
  modelId: string,
  rows: readonly EvaluationRow[],
  at?: Date,
): Promise<HoldoutUse[]> {
  const names = [...new Set(rows.map((row) => row.datasetName))];
  const uses = await countVersionsByDataset(manager, modelId, names, at);
  return uses.map(({ name, version, versions }) => ({ dataset: { name, version }, challengers: versions }));
}

function toFacts(row: VersionRow): VersionFacts {
  const { version, artifactDigest, runId, gitCommit, signature, params, datasetName, datasetVersion } = row;
  const dataset =
    datasetName !== null && datasetVersion !== null
      ? { name: datasetName, version: datasetVersion, digest: row.datasetDigest }
      : null;
  const createdAt = row.createdAt.toISOString();
  return { version, artifactDigest, createdAt, runId, gitCommit, dataset, signature, params };
}

function toUnfinished({ id, version, status, dataset, createdAt }: UnfinishedJob): UnfinishedMeasurement {
  const { name, version: datasetVersion, digest = null, split = null } = dataset;
  return {
    id,
    version,
    status: status === 'failed' ? 'FAILED' : 'RUNNING',
    dataset: { name, version: datasetVersion, digest, split },
    createdAt: createdAt.toISOString(),
  };
}

function toUnfinishedEvidence(job: UnfinishedMeasurement): EvaluationEvidence {
  return { ...job, isJob: true, evaluator: null, evaluatedAt: job.createdAt, measures: [], paired: [] };
}

export function toEvaluationEvidence(row: EvaluationRow): EvaluationEvidence {
  return {
    id: row.id,
    version: row.version,
    status: 'COMPLETE',
    dataset: { name: row.datasetName, version: row.datasetVersion, digest: row.datasetDigest, split: row.datasetSplit },
    evaluator: row.evaluator,
    environment: row.environment,
    labelDefinition: row.labelDefinition,
    sliceDefinition: row.sliceDefinition,
    evaluatedAt: row.evaluatedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    digest: row.digest,
    predictionDigest: row.predictionDigest,
    measures: row.metrics.map(({ name, ...metric }) => ({ metric: name, ...metric })),
    // What a kind needs was checked on submission; readers of evidence look again.
    paired: row.paired.map(({ evidence, ...pair }) => ({ ...evidence, ...pair }) as PairedEvidence),
  };
}
