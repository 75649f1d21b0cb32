import { readJsonText } from '../../../platform/http/json-body.hook.js';
import { type Problem } from '../../../platform/http/problem.js';
import { validationFailed, WireValidationPipe } from '../../../platform/http/validation.pipe.js';
import { checkSpec } from '../check-layout.js';
import { type JobRequest } from '../jobs/job.js';
import { toSpec } from '../jobs/job-response.js';
import { invalidUploadOf } from '../predictions.problems.js';
import { SubmitPredictionsRequest } from '../predictions.dto.js';

const pipe = new WireValidationPipe();

/** Checks a request as every JSON body is checked, be it the body itself or the text of a part. */
export async function parseSubmission(body: unknown): Promise<SubmitPredictionsRequest> {
  const value = typeof body === 'string' ? readJsonText(body, notJson) : (body ?? {});
  return (await pipe.transform(value, {
    type: 'body',
    metatype: SubmitPredictionsRequest,
  })) as SubmitPredictionsRequest;
}

function notJson(reason: string): Problem {
  return invalidUploadOf(`The part request is not valid JSON: ${reason}.`);
}

/** What a job keeps of a request, or every fault of its specification. */
export function toJobRequest(request: SubmitPredictionsRequest): JobRequest {
  const spec = toSpec(request);
  const faults = checkSpec(spec);
  if (faults.length > 0) throw validationFailed(faults);
  const { dataset, evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition, compareWith } = request;
  const stated = { evaluatedAt, evaluator, environment, labelDefinition, sliceDefinition };
  return { dataset, spec, ...stated, compareWith: compareWith ?? null };
}
