import { calibrationLines } from './calibration.js';

const WHOLE = { codes: null, groups: 1 };
const line = (scores: number[], labels: number[], weights: Float64Array | null = null) =>
  calibrationLines(Float64Array.from(scores), { labels: Uint8Array.from(labels), weights }, WHOLE)[0];

/** Scores of which each is right as often as it says, ten rows each. */
const CALIBRATED = [0.1, 0.3, 0.5, 0.8].flatMap((score) => Array<number>(10).fill(score));
const LABELS = [1, 3, 5, 8].flatMap((hits) => Array.from({ length: 10 }, (_, at) => (at < hits ? 1 : 0)));

it('scores that are probabilities lie on the line itself', () => {
  const found = line(CALIBRATED, LABELS)!;
  expect(found.slope).toBeCloseTo(1, 10);
  expect(found.intercept).toBeCloseTo(0, 10);
});

it('scores with doubled log-odds need half the slope, and moved ones the way back', () => {
  const bent = CALIBRATED.map((score) => 1 / (1 + ((1 - score) / score) ** 2 * Math.exp(-1)));
  const found = line(bent, LABELS)!;
  expect(found.slope).toBeCloseTo(0.5, 10);
  expect(found.intercept).toBeCloseTo(-0.5, 10);
});

it('a row of weight 2 counts as two rows', () => {
  const weights = Float64Array.from(LABELS, (_, at) => 1 + (at % 2));
  const twice = <Value>(values: Value[]) => values.flatMap((value, at) => (at % 2 === 1 ? [value, value] : [value]));
  const [weighted, repeated] = [line(CALIBRATED, LABELS, weights)!, line(twice(CALIBRATED), twice(LABELS))!];
  expect(weighted.slope).toBeCloseTo(repeated.slope, 10);
  expect(weighted.intercept).toBeCloseTo(repeated.intercept, 10);
});

it.each([
  ['one class', [0.1, 0.4, 0.8], [1, 1, 1]],
  ['one score', [0.4, 0.4, 0.4], [1, 0, 1]],
  ['scores that separate the classes', [0.1, 0.2, 0.8, 0.9], [0, 0, 1, 1]],
  ['scores that separate them but for one', [0.1, 0.2, 0.2, 0.9], [0, 0, 1, 1]],
  ['one row', [0.5], [1]],
  ['no rows', [], []],
])('%s have no line', (_name, scores, labels) => expect(line(scores, labels)).toBeNull());

it('scores of 0 and 1 are clipped, wrong ones too', () => {
  const found = line([0, 1, 1, 0, 0.5, 0.5], [0, 1, 0, 1, 1, 0])!;
  expect(found.slope).toBeCloseTo(0, 10);
});

it('every group has its own line', () => {
  const codes = Uint32Array.from([...CALIBRATED.map(() => 0), 1, 1]);
  const scores = Float64Array.from([...CALIBRATED, 0.3, 0.4]);
  const lines = calibrationLines(
    scores,
    { labels: Uint8Array.from([...LABELS, 1, 1]), weights: null },
    { codes, groups: 2 },
  );
  expect(lines[0]!.slope).toBeCloseTo(1, 10);
  expect(lines[1]).toBeNull();
});
