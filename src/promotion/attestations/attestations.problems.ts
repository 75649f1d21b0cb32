import { type Problem, problemKind } from '../../platform/http/problem.js';

const notApplied = problemKind(409, 'TRANSITION_NOT_APPLIED', 'The transition was not applied');
const digestMissing = problemKind(409, 'ARTIFACT_DIGEST_MISSING', 'The version states no digest of its artifact');

export function transitionIsNotApplied(id: string, status: string): Problem {
  return notApplied(`Transition ${id} is ${status}; what was applied is attested, and nothing else.`);
}

export function artifactDigestIsMissing(model: string, version: number): Problem {
  return digestMissing(
    `Version ${version} of '${model}' was registered without artifactDigest, so there is nothing that a statement could be about.`,
  );
}
