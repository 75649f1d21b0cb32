import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'REVIEW_NOT_FOUND', 'The review does not exist');
const closed = problemKind(409, 'REVIEW_CLOSED', 'The review was closed already');
const ownReview = problemKind(403, 'OWN_REVIEW', 'Nobody closes the review of their own emergency');

export function reviewNotFound(id: string): Problem {
  return notFound(`There is no review '${id}'.`);
}

export function reviewClosed(id: string, by: string): Problem {
  return closed(`Review ${id} was closed by ${by} already.`);
}

export function isOwnReview(subject: string): Problem {
  return ownReview(`${subject} asked for the gates to be passed; another person closes the review.`);
}
