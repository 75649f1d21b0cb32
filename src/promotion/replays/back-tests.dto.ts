import { type Status, type Verdict, VERDICTS } from '../../judging/verdict/verdict.js';
import { TRANSITION_STATUSES, type TransitionStatus } from '../transitions/stage-change.js';
import {
  IsCount,
  IsDigest,
  IsId,
  IsJsonObject,
  IsModelName,
  IsOneOf,
  IsTimestamp,
  Optional,
  Shows,
} from '../../platform/http/fields.js';
import { type Stage } from '../../values/stage.js';
import { type BackTestItem, CHANGES } from './back-test.js';
import { PolicyAdviceResponse } from '../policies/gate-policies.dto.js';
import { advisePolicy } from '../../judging/policy/policy-advice.js';
import { compareText } from '../../values/compare-text.js';
import { GATED_STAGES, type GatePolicy } from '../../judging/policy/gate-policy.js';

export class BackTestRequest {
  /** The draft policy, in the form of a gate policy document. */
  @IsJsonObject(1_000_000)
  @Shows({ allOf: [{ $ref: '#/components/schemas/GatePolicyDocument' }] })
  policy: Record<string, unknown>;

  /** The model whose promotions to judge, the draft standing for its own policy; without it all models, the draft standing for the registry's default. */
  @Optional()
  @IsModelName()
  model?: string;

  /** The stage whose promotions to judge; Production unless given. */
  @Optional()
  @IsOneOf(GATED_STAGES)
  toStage?: Stage;

  /** How many of the newest promotions to judge at most; 200 unless given. */
  @Optional()
  @IsCount(1, 1_000)
  limit?: number;

  /** Only promotions asked for at or after this time. */
  @Optional()
  @IsTimestamp()
  from?: string;

  /** Only promotions asked for before this time. */
  @Optional()
  @IsTimestamp()
  to?: string;
}

/** How often a rule of the draft came to each status. */
export class BackTestRuleResponse {
  /** Identifier of the rule in the draft. */
  ruleId: string;

  /** How often it passed. */
  @IsCount()
  passed: number;

  /** How often it failed. */
  @IsCount()
  failed: number;

  /** How often it could not be judged. */
  @IsCount()
  errors: number;

  /** How often there was too little data. */
  @IsCount()
  inconclusive: number;

  /** How often there was nothing to judge. */
  @IsCount()
  skipped: number;
}

export class BackTestItemResponse {
  /** The recorded transition. */
  @IsId()
  transitionId: string;

  /** Name of the model on that day. */
  model: string;

  /** The version that was to be promoted. */
  @IsCount(1)
  version: number;

  /** When it was asked for. */
  requestedAt: Date;

  /** What became of it. */
  @IsOneOf(TRANSITION_STATUSES)
  status: TransitionStatus;

  /** The verdict on that day. */
  @IsOneOf(VERDICTS)
  verdict: Verdict;

  /** The verdict of the draft on the same evidence. */
  @IsOneOf(VERDICTS)
  draftVerdict: Verdict;

  /** `same`, `newly_refused` or `newly_let_through`. */
  @IsOneOf(CHANGES)
  change: BackTestItem['change'];

  /** The draft's verdict in a sentence. */
  message: string;
}

export class BackTestResponse {
  /** Digest of the draft policy. */
  @IsDigest()
  policyDigest: string;

  /** How many promotions were judged. */
  @IsCount()
  promotions: number;

  /** How many promotions there are in the range, those beyond the limit included. */
  @IsCount()
  total: number;

  /** How many of those that passed the draft would have refused. */
  @IsCount()
  newlyRefused: number;

  /** How many of those that were refused the draft would have let through. */
  @IsCount()
  newlyLetThrough: number;

  /** What the draft demands that evidence can hardly meet. */
  advice: PolicyAdviceResponse[];

  /** What each rule of the draft said, over all promotions that were judged. */
  rules: BackTestRuleResponse[];

  /** Every promotion, newest first. */
  items: BackTestItemResponse[];
}

export function toBackTestItemResponse({ rules: _rules, ...item }: BackTestItem): BackTestItemResponse {
  return item;
}

export function toBackTestResponse(
  { items, total }: { items: BackTestItem[]; total: number },
  draft: GatePolicy,
  policyDigest: string,
): BackTestResponse {
  const count = (change: BackTestItem['change']): number => items.filter((item) => item.change === change).length;
  return {
    policyDigest,
    promotions: items.length,
    total,
    newlyRefused: count('newly_refused'),
    newlyLetThrough: count('newly_let_through'),
    advice: advisePolicy(draft),
    rules: tallyRules(items),
    items: items.map(toBackTestItemResponse),
  };
}

const FIELD_OF: Readonly<Record<Status, Exclude<keyof BackTestRuleResponse, 'ruleId'>>> = {
  PASS: 'passed',
  FAIL: 'failed',
  ERROR: 'errors',
  INCONCLUSIVE: 'inconclusive',
  SKIPPED: 'skipped',
};

function tallyRules(items: readonly BackTestItem[]): BackTestRuleResponse[] {
  const tallies = new Map<string, BackTestRuleResponse>();
  for (const { ruleId, status } of items.flatMap(({ rules }) => rules)) {
    const none = { ruleId, passed: 0, failed: 0, errors: 0, inconclusive: 0, skipped: 0 };
    const tally = tallies.get(ruleId) ?? none;
    tally[FIELD_OF[status]] += 1;
    tallies.set(ruleId, tally);
  }
  return [...tallies.values()].sort((one, other) => compareText(one.ruleId, other.ruleId));
}
