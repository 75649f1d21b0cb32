import { featureDisabled, MlflowRefusal } from './mlflow-refusal.js';

/** Where the dialect is spoken: to clients and to MLflow's pages, each also below /mlflow, so that a host can be shared. */
export const MLFLOW_BASES = [
  'api/2.0/mlflow',
  'ajax-api/2.0/mlflow',
  'mlflow/api/2.0/mlflow',
  'mlflow/ajax-api/2.0/mlflow',
] as const;

const DIALECT = /^(?:\/mlflow)?\/(?:ajax-)?api\/\d\.0\/mlflow(?:-artifacts)?(?:\/|$)/;
const TRACKING = /\/mlflow(?:\/(?:runs|experiments|metrics|artifacts|logged-models|traces)|-artifacts)(?:\/|$)/;
const OTHER_FEATURES = /\/mlflow\/(webhooks|prompts|workspaces|gateway-proxy|scorers|datasets|assessments)(?:\/|$)/;

/** Whether answers on this path are MLflow's in shape. */
export function speaksMlflow(path: string): boolean {
  return DIALECT.test(path);
}

/** What is said on a path of MLflow's that no route answers: where to ask instead. */
export function unansweredPath(path: string): MlflowRefusal {
  const feature = OTHER_FEATURES.exec(path)?.[1];
  if (feature !== undefined) return featureDisabled(`Stagegate is the model registry; it has no MLflow ${feature}.`);
  const hint = TRACKING.test(path)
    ? 'Stagegate is the model registry and tracks no runs. Keep your tracking server with mlflow.set_tracking_uri(...), and name this one by mlflow.set_registry_uri(...) alone.'
    : 'The model registry is below registered-models and model-versions.';
  return new MlflowRefusal('ENDPOINT_NOT_FOUND', `There is nothing at ${path}. ${hint}`);
}
