import { type GateReportContent } from '../../judging/gate-report.js';
import { type Problem } from '../../platform/http/problem.js';
import { MLFLOW_STATUS, type MlflowCode, MlflowRefusal } from './mlflow-refusal.js';
import { unansweredPath } from './mlflow-paths.js';

/** An error as MLflow's clients read it. */
export interface MlflowError {
  status: number;
  body: { error_code: MlflowCode; message: string };
}

/** Our codes that have a name of their own in MLflow; the others are named by their status. */
const CODES: Readonly<Record<string, MlflowCode>> = {
  MODEL_EXISTS: 'RESOURCE_ALREADY_EXISTS',
  // MLflow takes an alias that is missing for a wrong value.
  ALIAS_NOT_FOUND: 'INVALID_PARAMETER_VALUE',
};

/** Statuses that clients would not understand, or would repeat the request after. */
const CODES_BY_STATUS: Readonly<Record<number, MlflowCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'RESOURCE_DOES_NOT_EXIST',
  409: 'RESOURCE_CONFLICT',
  412: 'RESOURCE_CONFLICT',
  422: 'RESOURCE_CONFLICT',
  429: 'REQUEST_LIMIT_EXCEEDED',
  503: 'TEMPORARILY_UNAVAILABLE',
};

type GateReport = GateReportContent & { id: string | null };
type Rule = GateReport['rules'][number];

/** Faults that are shown of one report, so that an exception stays readable. */
const MOST_FAULTS = 10;

/** Any problem in MLflow's shape; `origin` is the address of this service, for what is to be opened in a browser. */
export function toMlflowError(problem: Problem, path: string, origin: string): MlflowError {
  if (problem instanceof MlflowRefusal) return errorOf(problem.mlflowCode, problem.detail);
  if (problem.code === 'ROUTE_NOT_FOUND') return toMlflowError(unansweredPath(path), path, origin);
  if (problem.code === 'METHOD_NOT_ALLOWED')
    return { ...errorOf('ENDPOINT_NOT_FOUND', problem.detail), status: problem.status };
  return errorOf(codeOf(problem), messageOf(problem, origin));
}

function errorOf(code: MlflowCode, message: string): MlflowError {
  return { status: MLFLOW_STATUS[code], body: { error_code: code, message } };
}

function codeOf({ code, status }: Problem): MlflowCode {
  if (Object.hasOwn(CODES, code)) return CODES[code]!;
  return CODES_BY_STATUS[status] ?? (status >= 500 ? 'INTERNAL_ERROR' : 'INVALID_PARAMETER_VALUE');
}

/** The exception is all that a user of the client sees, so it holds the reasons and where to read on. */
function messageOf({ detail, extensions = {} }: Problem, origin: string): string {
  const { gateReport, transition } = extensions as {
    gateReport?: GateReport;
    transition?: { id: string; status: string };
  };
  const isOpen = transition?.status === 'awaiting_approval';
  return [
    detail,
    ...(gateReport ? faultsOf(gateReport) : []),
    ...(gateReport?.id ? [`Gate report: ${origin}/api/v1/gate-reports/${gateReport.id}`] : []),
    ...(isOpen ? [`Decide it at ${origin}/api/v1/transitions/${transition.id}`] : []),
  ].join('\n');
}

function faultsOf(report: GateReport): string[] {
  const faults = report.rules.flatMap(faultsOfRule);
  const more = faults.length - MOST_FAULTS;
  return more > 0 ? [...faults.slice(0, MOST_FAULTS), `- and ${more} more`] : faults;
}

function faultsOfRule(rule: Rule): string[] {
  if (rule.enforcement !== 'block' || rule.status === 'PASS' || rule.status === 'SKIPPED') return [];
  const measures = rule.measures.filter(({ status }) => status !== 'PASS' && status !== 'SKIPPED');
  if (measures.length === 0) return [`- rule ${rule.id}: ${rule.message}`];
  return measures.map((measure) => `- rule ${rule.id}, ${sliceOf(measure)}: ${measure.message}`);
}

function sliceOf({ slice }: Rule['measures'][number]): string {
  const pairs = Object.entries(slice).map(([feature, value]) => `${feature}=${value}`);
  return pairs.length === 0 ? 'overall' : `slice ${pairs.join(', ')}`;
}

/** A promotion that waits for approval is no success to MLflow: nothing has moved yet. */
export function awaitsApproval(
  { version, model, id, toStage }: { version: number; model: string; id: string; toStage: string },
  detail: string | null,
  origin: string,
): MlflowRefusal {
  const said = detail === null ? '' : ` ${detail}`;
  return new MlflowRefusal(
    'RESOURCE_CONFLICT',
    `Version ${version} of '${model}' passed the gates of ${toStage} and awaits approval; it has not moved yet.${said}\nDecide it at ${origin}/api/v1/transitions/${id}`,
  );
}
