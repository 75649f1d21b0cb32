import { REGRESSION_CODES } from '../../judging/kinds/regression/regression-reasons.js';
import { type MeasureOutcome } from '../../judging/outcome/gate-outcome.js';
import { limitOf, relativeRoom } from './measure-limit.js';

type Measured = Parameters<typeof limitOf>[0];

function measured(
  status: Measured['status'],
  reasonCode: MeasureOutcome['reasonCode'],
  observed: Measured['observed'],
  required: Measured['required'],
): Measured {
  return { status, reasonCode, observed, required };
}

const PASSED = { challenger: 0.9, incumbent: 0.91, delta: -0.01, improvement: -0.01, lower: -0.015, upper: -0.005 };

it.each<[string, Measured, ReturnType<typeof limitOf>]>([
  [
    'a change is held against its margin by its lower bound',
    measured('PASS', REGRESSION_CODES.NON_INFERIOR, PASSED, { margin: 0.02 }),
    { kind: 'change', at: -0.02, reached: -0.015, room: 0.005 },
  ],
  [
    'of a metric where less is better the bound is turned',
    measured('PASS', REGRESSION_CODES.NON_INFERIOR, { ...PASSED, improvement: 0.01 }, { margin: 0.02 }),
    { kind: 'change', at: -0.02, reached: 0.005, room: 0.025 },
  ],
  [
    'harm that was seen is held against it itself',
    measured('FAIL', REGRESSION_CODES.REGRESSION, { ...PASSED, improvement: -0.06 }, { margin: 0.02 }),
    { kind: 'change', at: -0.02, reached: -0.06, room: -0.04 },
  ],
  [
    'so is a change in which none was found',
    measured('PASS', REGRESSION_CODES.NO_REGRESSION_DETECTED, PASSED, { margin: 0.01 }),
    { kind: 'change', at: -0.01, reached: -0.01, room: 0 },
  ],
  [
    'a gain is asked for',
    measured('INCONCLUSIVE', 'NOT_SHOWN', { ...PASSED, improvement: -0.01 }, { gain: 0.01 }),
    { kind: 'change', at: 0.01, reached: -0.015, room: -0.025 },
  ],
  [
    'a floor is reached by the value',
    measured('PASS', 'WITHIN_LIMITS', { challenger: 0.75 }, { min: 0.5 }),
    { kind: 'min', at: 0.5, reached: 0.75, room: 0.25 },
  ],
  [
    'or by its bound',
    measured('INCONCLUSIVE', 'NOT_SHOWN', { challenger: 0.75, lower: 0.25, upper: 1 }, { min: 0.5 }),
    { kind: 'min', at: 0.5, reached: 0.25, room: -0.25 },
  ],
  [
    'of two limits the closer one counts',
    measured('PASS', 'WITHIN_LIMITS', { challenger: 0.75 }, { min: 0.25, max: 1 }),
    { kind: 'max', at: 1, reached: 0.75, room: 0.25 },
  ],
  [
    'without a number there is none',
    measured('ERROR', 'MISSING_CHALLENGER_METRIC', { challenger: null }, { min: 0.5 }),
    null,
  ],
  ['nor without a limit', measured('PASS', 'WITHIN_LIMITS', { challenger: 0.5 }, {}), null],
])('%s', (_, measure, limit) => {
  const found = limitOf(measure);
  if (limit === null) return expect(found).toBeNull();
  expect(found).toEqual({ ...limit, room: expect.closeTo(limit.room, 12) });
});

it('the room of a limit is told as its share, that of zero as it is', () => {
  expect(relativeRoom({ kind: 'min', at: 0.5, reached: 0.75, room: 0.25 })).toBe(0.5);
  expect(relativeRoom({ kind: 'change', at: -0.02, reached: -0.03, room: -0.01 })).toBe(-0.5);
  expect(relativeRoom({ kind: 'max', at: 0, reached: -1, room: 1 })).toBe(1);
});
