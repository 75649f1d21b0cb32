import { type Problem, problemKind } from '../../platform/http/problem.js';

const underWay = problemKind(409, 'BACK_TEST_UNDER_WAY', 'A back-test is under way');
const notFound = problemKind(404, 'BACK_TEST_NOT_FOUND', 'There is no such back-test');
const hasEnded = problemKind(409, 'BACK_TEST_ENDED', 'The back-test has ended');

export function backTestUnderWay(): Problem {
  return underWay('One back-test over everything runs at a time. Wait for the one under way, or cancel it.');
}

export function backTestNotFound(id: string): Problem {
  return notFound(`There is no back-test ${id}; one that ended is kept for 30 days.`);
}

export function backTestEnded(id: string): Problem {
  return hasEnded(`Back-test ${id} has ended, so there is nothing to cancel.`);
}
