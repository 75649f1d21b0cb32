/** What the connections to the database broke of; the callers' connections break with the same codes. */
const brokenOf = new WeakSet<object>();

export function noteDriverError(error: Error): void {
  brokenOf.add(error);
}

/** Whether a connection to the database failed with this error, or a statement did for its sake. */
export function isDriverError(error: unknown): boolean {
  const { driverError = error } = (error ?? {}) as { driverError?: unknown };
  return typeof driverError === 'object' && driverError !== null && brokenOf.has(driverError);
}
