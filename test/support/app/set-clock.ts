import { Clock } from '../../../src/platform/clock.js';
import { type TestApp } from './app.js';

/** Lets the clock of a service run ahead by this from now on. */
export function runAhead(app: TestApp, milliseconds: number): void {
  const clock = app.nest.get(Clock);
  const now = clock.now().getTime() - Date.now();
  clock.now = () => new Date(Date.now() + now + milliseconds);
}

/** Sets the clock of a service right again. */
export function runOnTime(app: TestApp): void {
  app.nest.get(Clock).now = () => new Date();
}
