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

/** Digests an evaluation as it is stored: the measures by name and slice, whatever order they came in, the pairs in theirs. */
export async function digestStored(
  head: StoredHead,
  metrics: readonly StoredMetric[],
  paired: readonly object[],
): Promise<StoredDigests> {
  const { id, modelId, version, datasetName, datasetVersion, datasetDigest, datasetSplit, evaluator } = head;
  const { environment, labelDefinition, sliceDefinition, predictionDigest, digest, createdBy } = head;
  const dataset = { name: datasetName, version: datasetVersion, digest: datasetDigest, split: datasetSplit };
  const terms = { evaluator, environment, labelDefinition, sliceDefinition, predictionDigest };
  const times = { evaluatedAt: head.evaluatedAt.toISOString(), createdAt: head.createdAt.toISOString() };
  const sorted = [...metrics].sort(
    (one, other) => compareText(one.name, other.name) || compareText(one.sliceKey, other.sliceKey),
  );
  return {
    head: await named({ id, modelId, version, dataset, ...terms, ...times, digest, createdBy }),
    metrics: await named(sorted.map(toValues)),
    paired: await named(paired),
  };
}

async function named(value: unknown): Promise<string> {
  return `sha256:${await digestInTurns(value)}`;
}

function toValues(metric: StoredMetric): unknown[] {
  const { name, sliceKey, value, count, standardError, ciLow, ciHigh, ciLevel, unit, definition } = metric;
  return [name, sliceKey, value, count, standardError, ciLow, ciHigh, ciLevel, unit, definition];
}
