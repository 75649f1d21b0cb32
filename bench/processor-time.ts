import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** The processor time that each process has taken so far, in nanoseconds; of Linux, which counts it that finely for each thread. */
export function processorTimes(processIds: readonly number[]): Map<number, number> {
  const there = processIds.filter((id) => existsSync(`/proc/${id}/task`));
  return new Map(there.map((id) => [id, processorTimeOf(id)]));
}

function processorTimeOf(id: number): number {
  const times = readdirSync(`/proc/${id}/task`).map((task) =>
    readFileSync(`/proc/${id}/task/${task}/schedstat`, 'utf8'),
  );
  return times.reduce((sum, text) => sum + Number(text.split(' ', 1)[0]), 0);
}
