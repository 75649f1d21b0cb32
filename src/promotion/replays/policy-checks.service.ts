import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';
import { advisePolicy } from '../../judging/policy/policy-advice.js';
import { type PolicyError } from '../../judging/policy/policy-error.js';
import { findModel } from '../../registry/models/models.queries.js';
import { loadNewestRevisions, REGISTRY_SCOPE, withDraft } from '../policies/gate-policies.queries.js';
import { type PolicyScope } from '../policies/policy-scope.js';
import { toBackTestItemResponse } from './back-tests.dto.js';
import { type LiveJudgementResponse } from './back-test-jobs.dto.js';
import {
  type CheckedProductionsResponse,
  type CheckedWaitingResponse,
  type PolicyCheckResponse,
} from './policy-checks.dto.js';
import { countBackTested, listLivePromotions, listWaitingPromotions, type LivePromotion } from './replays.queries.js';
import { ReplaysService } from './replays.service.js';

/** Of each, how many are judged within a request; a back-test over everything runs apart. */
const MOST_JUDGED = 50;

/** A draft that could be set, and what it is a draft of. */
interface Draft {
  policy: GatePolicy;
  /** Null for the registry's default. */
  modelId: string | null;
}

/** Says of a draft policy what is wrong with it, and what it would change now. */
@Injectable()
export class PolicyChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly replays: ReplaysService,
  ) {}

  async checkGatePolicy(scope: PolicyScope, document: Record<string, unknown>): Promise<PolicyCheckResponse> {
    const { manager } = this.dataSource;
    const modelId = scope.of === 'registry' ? null : (await findModel(manager, scope.model)).id;
    const parsed = parseGatePolicy(document);
    if (!parsed.ok) return { ...INVALID, faults: parsed.errors.map(toFault) };
    const newest = await loadNewestRevisions(manager, modelId ?? REGISTRY_SCOPE);
    const { policy, digest, conflicts } = withDraft(newest, parsed.policy, modelId !== null);
    const effective = {
      effectivePolicy: { ...policy },
      effectiveDigest: digest,
      advice: advisePolicy(policy),
    };
    if (conflicts.length > 0) return { ...INVALID, ...effective, faults: conflicts.map(toFault) };
    const draft = { policy: parsed.policy, modelId };
    const waiting = await this.checkWaiting(manager, draft);
    return { valid: true, faults: [], ...effective, waiting, production: await this.checkProduction(manager, draft) };
  }

  private async checkWaiting(manager: EntityManager, { policy, modelId }: Draft): Promise<CheckedWaitingResponse> {
    const { total, promotions } = await listWaitingPromotions(manager, modelId, MOST_JUDGED);
    const items = [];
    for (const promotion of promotions) items.push(await this.replays.tryDraft(promotion, policy, modelId !== null));
    const judged = items.filter((item) => item !== null);
    const changed = judged.filter(({ verdict, draftVerdict }) => verdict !== draftVerdict);
    return { total, judged: judged.length, items: changed.map(toBackTestItemResponse) };
  }

  private async checkProduction(manager: EntityManager, draft: Draft): Promise<CheckedProductionsResponse> {
    const { live: total } = await countBackTested(manager, draft.modelId, 'Production');
    const items: LiveJudgementResponse[] = [];
    for (const live of await listLivePromotions(manager, draft.modelId, null, MOST_JUDGED))
      items.push(await this.checkLive(live, draft));
    const judged = items.filter(({ draftVerdict }) => draftVerdict !== null).length;
    return { total, judged, items: items.filter(({ verdict, draftVerdict }) => isOther(verdict, draftVerdict)) };
  }

  private async checkLive(
    { model, version, promotion }: LivePromotion,
    { policy, modelId }: Draft,
  ): Promise<LiveJudgementResponse> {
    const drafted = promotion && (await this.replays.tryDraft(promotion, policy, modelId !== null));
    const verdict = promotion && (await this.replays.tryPolicyInForce(promotion));
    if (!drafted || !verdict) return { model, version, verdict: null, draftVerdict: null, message: null };
    return { model, version, verdict, draftVerdict: drafted.draftVerdict, message: drafted.message };
  }
}

function isOther(verdict: string | null, draftVerdict: string | null): boolean {
  return verdict === null || verdict !== draftVerdict;
}

const INVALID: PolicyCheckResponse = {
  valid: false,
  faults: [],
  effectivePolicy: null,
  effectiveDigest: null,
  advice: [],
  waiting: null,
  production: null,
};

function toFault({ pointer, code, detail }: PolicyError): PolicyCheckResponse['faults'][number] {
  return { pointer, code, detail };
}
