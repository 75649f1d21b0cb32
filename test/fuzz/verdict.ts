/** What `hooks.py` counts: answers of one status to one operation, in one phase. */
export interface Calls {
  phase: string;
  operation: string;
  status: number;
  calls: number;
}

/** What of the JSON report of Schemathesis is looked at. */
export interface Report {
  complete: boolean;
  exit_code: number;
  operations: { selected: number; tested: number; errored: number; skipped: number } | null;
  phases: Record<string, { status: string; skip_reason: string | null }> | null;
  failures: { type: string; title: string; count: number; operations: string[] }[];
  errors: { title: string; count: number }[];
}

const PHASES = ['examples', 'coverage', 'fuzzing', 'stateful'];
const SUCCESS = 300;

export function total(calls: readonly Calls[]): number {
  return calls.reduce((sum, row) => sum + row.calls, 0);
}

/** How many operations answered with success at least once. */
export function succeeded(calls: readonly Calls[]): number {
  return new Set(calls.filter(({ status }) => status < SUCCESS).map(({ operation }) => operation)).size;
}

/** What is wrong with a run, a sentence each: what it found, and what it left out; none when all is well. */
export function faultsOf(report: Report, calls: readonly Calls[], operations: number): string[] {
  const faults = report.failures.map(({ title, count, operations }) => `${title} (${count}): ${operations.join(', ')}`);
  faults.push(...report.errors.map(({ title, count }) => `${title} (${count})`));
  if (report.exit_code !== 0 && faults.length === 0) faults.push(`Schemathesis ended with ${report.exit_code}.`);
  if (!report.complete) faults.push('The run did not come to its end.');
  const { tested = 0, errored = 0 } = report.operations ?? {};
  if (tested !== operations || errored !== 0) faults.push(`${tested} of ${operations} operations tested.`);
  for (const phase of PHASES) {
    const { status = 'missing' } = report.phases?.[phase] ?? {};
    if (!['success', 'failure'].includes(status) || !calls.some((row) => row.phase === phase))
      faults.push(`The phase ${phase} sent ${total(calls.filter((row) => row.phase === phase))} calls: ${status}.`);
  }
  return faults;
}
