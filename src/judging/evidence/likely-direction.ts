import { type Direction, WELL_KNOWN_METRICS } from './metric-definition.js';

/** Parts of words that say an error, a cost or a delay, wherever they stand in the name. */
const LOWER_ANYWHERE = /loss(?!less)|error|rmse|latenc|toxic|perplex|brier|deviance|duration|entropy|regret|hallucinat/;
/** Words, and ends of words, that are too short to be looked for inside of others. */
const LOWER_WORD =
  /^(?:[a-z]{0,3}m[as]e|[a-z]{0,2}(?:mape|wape|msle|medae)|wer|cer|fpr|fnr|fdr|frr|eer|ece|mce|nll|nce|bce|kl|kld|ppl|bpc|bpb|fid|crps|pinball|cost|costs|risk|misses)$/;
const HIGHER_ANYWHERE = /accura|precision|recall|specificity|sensitivity|kappa|matthews|jaccard|correct|hit_?rate/;
const HIGHER_WORD =
  /^(?:[a-z]{0,3}acc|[a-z]{0,2}auc|auroc|auprc|aucpr|f1|f2|f05|fbeta|f1score|fscore|tpr|tnr|ppv|npv|r2|ndcg\d*|dcg|mrr|map\d*|bleu\d?|sacrebleu|rouge[l\d]*|meteor|bertscore|iou|miou|dice|mcc|gini|pearson|spearman|kendall|psnr|ssim|lift|em)$/;
/** Words that turn the rest of a name around, or may, as in neg_mean_squared_error. */
const TURNING = /^(?:neg|negative|minus|inv|inverse|reduction|reduced|improvement|drop|saved|skill|lossless)$/;
/** Rates of false decisions, in which negative turns nothing around. */
const FALSE_RATE = /(?:^|_)false_(?:positive|negative|discovery|omission|acceptance|rejection|alarm)s?(?=_|$)/;

/**
 * Which way a metric of this name is better, as far as the words in it say, in any case and spelling; undefined where they
 * say nothing or contradict each other.
 */
export function likelyDirection(name: string): Exclude<Direction, 'none'> | undefined {
  const words = wordsOf(name);
  const plain = words.join('_');
  const known = WELL_KNOWN_METRICS.get(plain)?.direction;
  if (known !== undefined) return known === 'none' ? undefined : known;
  const rest = plain.replace(FALSE_RATE, '').split('_');
  if (rest.some((word) => TURNING.test(word))) return undefined;
  const says = (anywhere: RegExp, word: RegExp) => anywhere.test(plain) || words.some((one) => word.test(one));
  const isLower = FALSE_RATE.test(plain) || says(LOWER_ANYWHERE, LOWER_WORD);
  const isHigher = says(HIGHER_ANYWHERE, HIGHER_WORD);
  if (isLower === isHigher) return undefined;
  return isLower ? 'lower' : 'higher';
}

/** The words of a name in lower case, whether it joins them by signs or by capitals. */
function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}
