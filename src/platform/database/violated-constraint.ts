import { QueryFailedError } from 'typeorm';

/** The name of the constraint that the database refused a statement by; undefined when that was not the reason. */
function violatedConstraint(error: unknown): string | undefined {
  return error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;
}

/** For `catch`: throws what stands for the constraint that was violated, and any other error as it is. */
export function translateViolation(
  refusals: Readonly<Record<string, (cause: unknown) => Error>>,
): (error: unknown) => never {
  return (error) => {
    const constraint = violatedConstraint(error);
    throw (constraint === undefined ? undefined : refusals[constraint]?.(error)) ?? error;
  };
}
