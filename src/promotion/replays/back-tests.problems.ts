import { type Problem, problemKind } from '../../platform/http/problem.js';

const underWay = problemKind(409, 'BACK_TEST_UNDER_WAY', 'A back-test is under way');
const tooMany = problemKind(409, 'TOO_MANY_BACK_TESTS', 'As many back-tests are under way as there may be');
const notFound = problemKind(404, 'BACK_TEST_NOT_FOUND', 'There is no such back-test');

export function backTestUnderWay(): Problem {
  return underWay('You have a back-test of this under way. Wait for it, or cancel it.');
}

export function tooManyBackTests(whose: 'you' | 'all', most: number): Problem {
  const detail = whose === 'you' ? `You have ${most} back-tests under way` : `${most} back-tests are under way`;
  return tooMany(`${detail}, which is as many as there may be. Wait for one of them to end.`);
}

export function backTestNotFound(id: string): Problem {
  return notFound(`There is no back-test ${id}; one that ended is kept for a time.`);
}
