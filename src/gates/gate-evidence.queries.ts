import { type EntityManager } from 'typeorm';
import { type EvaluationRow, loadEvidenceRows } from '../evaluations/evaluations.queries.js';
import { type Stage } from '../models/stage.js';
import { type VersionRow } from '../versions/versions.queries.js';
import { canonicalDigest } from './digest.js';
import { type EvaluationEvidence, type GateEvidence, type VersionFacts } from './gate-evidence.js';

export interface LoadedEvidence {
  evidence: GateEvidence;
  /** Over the ids of every evaluation of both versions: a new one changes it, and so pins are found stale. */
  digest: string;
  /** When the challenger was last evaluated. */
  challengerEvaluatedAt: Date | null;
}

/** Gathers all that a judgement of this challenger rests on. */
export async function loadGateEvidence(
  manager: EntityManager,
  challenger: VersionRow,
  incumbent: VersionRow | null,
  toStage: Stage,
): Promise<LoadedEvidence> {
  const versions = incumbent ? [challenger.version, incumbent.version] : [challenger.version];
  const rows = await loadEvidenceRows(manager, challenger.modelId, versions, null);
  const ofChallenger = rows.filter((row) => row.version === challenger.version);
  const ofIncumbent = rows.filter((row) => row.version === incumbent?.version && row.version !== challenger.version);
  const newest = ofChallenger.map((row) => row.createdAt.getTime()).sort((a, b) => b - a)[0];
  return {
    evidence: {
      model: challenger.modelName,
      toStage,
      challenger: toFacts(challenger),
      incumbent: incumbent && toFacts(incumbent),
      challengerEvaluations: ofChallenger.map(toEvaluationEvidence),
      incumbentEvaluations: ofIncumbent.map(toEvaluationEvidence),
    },
    digest: canonicalDigest({ challenger: idsOf(ofChallenger), incumbent: idsOf(ofIncumbent) }),
    challengerEvaluatedAt: newest === undefined ? null : new Date(newest),
  };
}

function idsOf(rows: readonly EvaluationRow[]): string[] {
  return rows.map((row) => row.id).sort();
}

function toFacts(row: VersionRow): VersionFacts {
  const { version, artifactDigest, runId, gitCommit, signature, params, tags, datasetName, datasetVersion } = row;
  const dataset =
    datasetName !== null && datasetVersion !== null
      ? { name: datasetName, version: datasetVersion, digest: row.datasetDigest }
      : null;
  return {
    version,
    artifactDigest,
    createdAt: row.createdAt.toISOString(),
    runId,
    gitCommit,
    dataset,
    signature,
    params,
    tags,
  };
}

function toEvaluationEvidence(row: EvaluationRow): EvaluationEvidence {
  return {
    id: row.id,
    version: row.version,
    status: 'COMPLETE',
    dataset: { name: row.datasetName, version: row.datasetVersion, digest: row.datasetDigest, split: row.datasetSplit },
    evaluator: row.evaluator,
    evaluatedAt: row.evaluatedAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
    digest: row.digest,
    predictionDigest: row.predictionDigest,
    measures: row.metrics.map(({ name, ...metric }) => ({ metric: name, ...metric })),
    paired: row.paired.map(({ evidence, ...pair }) => ({ ...evidence, ...pair })),
  };
}
