import { SOAK_CODES } from './soak-reasons.js';
import { type RuleContext } from '../../context/rule-context.js';
import { concludeMeasure, emptyMeasure, type RuleJudgement } from '../../outcome/measure-outcome.js';
import { type SoakRule } from './soak-rule.js';
import { round } from '../round.js';
import { durationMs } from './duration.js';

const HOUR_MS = 3_600_000;

/** Judges how long the version has stood in Staging. */
export function evaluateSoak(rule: SoakRule, { evidence, now }: RuleContext): RuleJudgement {
  const needed = durationMs(rule.minDuration);
  const base = {
    ...emptyMeasure('hours_in_staging', {}),
    basis: 'time in Staging',
    required: { min: needed / HOUR_MS },
  };
  const since = evidence.challenger.stagedAt ?? null;
  const stood = since === null ? 0 : now.getTime() - Date.parse(since);
  const judged = { ...base, observed: { challenger: round(stood / HOUR_MS) } };
  const sentence = `${since === null ? 'The version does not stand in Staging' : `In Staging for ${round(stood / HOUR_MS)} hours`}. Required are ${round(needed / HOUR_MS)} hours.`;
  if (stood >= needed) return { measures: [concludeMeasure(judged, 'PASS', SOAK_CODES.SOAKED, sentence)] };
  const until =
    since === null
      ? 'Move it to Staging first.'
      : `Ask again from ${new Date(Date.parse(since) + needed).toISOString()}.`;
  return { measures: [concludeMeasure(judged, 'FAIL', SOAK_CODES.SOAK_TOO_SHORT, sentence, until)] };
}
