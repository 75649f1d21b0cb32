/** Of the files that the process may open; the rest is for the database, prediction files and the program itself. */
const SHARE = 0.75;
const WITHOUT_LIMIT = 1_000_000;

/** How many connections callers may have: what was configured, or what the limit on open files leaves. */
export function mostConnections(configured: number): number {
  if (configured > 0) return configured;
  const { userLimits } = process.report.getReport() as unknown as { userLimits?: { open_files?: { soft: unknown } } };
  const openFiles = Number(userLimits?.open_files?.soft);
  return Number.isFinite(openFiles) ? Math.max(1, Math.floor(openFiles * SHARE)) : WITHOUT_LIMIT;
}
