import { digestInTurns } from '../../platform/in-turns.js';
import { compareText } from '../../values/compare-text.js';

/** Digests over all that is stored of an evaluation, part by part, so that a change of it shows, and where. */
export interface StoredDigests {
  head: string;
  metrics: string;
  paired: string;
}

/** What is stored of an evaluation, beside its evidence. */
interface StoredHead {
  id: string;
  modelId: string;
  version: number;
  datasetName: string;
  datasetVersion: string;
  datasetDigest: string | null;
  datasetSplit: string | null;
  evaluator: string | null;
  environment: string | null;
  labelDefinition: string | null;
  sliceDefinition: string | null;
  predictionDigest: string | null;
  evaluatedAt: Date;
  digest: string;
  createdAt: Date;
  createdBy: string;
}

/** A measure of one metric on one slice; no two of an evaluation share both. */
interface StoredMetric {
  name: string;
  sliceKey: string;
  value: number | null;
  count: number | null;
  standardError: number | null;
  ciLow: number | null;
  ciHigh: number | null;
  ciLevel: number | null;
  unit: string | null;
  definition: string | null;
}

/** An evaluation as it is stored, as it is digested: the measures by name and slice, whatever order they came in, the pairs in theirs. */
export function storedParts(
  head: StoredHead,
  metrics: readonly StoredMetric[],
  paired: readonly object[],
): Record<keyof StoredDigests, unknown> {
  const { id, modelId, version, datasetName, datasetVersion, datasetDigest, datasetSplit, evaluator } = head;
  const { environment, labelDefinition, sliceDefinition, predictionDigest, digest, createdBy } = head;
  const dataset = { name: datasetName, version: datasetVersion, digest: datasetDigest, split: datasetSplit };
  const terms = { evaluator, environment, labelDefinition, sliceDefinition, predictionDigest };
  const times = { evaluatedAt: head.evaluatedAt.toISOString(), createdAt: head.createdAt.toISOString() };
  const sorted = [...metrics].sort(
    (one, other) => compareText(one.name, other.name) || compareText(one.sliceKey, other.sliceKey),
  );
  return {
    head: { id, modelId, version, dataset, ...terms, ...times, digest, createdBy },
    metrics: sorted.map(toValues),
    paired,
  };
}

/** Digests an evaluation part by part. */
export async function digestStored(...stored: Parameters<typeof storedParts>): Promise<StoredDigests> {
  const { head, metrics, paired } = storedParts(...stored);
  return { head: await named(head), metrics: await named(metrics), paired: await named(paired) };
}

async function named(value: unknown): Promise<string> {
  return `sha256:${await digestInTurns(value)}`;
}

function toValues(metric: StoredMetric): unknown[] {
  const { name, sliceKey, value, count, standardError, ciLow, ciHigh, ciLevel, unit, definition } = metric;
  return [name, sliceKey, value, count, standardError, ciLow, ciHigh, ciLevel, unit, definition];
}
