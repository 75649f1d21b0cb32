import { readJsonText } from '../../../platform/http/json-body.hook.js';
import { type Problem } from '../../../platform/http/problem.js';
import { validationFailed, WireValidationPipe } from '../../../platform/http/validation.pipe.js';
import { checkMarks, checkSpec } from '../check-layout.js';
import { type JobRequest } from '../jobs/job.js';
import { DEFAULT_CUTOFFS, DEFAULT_THRESHOLD, type PredictionSpec } from '../prediction-layout.js';
import { invalidUploadOf } from '../predictions.problems.js';
import { SubmitPredictionsRequest } from '../predictions.dto.js';

/** A request that can be carried out. */
export interface CheckedSubmission {
  stated: SubmitPredictionsRequest;
  request: JobRequest;
}

const pipe = new WireValidationPipe();

/** Checks a request as every JSON body is checked, be it the body itself or the text of a part. */
export async function checkSubmission(body: unknown): Promise<CheckedSubmission> {
  const value = typeof body === 'string' ? readJsonText(body, notJson) : (body ?? {});
  const metadata = { type: 'body', metatype: SubmitPredictionsRequest } as const;
  const stated = (await pipe.transform(value, metadata)) as SubmitPredictionsRequest;
  return { stated, request: toJobRequest(stated) };
}

function notJson(reason: string): Problem {
  return invalidUploadOf(`The part request is not valid JSON: ${reason}.`);
}

/** What a job keeps of a request, or every fault of its specification. */
function toJobRequest(request: SubmitPredictionsRequest): JobRequest {
  const spec = toSpec(request);
  const faults = [...checkSpec(spec), ...checkMarks(request)];
  if (faults.length > 0) throw validationFailed(faults);
  const { dataset, evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition, compareWith } = request;
  const stated = { evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition };
  return { dataset, spec, ...stated, compareWith: compareWith ?? null };
}

/** The specification that a request states, with what it leaves out. */
function toSpec(request: SubmitPredictionsRequest): PredictionSpec {
  const { task, columns, slices, crosses, classes, cutoffs, threshold } = request;
  const scored = task === 'binary' && columns.prediction === undefined;
  return {
    task,
    columns,
    slices: slices ?? [],
    crosses: crosses ?? [],
    threshold: threshold ?? (scored ? DEFAULT_THRESHOLD : null),
    classes: classes ?? null,
    cutoffs: cutoffs ?? (task === 'ranking' ? [...DEFAULT_CUTOFFS] : []),
  };
}
