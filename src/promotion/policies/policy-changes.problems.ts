import { type Problem, problemKind } from '../../platform/http/problem.js';
import { type LostGround } from '../approvals/approvals.js';
import { LOST_GROUND } from '../approvals/approvals.problems.js';

const notFound = problemKind(404, 'POLICY_CHANGE_NOT_FOUND', 'The change of the policy does not exist');
const isFinal = problemKind(409, 'POLICY_CHANGE_FINAL', 'The change of the policy has an outcome already');
const isOpen = problemKind(409, 'POLICY_CHANGE_OPEN', 'Another change of the policy awaits approval');
const notTheirs = problemKind(403, 'NOT_THE_AUTHOR', 'Only its author cancels a change of a policy');

export function policyChangeNotFound(id: string): Problem {
  return notFound(`There is no change of a policy '${id}'.`);
}

export function policyChangeIsFinal(id: string, status: string): Problem {
  return isFinal(`The change ${id} is ${status}; only one that awaits approval can be decided or cancelled.`);
}

export function policyChangeIsOpen({ id, requestedBy }: { id: string; requestedBy: string }): Problem {
  return isOpen(`The change ${id} by ${requestedBy} awaits approval. Have it decided or cancelled first.`);
}

export function changeCancellationForbidden(author: string): Problem {
  return notTheirs(`The change was asked for by ${author}; only they or an admin cancel it.`);
}

/** The answer to a decision on a change that can no longer be applied. */
export function changeIsLost({ code, detail }: LostGround): Problem {
  return LOST_GROUND[code](detail);
}
