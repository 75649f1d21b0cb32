import { fittingMessages, type StreamMessage } from './stream-message.js';

const message = (size: number): StreamMessage => ({ topic: 't', key: 'k', value: 'x'.repeat(size), headers: {} });

it.each<[string, number[], number]>([
  ['all of few', [10, 20, 30], 3],
  ['as many as fit exactly', [60, 40, 1], 2],
  ['the first one though it is too large', [500, 1], 1],
  ['what comes before a large one', [10, 500, 1], 1],
  ['none of none', [], 0],
])('takes %s', (_, sizes, count) => {
  expect(fittingMessages(sizes.map(message), 100)).toBe(count);
});
