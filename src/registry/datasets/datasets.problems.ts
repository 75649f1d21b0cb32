import { type Problem, problemKind } from '../../platform/http/problem.js';

const exists = problemKind(409, 'DATASET_VERSION_EXISTS', 'The dataset version is registered');
const notFound = problemKind(404, 'DATASET_VERSION_NOT_FOUND', 'The dataset version does not exist');

export function datasetExists(name: string, version: string, cause: unknown): Problem {
  return exists(
    `Version ${version} of dataset '${name}' is registered already, and registered data does not change.`,
    {},
    cause,
  );
}

export function datasetNotFound(id: string): Problem {
  return notFound(`There is no dataset version '${id}'.`);
}
