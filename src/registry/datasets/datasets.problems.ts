import { QueryFailedError } from 'typeorm';
import { type Problem, problemKind } from '../../platform/http/problem.js';

const exists = problemKind(409, 'DATASET_VERSION_EXISTS', 'The dataset version is registered');
const notFound = problemKind(404, 'DATASET_VERSION_NOT_FOUND', 'The dataset version does not exist');

export function datasetNotFound(id: string): Problem {
  return notFound(`There is no dataset version '${id}'.`);
}

/** Answers that the version is registered where the database refused a second one. */
export function translateTaken(name: string, version: string): (error: unknown) => never {
  return (error) => {
    const { constraint } = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    if (constraint !== 'dataset_versions_split_key') throw error;
    throw exists(
      `Version ${version} of dataset '${name}' is registered already, and registered data does not change.`,
      {},
      error,
    );
  };
}
