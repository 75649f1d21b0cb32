import { pairedReplicates } from '../../../../judging/statistics/replicates.js';
import { seedOf } from '../../../../judging/statistics/random.js';
import { type Session } from '../duckdb.engine.js';
import { type Measured } from '../metrics/measuring.engine.js';
import { type Evidence } from '../pairs/pair-evidence.js';
import { type PredictionSpec } from '../../prediction-layout.js';
import { describeLeft, LEAST_UNITS, planReplicates, type ReplicateBudget, REPLICATES } from './replicate-plan.js';
import { ResampledTogether } from './resampled-together.js';
import { type RankedPair, readSamples, readUnits } from './resampling-columns.engine.js';
import { rowsByGroup, sizesOf, UnitNumbers } from '../rows/sliced-rows.js';

/** Replicates are read to this many digits, far below what their number can tell. */
const DIGITS = 6;

/** What is resampled: the table `pairs`, between predictions known by their digests. */
export interface Resampling {
  spec: PredictionSpec;
  measured: Measured;
  count: number;
  ranks: RankedPair | null;
  version: number;
  digests: readonly [own: string, other: string];
}

/**
 * Paired bootstrap replicates of metrics without closed forms, on the whole and per slice column while the budget lasts;
 * answers what was left out. Nothing but both predictions and the slice decide what is drawn.
 */
export async function replicate(
  session: Session,
  { spec, measured, count, ranks, version, digests }: Resampling,
  budget: ReplicateBudget,
  add: (sliceKey: string, evidence: Evidence) => void,
): Promise<string[]> {
  if (budget.draws === 0) return [];
  const { groupings, groups, weighting } = measured;
  const samples = await readSamples(session, spec, weighting, count, ranks);
  if (samples.length === 0) return [];
  const known = weighting === 'unit' ? await readUnits(session, count) : { units: null, total: count };
  const numbers = new UnitNumbers(known.units, known.total, count);
  const planned = groupings.map((grouping, place) => ({
    columns: groups.sets[place]!.map((column) => groups.names[column]!),
    sizes: [...sizesOf(count, grouping)],
  }));
  const metrics = samples.flatMap((sample) => sample.metrics);
  const plan = planReplicates(planned, metrics.length, known.total / count, budget);
  for (const place of plan.chosen) {
    const grouping = groupings[place]!;
    const makers = samples.map(({ of }) => of(grouping));
    rowsByGroup(count, grouping).forEach((rows, group) => {
      const units = numbers.number(rows);
      if (units < LEAST_UNITS) return;
      const slice = { group, rows, places: numbers.places, units };
      const together = new ResampledTogether(
        units,
        makers.map((make) => make(slice)),
      );
      const key = grouping.keys[group]!;
      const evidenceDigest = digests.join('|');
      const seed = seedOf({ policyDigest: '', ruleId: 'replicates', slice: key, evidenceDigest });
      for (const { metric, observed, deltas } of pairedReplicates(together, { seed, replicates: REPLICATES })) {
        const rounded = Array.from(deltas, (delta) => Number(delta.toPrecision(DIGITS)));
        add(key, { kind: 'replicates', metric, n: rows.length, observed, deltas: rounded });
      }
    });
  }
  const left = describeLeft(plan, metrics, version);
  return left === undefined ? [] : [left];
}
