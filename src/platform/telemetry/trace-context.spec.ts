import { readTraceparent, toTraceparent } from './trace-context.js';

const [TRACE, SPAN] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];

it.each(['01', '00', '03'])('a header with the flags %s is read and written alike', (flags) => {
  const header = `00-${TRACE}-${SPAN}-${flags}`;
  expect(toTraceparent(readTraceparent(header)!)).toBe(header);
});

it("a request's id that was made of a header names the same span", () => {
  expect(readTraceparent(`00-${TRACE}-${SPAN}-01.0a1b2c3d`)).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags: 1 });
});

it.each([
  undefined,
  '',
  'job-17',
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}`,
  `00-${TRACE}-${SPAN}-01-more`,
])('%p names no span', (text) => {
  expect(readTraceparent(text)).toBeNull();
});
