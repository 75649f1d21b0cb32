import { cohenKappa, type Influence, matthewsCorrelation } from './association.js';
import { type Estimate, estimateOf } from './estimate.js';
import { type Discordance } from './paired-proportions.js';

/** Cell names of the label × challenger × incumbent table, each digit 0 or 1, in the order of a `Binary8`. */
export const BINARY8_CELLS = ['000', '001', '010', '011', '100', '101', '110', '111'] as const;

/** Rows per cell of the label × challenger × incumbent table, in the order of `BINARY8_CELLS`: index 4y + 2c + i. */
export type Binary8 = readonly [number, number, number, number, number, number, number, number];

/** Rows per label × prediction of one model: index 2y + prediction, so [TN, FP, FN, TP]. */
export type Confusion = readonly [number, number, number, number];

type Side = 'challenger' | 'incumbent';

/** What [TN, FP, FN, TP] add to the top and the bottom of a ratio. */
interface Ratio {
  readonly top: Confusion;
  readonly bottom: Confusion;
}

const ALL: Confusion = [1, 1, 1, 1];
const POSITIVES: Confusion = [0, 0, 1, 1];
const NEGATIVES: Confusion = [1, 1, 0, 0];
const RECALL: Ratio = { top: [0, 0, 0, 1], bottom: POSITIVES };
const SPECIFICITY: Ratio = { top: [1, 0, 0, 0], bottom: NEGATIVES };

/** Most metrics are the mean of one or two ratios of cell counts. */
const METRICS = {
  accuracy: [{ top: [1, 0, 0, 1], bottom: ALL }],
  error_rate: [{ top: [0, 1, 1, 0], bottom: ALL }],
  precision: [{ top: [0, 0, 0, 1], bottom: [0, 1, 0, 1] }],
  recall: [RECALL],
  specificity: [SPECIFICITY],
  fpr: [{ top: [0, 1, 0, 0], bottom: NEGATIVES }],
  fnr: [{ top: [0, 0, 1, 0], bottom: POSITIVES }],
  f1: [{ top: [0, 0, 0, 2], bottom: [0, 1, 1, 2] }],
  f2: [{ top: [0, 0, 0, 5], bottom: [0, 1, 4, 5] }],
  f0_5: [{ top: [0, 0, 0, 5], bottom: [0, 4, 1, 5] }],
  selection_rate: [{ top: [0, 1, 0, 1], bottom: ALL }],
  balanced_accuracy: [RECALL, SPECIFICITY],
} as const satisfies Record<string, readonly Ratio[]>;

/** Metrics of how label and prediction go together, which are no ratios of sums of cells. */
const ASSOCIATIONS = { mcc: matthewsCorrelation, cohen_kappa: cohenKappa } as const;

/** A metric that is a function of the cell counts. */
export type BinaryMetric = keyof typeof METRICS | keyof typeof ASSOCIATIONS;

export const BINARY_METRICS = [...Object.keys(METRICS), ...Object.keys(ASSOCIATIONS)] as BinaryMetric[];

/** Both values of a metric, null where its denominator is 0, and challenger − incumbent where both are defined. */
export interface PairedMetric {
  readonly challenger: number | null;
  readonly incumbent: number | null;
  readonly difference: Estimate | null;
  /** Standard error that one row won and one lost would make, those that pull most, as Bonett and Price (2012) imagine them. */
  readonly errorOfOneEach?: number;
}

/**
 * A ratio metric of both models and its paired difference by the delta method (gates S7; Cox 1990), variance Σ p_j g_j²/n;
 * undefined values are null, and the standard error is 0 when no row tells the models apart.
 */
export function pairedMetric(cells: Binary8, metric: BinaryMetric): PairedMetric {
  const challenger = influenceOf(confusionOf(cells, 'challenger'), metric);
  const incumbent = influenceOf(confusionOf(cells, 'incumbent'), metric);
  if (challenger === null || incumbent === null) {
    return { challenger: challenger?.value ?? null, incumbent: incumbent?.value ?? null, difference: null };
  }
  let variance = 0;
  let largest = 0;
  for (let cell = 0; cell < 8; cell++) {
    const label = cell & 4;
    const gap = challenger.perRow[(label + (cell & 2)) >> 1]! - incumbent.perRow[(label >> 1) + (cell & 1)]!;
    variance += cells[cell]! * gap * gap;
    largest = Math.max(largest, Math.abs(gap));
  }
  return {
    challenger: challenger.value,
    incumbent: incumbent.value,
    difference: estimateOf(challenger.value - incumbent.value, Math.sqrt(variance)),
    errorOfOneEach: Math.SQRT2 * largest,
  };
}

/** A ratio metric of one model with its delta-method standard error (Cox 1990); null where its denominator is 0. */
export function confusionMetric(confusion: Confusion, metric: BinaryMetric): Estimate | null {
  const influence = influenceOf(confusion, metric);
  if (influence === null) return null;
  const variance = confusion.reduce((sum, rows, cell) => sum + rows * influence.perRow[cell]! ** 2, 0);
  return estimateOf(influence.value, Math.sqrt(variance));
}

/** Rows per label × prediction of one side, [TN, FP, FN, TP]. */
export function confusionOf(cells: Binary8, side: Side): Confusion {
  return side === 'challenger'
    ? [cells[0] + cells[1], cells[2] + cells[3], cells[4] + cells[5], cells[6] + cells[7]]
    : [cells[0] + cells[2], cells[1] + cells[3], cells[4] + cells[6], cells[5] + cells[7]];
}

/**
 * Rows on which exactly one model counts towards the metric, so that (wins − losses)/n is challenger − incumbent;
 * null for a metric whose rows depend on the prediction (precision, F1) or that averages two shares.
 */
export function discordanceOf(cells: Binary8, metric: BinaryMetric): Discordance | null {
  const ratio = plainRatio(metric);
  if (ratio === null || ratio.bottom[0] !== ratio.bottom[1] || ratio.bottom[2] !== ratio.bottom[3]) return null;
  let wins = 0;
  let losses = 0;
  for (const label of [0, 1]) {
    const onlyChallengerPositive = cells[4 * label + 2]!;
    const onlyIncumbentPositive = cells[4 * label + 1]!;
    const positiveCounts = ratio.top[2 * label + 1]! - ratio.top[2 * label]!;
    if (positiveCounts !== 0) wins += positiveCounts > 0 ? onlyChallengerPositive : onlyIncumbentPositive;
    if (positiveCounts !== 0) losses += positiveCounts > 0 ? onlyIncumbentPositive : onlyChallengerPositive;
  }
  return { wins, losses, n: dot(ratio.bottom, confusionOf(cells, 'incumbent')) };
}

function plainRatio(metric: BinaryMetric): Ratio | null {
  if (isAssociation(metric)) return null;
  const ratios: readonly Ratio[] = METRICS[metric];
  const ratio = ratios[0]!;
  return ratios.length === 1 && Math.max(...ratio.top) === 1 ? ratio : null;
}

function isAssociation(metric: BinaryMetric): metric is keyof typeof ASSOCIATIONS {
  return Object.hasOwn(ASSOCIATIONS, metric);
}

function influenceOf(confusion: Confusion, metric: BinaryMetric): Influence | null {
  return isAssociation(metric) ? ASSOCIATIONS[metric](confusion) : influenceOnRatios(confusion, METRICS[metric]);
}

/** One row of each kind pulls a ratio M by (a − M·b)/Σb, averaged over the ratios. */
function influenceOnRatios(confusion: Confusion, ratios: readonly Ratio[]): Influence | null {
  const perRow = [0, 0, 0, 0];
  let value = 0;
  for (const { top, bottom } of ratios) {
    const total = dot(bottom, confusion);
    if (!(total > 0)) return null;
    const ratio = dot(top, confusion) / total;
    value += ratio / ratios.length;
    for (let cell = 0; cell < 4; cell++) {
      perRow[cell]! += (top[cell]! - ratio * bottom[cell]!) / (total * ratios.length);
    }
  }
  return { value, perRow };
}

function dot(weights: Confusion, rows: Confusion): number {
  return weights[0] * rows[0] + weights[1] * rows[1] + weights[2] * rows[2] + weights[3] * rows[3];
}
