import { Problem } from '../../platform/http/problem.js';

/** MLflow's names of what can be wrong, with the status it answers each with; of ours, those that the dialect needs. */
export const MLFLOW_STATUS = {
  INVALID_PARAMETER_VALUE: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_DOES_NOT_EXIST: 404,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_CONFLICT: 409,
  REQUEST_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  FEATURE_DISABLED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;

export type MlflowCode = keyof typeof MLFLOW_STATUS;

/** A "no" in MLflow's own words, which the dialect alone answers. */
export class MlflowRefusal extends Problem {
  constructor(
    readonly mlflowCode: MlflowCode,
    detail: string,
  ) {
    super({ status: MLFLOW_STATUS[mlflowCode], code: mlflowCode, title: 'MLflow request refused', detail });
  }
}

export function invalidParameter(detail: string): MlflowRefusal {
  return new MlflowRefusal('INVALID_PARAMETER_VALUE', detail);
}

export function missingParameter(name: string): MlflowRefusal {
  return invalidParameter(
    `Missing value for required parameter '${name}'. See the API docs for more information about request parameters.`,
  );
}

export function featureDisabled(detail: string): MlflowRefusal {
  return new MlflowRefusal('FEATURE_DISABLED', detail);
}
