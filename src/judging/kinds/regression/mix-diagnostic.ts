import { mixAdjusted, type SlicePair } from '../../statistics/slices.js';
import { type EvaluationIndex } from '../../evidence/evaluation-index.js';
import { type MetricDefinition } from '../../evidence/metric-definition.js';
import { OVERALL_KEY, parseSliceKey } from '../../evidence/slice-key.js';
import { formatDelta, formatValue } from '../../outcome/gate-message.js';

/**
 * What the challenger would come to on the incumbent's mix of a feature, where both report all of its slices on different
 * data: the difference of the wholes may be nothing but another mix. For people; nothing is judged by it.
 */
export function mixDiagnostic(
  metric: string,
  definition: MetricDefinition,
  challenger: EvaluationIndex,
  incumbent: EvaluationIndex,
): string | undefined {
  if (definition.kind !== 'proportion' && definition.kind !== 'mean') return undefined;
  for (const feature of featuresOf(challenger)) {
    const pairs = pairsOf(metric, feature, challenger, incumbent);
    const adjusted = pairs === undefined ? null : mixAdjusted(pairs);
    if (adjusted === null) continue;
    const value = formatValue(adjusted.challenger, definition);
    return `on the incumbent's mix of ${feature} the challenger would have ${value} (${formatDelta(adjusted.difference, definition)})`;
  }
  return undefined;
}

function featuresOf({ evaluation }: EvaluationIndex): string[] {
  const keys = new Set(evaluation.measures.map(({ sliceKey }) => sliceKey));
  const features = [...keys].map((key) => Object.keys(parseSliceKey(key) ?? {}));
  return [...new Set(features.filter((names) => names.length === 1).flat())].sort();
}

/** Both values on every slice of a feature; undefined unless the slices are the same and make up the incumbent's whole. */
function pairsOf(
  metric: string,
  feature: string,
  challenger: EvaluationIndex,
  incumbent: EvaluationIndex,
): SlicePair[] | undefined {
  const keys = new Set([...challenger.slicesBy(feature), ...incumbent.slicesBy(feature)]);
  const pairs = [...keys].sort().flatMap((key): SlicePair[] => {
    const [own, theirs] = [challenger.find(metric, key)?.value, incumbent.find(metric, key)];
    const isWhole = Number.isFinite(own) && Number.isFinite(theirs?.value) && theirs?.count != null;
    return isWhole ? [{ incumbentWeight: theirs.count!, challenger: own!, incumbent: theirs.value! }] : [];
  });
  const rows = pairs.reduce((sum, { incumbentWeight }) => sum + incumbentWeight, 0);
  const isPartition = pairs.length === keys.size && rows === incumbent.find(metric, OVERALL_KEY)?.count;
  return isPartition ? pairs : undefined;
}
