import { IsNested, IsText, IsTexts, Optional } from '../../platform/http/fields.js';
import { MeasuringTerms } from '../evaluations/evaluations.dto.js';
import { EvaluationDataset } from '../evaluations/evidence.dto.js';

export class EvaluateRunRequest extends MeasuringTerms {
  /** The run of the tracking server whose metrics are taken; unless given the version's own, or that of its logged model. */
  @Optional()
  @IsText(1, 250)
  runId?: string;

  /** The data that the metrics were measured on; unless given the one dataset of the run that is not of its training, with MLflow's digest as its version. */
  @Optional()
  @IsNested(() => EvaluationDataset)
  dataset?: EvaluationDataset;

  /** Name of the dataset in MLflow whose metrics are taken, where the model was measured on several; the name of `dataset` unless given. */
  @Optional()
  @IsText(1, 250)
  runDataset?: string;

  /** Part of the dataset, such as test. */
  @Optional()
  @IsText(1, 250)
  split?: string;

  /** Names of the metrics to take, as MLflow has them; all unless given. */
  @Optional()
  @IsTexts(1, 1_000, 250)
  metrics?: string[];

  /** Take only metrics whose name begins with this, such as `test_`, and leave it off. */
  @Optional()
  @IsText(1, 100)
  prefix?: string;
}
