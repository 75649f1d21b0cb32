import { type Problem, problemKind } from '../../platform/http/problem.js';

const notFound = problemKind(404, 'VERSION_NOT_FOUND', 'The version does not exist');
const stageEmpty = problemKind(404, 'STAGE_EMPTY', 'No version is in this stage');
const notDeletable = problemKind(409, 'VERSION_NOT_DELETABLE', 'The version cannot be deleted');
const invalidStage = problemKind(400, 'INVALID_STAGE', 'The path holds no stage');
const atNotApplicable = problemKind(400, 'AT_NOT_APPLICABLE', 'Only Production keeps its past');
const quarantined = problemKind(409, 'ALREADY_QUARANTINED', 'The version is quarantined');
const notQuarantined = problemKind(409, 'NOT_QUARANTINED', 'The version is not quarantined');
const digestMissing = problemKind(409, 'ARTIFACT_DIGEST_MISSING', 'The version states no digest of its artifact');

export function versionNotFound(model: string, version: number): Problem {
  return notFound(`Model '${model}' has no version ${version}.`);
}

export function stageIsEmpty(model: string, stage: string, at?: string): Problem {
  return stageEmpty(`Model '${model}' ${at ? `had no version in ${stage} at ${at}` : `has no version in ${stage}`}.`);
}

export function versionNotDeletable(model: string, version: number, why: string): Problem {
  return notDeletable(`Version ${version} of '${model}' cannot be deleted: ${why}.`);
}

export function noSuchStage(stage: string, stages: readonly string[]): Problem {
  const detail = `'${stage}' is no stage; stages are ${stages.join(', ')}.`;
  return invalidStage(detail, { errors: [{ in: 'path', pointer: '/stage', detail }] });
}

export function atIsForProduction(stage: string): Problem {
  const detail = `'at' asks for the past of Production, not of ${stage}.`;
  return atNotApplicable(detail, { errors: [{ in: 'query', pointer: '/at', detail }] });
}

export function alreadyQuarantined(model: string, version: number, by: string): Problem {
  return quarantined(`Version ${version} of '${model}' was quarantined by ${by} already.`);
}

export function isNotQuarantined(model: string, version: number): Problem {
  return notQuarantined(`Version ${version} of '${model}' is not quarantined.`);
}

export function artifactDigestIsMissing(model: string, version: number): Problem {
  return digestMissing(
    `Version ${version} of '${model}' was registered without artifactDigest, so there is nothing that a signature or a statement could be about.`,
  );
}
