import { type Problem, problemKind } from '../../../platform/http/problem.js';

const notKept = problemKind(404, 'PREDICTIONS_NOT_KEPT', 'No predictions are kept that the curve could be drawn from');
const unknownSlice = problemKind(400, 'UNKNOWN_SLICE', 'The kept predictions have no such slice');
const notApplicable = problemKind(400, 'CURVE_NOT_APPLICABLE', 'The predictions are of another kind');
const failed = problemKind(503, 'CURVE_UNAVAILABLE', 'The curve cannot be drawn now');

export function predictionsNotKept(version: number, dataset: string | undefined): Problem {
  const where = dataset === undefined ? '' : ` on '${dataset}'`;
  return notKept(
    `This service keeps no predictions of version ${version}${where}. Submit them row by row, with row ids.`,
  );
}

export function sliceUnknown(detail: string): Problem {
  return unknownSlice(detail, { errors: [{ in: 'query', pointer: '/slice', detail }] });
}

export function curveNotApplicable(detail: string): Problem {
  return notApplicable(detail, { errors: [{ in: 'query', pointer: '/kind', detail }] });
}

export function curveUnavailable(detail: string): Problem {
  return failed(detail, { headers: { 'Retry-After': '5' } });
}
