import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../platform/access/owned-resources.service.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { requireMatch } from '../../platform/http/etag.js';
import { type Attempt, type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { Model } from '../../registry/models/model.entity.js';
import { findModel } from '../../registry/models/models.queries.js';
import { policyIsInvalid } from '../policies/gate-policies.problems.js';
import { type BackTestJobResponse, type StartBackTestRequest, toBackTestJobResponse } from './back-test-jobs.dto.js';
import { type BackTestTally, emptyTally, type LiveJudgement, tallyLive, tallyPromotion } from './back-test-tally.js';
import { backTestNotFound, backTestUnderWay } from './back-tests.problems.js';
import {
  countBackTested,
  listLivePromotions,
  listRecordedPromotions,
  type LivePromotion,
  type RecordedPromotion,
} from './replays.queries.js';
import { ReplaysService } from './replays.service.js';

/** What a back-test over everything is added with. */
interface BackTestPayload {
  policy: Record<string, unknown>;
  /** The model that the draft is of; null for the registry's default. */
  modelId: string | null;
}

/** Promotions whose reports are held in memory at once. */
const BATCH = 20;
const STAGE = 'Production';

/** Judges every recorded promotion and all that is live by a draft, off the request path; one at a time in the registry. */
@Injectable()
export class BackTestJobs implements JobKind {
  readonly name = 'back-test';
  readonly limits = { concurrency: 1, queued: 1, attempts: 3, backoffSeconds: 5, leaseSeconds: 10 };

  constructor(
    private readonly dataSource: DataSource,
    private readonly replays: ReplaysService,
    private readonly jobs: Jobs,
    resources: OwnedResources,
  ) {
    jobs.register(this);
    resources.register('back-test', { findModel: (id) => this.findModelOf(id), notFound: backTestNotFound });
  }

  async startBackTest({ policy, model }: StartBackTestRequest): Promise<BackTestJobResponse> {
    const parsed = parseGatePolicy(policy);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const started = await this.dataSource.transaction(async (manager) => {
      const modelId = model === undefined ? null : (await findModel(manager, model)).id;
      const payload: BackTestPayload = { policy, modelId };
      const id = await this.jobs.add(manager, this, { payload, key: 'one' });
      if (id === null) throw backTestUnderWay();
      return this.getBackTest(id, manager);
    });
    this.jobs.wake(this);
    return started;
  }

  async getBackTest(id: string, manager = this.dataSource.manager): Promise<BackTestJobResponse> {
    const job = await manager.findOneBy(Job, { id, kind: this.name });
    if (!job) throw backTestNotFound(id);
    return toBackTestJobResponse(job);
  }

  /** The model that a back-test is of; null for one over all. */
  private async findModelOf(id: string): Promise<ModelRef | null | undefined> {
    const { manager } = this.dataSource;
    const job = await manager.findOneBy(Job, { id, kind: this.name });
    if (!job) return undefined;
    const { modelId } = job.payload as BackTestPayload;
    return modelId === null ? null : manager.findOneBy(Model, { id: modelId });
  }

  /** Cancels a back-test; what one that has ended found stays. */
  async cancelBackTest(id: string, caller: Caller): Promise<void> {
    requireMatch(caller, await this.getBackTest(id));
    await this.jobs.cancel(this, id);
  }

  async run(attempt: Attempt): Promise<Outcome> {
    const { policy, modelId } = attempt.payload as BackTestPayload;
    const parsed = parseGatePolicy(policy);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const { manager } = this.dataSource;
    const { promotions, withoutReport, live } = await countBackTested(manager, modelId, STAGE);
    const tally = emptyTally(promotions, live);
    tally.promotions.notRepeatable = withoutReport;
    // The count and the walk are two reads: what came between them is counted by both or by neither.
    await this.judgePromotions(attempt, parsed.policy, modelId, tally);
    await this.judgeLive(attempt, parsed.policy, modelId, tally);
    return { status: 'succeeded', record: () => Promise.resolve({ progress: tally }) };
  }

  private async judgePromotions(
    { signal, report }: Attempt,
    draft: GatePolicy,
    modelId: string | null,
    tally: BackTestTally,
  ) {
    for (let before: string | null = null; ;) {
      const batch: RecordedPromotion[] = await listRecordedPromotions(this.dataSource.manager, {
        modelId,
        toStage: STAGE,
        limit: BATCH,
        before,
      });
      for (const promotion of batch) {
        signal.throwIfAborted();
        const item = await this.replays.tryDraft(promotion, draft, modelId !== null);
        tallyPromotion(tally, item?.change ?? null);
        report({ progress: tally });
      }
      if (batch.length < BATCH) return;
      before = batch.at(-1)!.transitionId;
    }
  }

  private async judgeLive(
    { signal, report }: Attempt,
    draft: GatePolicy,
    modelId: string | null,
    tally: BackTestTally,
  ) {
    for (let after: string | null = null; ;) {
      const batch: LivePromotion[] = await listLivePromotions(this.dataSource.manager, modelId, after, BATCH);
      for (const live of batch) {
        signal.throwIfAborted();
        tallyLive(tally, await this.judgeOne(live, draft, modelId !== null));
        report({ progress: tally });
      }
      if (batch.length < BATCH) return;
      after = batch.at(-1)!.modelId;
    }
  }

  private async judgeOne(
    { model, version, promotion }: LivePromotion,
    draft: GatePolicy,
    isOwn: boolean,
  ): Promise<LiveJudgement> {
    const [today, drafted] = promotion
      ? [await this.replays.tryPolicyInForce(promotion), await this.replays.tryDraft(promotion, draft, isOwn)]
      : [null, null];
    if (!today || !drafted) return { model, version, verdict: null, draftVerdict: null, message: null };
    const { draftVerdict, message } = drafted;
    return { model, version, verdict: today, draftVerdict, message };
  }
}
