import { type Problem, problemKind } from '../../platform/http/problem.js';

const notApplied = problemKind(409, 'TRANSITION_NOT_APPLIED', 'The transition was not applied');

export function transitionIsNotApplied(id: string, status: string): Problem {
  return notApplied(`Transition ${id} is ${status}; what was applied is attested, and nothing else.`);
}
