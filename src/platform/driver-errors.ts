/** Errors that broke connections to the database; callers' connections break with the same codes. */
const brokenOf = new WeakSet<object>();

export function noteDriverError(error: Error): void {
  brokenOf.add(error);
}

/** Whether a connection to the database failed with this error, or a statement did because of it. */
export function isDriverError(error: unknown): boolean {
  const { driverError = error } = (error ?? {}) as { driverError?: unknown };
  return typeof driverError === 'object' && driverError !== null && brokenOf.has(driverError);
}
