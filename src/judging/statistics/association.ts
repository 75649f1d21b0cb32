/** A metric's value and how far one row more of each kind pulls it, in the order [TN, FP, FN, TP]: its partial derivatives. */
export interface Influence {
  readonly value: number;
  readonly perRow: readonly number[];
}

/** Rows per label × prediction, [TN, FP, FN, TP]. */
type Cells = readonly [number, number, number, number];

/**
 * Correlation of label and prediction, (TP·TN − FP·FN)/√((TP+FP)(TP+FN)(TN+FP)(TN+FN)) (Matthews 1975), with its delta
 * method; null where either has one class alone.
 */
export function matthewsCorrelation([tn, fp, fn, tp]: Cells): Influence | null {
  const [positive, negative, chosen, left] = [tp + fn, tn + fp, tp + fp, tn + fn];
  const scale = Math.sqrt(positive) * Math.sqrt(negative) * Math.sqrt(chosen) * Math.sqrt(left);
  if (!(scale > 0)) return null;
  const value = (tp * tn - fp * fn) / scale;
  const pull = (product: number, label: number, prediction: number) =>
    product / scale - (value / 2) * (1 / label + 1 / prediction);
  const perRow = [
    pull(tp, negative, left),
    pull(-fn, negative, chosen),
    pull(-fp, positive, left),
    pull(tn, positive, chosen),
  ];
  return { value, perRow };
}

/**
 * Agreement of label and prediction beyond chance, κ = (p_o − p_e)/(1 − p_e) (Cohen 1960), with its delta method; null where
 * chance alone agrees always.
 */
export function cohenKappa([tn, fp, fn, tp]: Cells): Influence | null {
  const [positive, negative, chosen, left] = [tp + fn, tn + fp, tp + fp, tn + fn];
  const bottom = chosen * negative + positive * left;
  if (!(bottom > 0)) return null;
  const value = (2 * (tp * tn - fn * fp)) / bottom;
  const pull = (product: number, ofBottom: number) => (2 * product - value * ofBottom) / bottom;
  const perRow = [
    pull(tp, chosen + positive),
    pull(-fn, negative + chosen),
    pull(-fp, left + positive),
    pull(tn, negative + left),
  ];
  return { value, perRow };
}
