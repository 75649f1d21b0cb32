import { type Verdict } from '../../judging/verdict/verdict.js';
import { type BackTestItem } from './back-test.js';

/** A version in Production, as the policy in force and a draft judge the evidence it came there with. */
export interface LiveJudgement {
  model: string;
  version: number;
  /** By the policy in force; null when the record holds no judgement to repeat. */
  verdict: Verdict | null;
  draftVerdict: Verdict | null;
  message: string | null;
}

/** What a back-test over everything has found so far; its counts are of all that it came by, never of a page. */
export interface BackTestTally {
  promotions: { total: number; judged: number; newlyRefused: number; newlyLetThrough: number; notRepeatable: number };
  live: { total: number; judged: number; changed: number; notRepeatable: number };
  /** The first live versions whose verdict changes or is unknown. */
  items: LiveJudgement[];
}

/** How many live versions a back-test names; it counts the others. */
const MOST_ITEMS = 1_000;

export function emptyTally(promotions: number, live: number): BackTestTally {
  return {
    promotions: { total: promotions, judged: 0, newlyRefused: 0, newlyLetThrough: 0, notRepeatable: 0 },
    live: { total: live, judged: 0, changed: 0, notRepeatable: 0 },
    items: [],
  };
}

/** Counts a promotion; null is one that cannot be judged again. */
export function tallyPromotion({ promotions }: BackTestTally, change: BackTestItem['change'] | null): void {
  if (change === null) promotions.notRepeatable += 1;
  else promotions.judged += 1;
  if (change === 'newly_refused') promotions.newlyRefused += 1;
  if (change === 'newly_let_through') promotions.newlyLetThrough += 1;
}

/** Counts a version in Production, and names it where its verdict changes or is unknown. */
export function tallyLive({ live, items }: BackTestTally, judgement: LiveJudgement): void {
  const isKnown = judgement.verdict !== null && judgement.draftVerdict !== null;
  const changes = isKnown && judgement.verdict !== judgement.draftVerdict;
  if (isKnown) live.judged += 1;
  else live.notRepeatable += 1;
  if (changes) live.changed += 1;
  if ((changes || !isKnown) && items.length < MOST_ITEMS) items.push(judgement);
}
