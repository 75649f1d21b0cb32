import { type Problem, problemKind } from '../../platform/http/problem.js';

const underWay = problemKind(409, 'BACK_TEST_UNDER_WAY', 'A back-test is under way');
const notFound = problemKind(404, 'BACK_TEST_NOT_FOUND', 'There is no such back-test');

export function backTestUnderWay(): Problem {
  return underWay('One back-test over everything runs at a time. Wait for the one under way, or cancel it.');
}

export function backTestNotFound(id: string): Problem {
  return notFound(`There is no back-test ${id}; one that ended is kept for a time.`);
}
