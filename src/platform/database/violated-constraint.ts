import { QueryFailedError } from 'typeorm';

/** The name of the constraint that the database refused a statement by; undefined when that was not the reason. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}
