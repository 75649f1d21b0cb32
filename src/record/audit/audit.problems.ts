import { type Problem, problemKind } from '../../platform/http/problem.js';

const exportsRunning = problemKind(429, 'EXPORTS_RUNNING', 'As many exports run as the service carries at once');

export function exportsRun(whose: string, most: number): Problem {
  return exportsRunning(`${most} exports ${whose} are running. Ask again when one has ended.`, {
    headers: { 'Retry-After': '5' },
  });
}
