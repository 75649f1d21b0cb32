import { WELL_KNOWN_METRICS } from './metric-definition.js';
import { likelyDirection } from './likely-direction.js';

it.each([
  'loss val_loss Loss mlogloss HuberLoss error_count Error test-error MeanSquaredError RMSE valRMSE nrmse MAE val_mae',
  'MSE testMSE MAPE wmape Latency latencyP95 p99_latency toxicity Toxicity_max Perplexity WER test_wer CER Brier',
  'brier_skewed FPR fpr_at_95 FNR false_positive_rate_10 FalseNegativeRate ECE nll Log-Loss cross_entropy_val pinball_90',
])('of %s lower is better', (names) => {
  expect(names.split(' ').filter((name) => likelyDirection(name) !== 'lower')).toEqual([]);
});

it.each(['Accuracy F1-Score val_acc AUROC MacroRecall precisionAt10 NDCG bleu4 cohenKappa R2 mean_iou top_5_accuracy'])(
  'of %s higher is better',
  (names) => expect(names.split(' ').filter((name) => likelyDirection(name) !== 'higher')).toEqual([]),
);

it.each([
  'ctr revenue score answer_length power officer name spring lossless neg_mean_squared_error neg_log_loss accuracy_loss',
  'error_reduction loss_improvement false_positive_reduction accuracy_drop selection_rate minus_mae brier_skill',
])('of %s the name does not say', (names) => {
  expect(names.split(' ').filter((name) => likelyDirection(name) !== undefined)).toEqual([]);
});

it('of every well-known metric the name says what is known, in any case', () => {
  const off = [...WELL_KNOWN_METRICS].filter(
    ([name, { direction }]) => likelyDirection(name.toUpperCase()) !== (direction === 'none' ? undefined : direction),
  );
  expect(off).toEqual([]);
});
