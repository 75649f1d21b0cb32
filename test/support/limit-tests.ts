import { addEventHandler } from 'jest-circus';
import { LONGEST_TEST_MS } from './limits.js';

/** The runner collects tests as jest does, but ends none that hangs; each gets its limit when it is declared. */
addEventHandler((event, state) => {
  const { children, hooks } = state.currentDescribeBlock;
  if (event.name === 'add_test') limit(children.at(-1), event.testName);
  if (event.name === 'add_hook') limit(hooks.at(-1), event.hookType);
});

type Run = () => unknown;

function limit(declared: object | undefined, name: string): void {
  const limited = declared as { fn?: Run; timeout?: number };
  const { fn: run, timeout: ms = LONGEST_TEST_MS } = limited;
  if (run) limited.fn = () => endsWithin(ms, run, name);
}

async function endsWithin(ms: number, run: Run, name: string): Promise<void> {
  let timer: NodeJS.Timeout;
  const isLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`"${name}" did not end within ${ms / 1000} s.`)), ms);
  });
  await Promise.race([Promise.resolve().then(run), isLate]).finally(() => clearTimeout(timer));
}
