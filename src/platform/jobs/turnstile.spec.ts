import { setImmediate as turn } from 'node:timers/promises';
import { Turnstile } from './turnstile.js';

it('lets so many through at once, the others in the order they came', async () => {
  const turnstile = new Turnstile(2);
  const through: number[] = [];
  const leave: (() => void)[] = [];
  for (const number of [1, 2, 3, 4]) {
    void turnstile.enter().then((end) => {
      through.push(number);
      leave.push(end);
    });
  }
  await turn();
  expect(through).toEqual([1, 2]);
  leave[1]!();
  await turn();
  expect(through).toEqual([1, 2, 3]);
  for (const end of [leave[0]!, leave[2]!]) end();
  await turn();
  expect(through).toEqual([1, 2, 3, 4]);
  leave[3]!();
  expect(await turnstile.enter()).toBeInstanceOf(Function);
});
