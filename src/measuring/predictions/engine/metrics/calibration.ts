import { type Classes, type Grouping } from './ranked.js';

/** How log-odds of scores have to be stretched and moved to be those of the labels, with standard errors of equal, independent rows. */
export interface CalibrationLine {
  slope: number;
  intercept: number;
  slopeError: number;
  interceptError: number;
}

/** Scores are clipped as for the log-loss. */
const EPSILON = Number.EPSILON;
const MOST_STEPS = 60;
/** A step below this share of the line changes nothing more. */
const CONVERGED = 1e-10;
/** Below this share of its parts the determinant is rounding: all scores of a group are one, or separate its classes. */
const SINGULAR = 1e-13;

/** The line of one group while it is sought, and the likelihood that its last step has to raise. */
interface Search {
  line: [intercept: number, slope: number];
  step: [number, number];
  likelihood: number;
  state: 'open' | 'found' | 'none';
  information: Information;
}

/** First and second derivatives of a log-likelihood, and itself. */
interface Information {
  likelihood: number;
  gradient: [number, number];
  curvature: [own: number, mixed: number, ofSlope: number];
}

/**
 * Logistic regression of the labels on the log-odds of the scores (Cox 1958), by Newton's method with halved steps, all groups
 * at once: intercept 0 and slope 1 are those of scores that are probabilities. Null where the line does not exist: with one
 * class, one score, or scores that tell the classes apart without fail.
 */
export function calibrationLines(
  scores: Float64Array,
  classes: Classes,
  grouping: Grouping,
): (CalibrationLine | null)[] {
  const odds = scores.map((score) => {
    const clipped = Math.min(Math.max(score, EPSILON), 1 - EPSILON);
    return Math.log(clipped / (1 - clipped));
  });
  const searches = Array.from({ length: grouping.groups }, begin);
  for (let steps = 0; steps < MOST_STEPS && searches.some(({ state }) => state === 'open'); steps++) {
    informAll(searches, odds, classes, grouping);
    for (const search of searches) if (search.state === 'open') advance(search);
  }
  return searches.map(({ state, line: [intercept, slope], information: { curvature } }) => {
    if (state !== 'found') return null;
    const [own, mixed, ofSlope] = curvature;
    const determinant = own * ofSlope - mixed * mixed;
    const errors = { slopeError: Math.sqrt(own / determinant), interceptError: Math.sqrt(ofSlope / determinant) };
    return { slope, intercept, ...errors };
  });
}

function begin(): Search {
  const information = { likelihood: 0, gradient: [0, 0], curvature: [0, 0, 0] } satisfies Information;
  return { line: [0, 0], step: [0, 0], likelihood: -Infinity, state: 'open', information };
}

function informAll(
  searches: readonly Search[],
  odds: Float64Array,
  { labels, weights }: Classes,
  { codes }: Grouping,
): void {
  for (const search of searches) if (search.state === 'open') search.information = begin().information;
  for (let row = 0; row < odds.length; row++) {
    const { state, line, information } = searches[codes === null ? 0 : codes[row]!]!;
    if (state !== 'open') continue;
    const { gradient, curvature } = information;
    const x = odds[row]!;
    const weight = weights === null ? 1 : weights[row]!;
    const sign = labels[row] === 1 ? 1 : -1;
    const wrong = 1 / (1 + Math.exp(sign * (line[0] + line[1] * x)));
    information.likelihood += weight * Math.log1p(-wrong);
    const pull = weight * sign * wrong;
    gradient[0] += pull;
    gradient[1] += pull * x;
    const bend = weight * wrong * (1 - wrong);
    curvature[0] += bend;
    curvature[1] += bend * x;
    curvature[2] += bend * x * x;
  }
}

/** Halves the last step where it made the likelihood worse, and takes the next one of Newton otherwise. */
function advance(search: Search): void {
  const { line, step, information } = search;
  if (information.likelihood < search.likelihood - 1e-9 * Math.abs(search.likelihood)) {
    search.step = [step[0] / 2, step[1] / 2];
    search.line = [line[0] - search.step[0], line[1] - search.step[1]];
    return;
  }
  search.likelihood = information.likelihood;
  const [own, mixed, ofSlope] = information.curvature;
  const determinant = own * ofSlope - mixed * mixed;
  if (!(determinant > SINGULAR * own * ofSlope)) {
    search.state = 'none';
    return;
  }
  const [g0, g1] = information.gradient;
  const next: [number, number] = [(ofSlope * g0 - mixed * g1) / determinant, (own * g1 - mixed * g0) / determinant];
  const isSmall = next.every((part, at) => Math.abs(part) <= CONVERGED * (1 + Math.abs(line[at]!)));
  search.step = next;
  search.line = [line[0] + next[0], line[1] + next[1]];
  if (isSmall) search.state = 'found';
}
