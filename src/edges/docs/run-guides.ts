import { guidesAt } from './problem-guide.js';

/** Runs of the MLflow tracking server. */
export const RUN_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions/4/evaluations/from-run', {
    TRACKING_NOT_CONFIGURED: [
      'The service was started without the address of an MLflow tracking server.',
      'Have it started with MLFLOW_TRACKING_URI, or read the run yourself and submit an evaluation.',
      'This service reads no runs. Have it started with MLFLOW_TRACKING_URI, or submit an evaluation.',
    ],
    TRACKING_UNAVAILABLE: [
      'The tracking server is away, slow, or does not let the service in.',
      'Try again. If it stays so, see that MLFLOW_TRACKING_URI is reached from the service and that its credentials are good.',
      'The tracking server cannot be asked now. The server cannot be reached (ECONNREFUSED).',
    ],
    RUN_NOT_FOUND: [
      'The tracking server answers, and does not have the run or the logged model.',
      'Check the run id, and that it is a run of the tracking server that the service asks.',
      'The run cannot be read. It is not there. Run with id=4f2a not found.',
      ['TRACKING_UNAVAILABLE'],
    ],
    RUN_NOT_NAMED: [
      'The version was registered without a run or a logged model, and the request names no run.',
      'State runId, or register the version with the run it came from.',
      "Version 4 of 'churn' names no run. State runId.",
    ],
    RUN_WITHOUT_METRICS: [
      'The run has no metrics, or none of those that were asked for.',
      'Look at the names in the detail; log the metrics first, by mlflow.evaluate for instance.',
      'Of what was asked for the run measured nothing. It has the metrics accuracy_score, f1_score.',
    ],
    RUN_DATASET_UNCLEAR: [
      'The run names no dataset besides the one it was trained on, or several, or not the one that was asked for.',
      'State dataset with its name and version, and runDataset where MLflow calls it otherwise.',
      'State dataset, and runDataset where it is called otherwise. The run has the datasets train, test, holdout.',
    ],
  }),
};
