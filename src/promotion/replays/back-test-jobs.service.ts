import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { personOf } from '../../platform/access/subject.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { requireMatch } from '../../platform/http/etag.js';
import { type Attempt, type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { Turnstile } from '../../platform/jobs/turnstile.js';
import { Model } from '../../registry/models/model.entity.js';
import { findModel } from '../../registry/models/models.queries.js';
import { policyIsInvalid } from '../policies/gate-policies.problems.js';
import { type BackTestJobResponse, type StartBackTestRequest, toBackTestJobResponse } from './back-test-jobs.dto.js';
import { type BackTestTally, emptyTally, type LiveJudgement, tallyLive, tallyPromotion } from './back-test-tally.js';
import { backTestNotFound, backTestUnderWay, tooManyBackTests } from './back-tests.problems.js';
import {
  countBackTested,
  countOpenBackTests,
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
  /** The person who asked for it; absent of those of an earlier release. */
  requestedBy?: string;
}

/** Promotions whose reports are held in memory at once. */
const BATCH = 20;
const STAGE = 'Production';
const MOST_OF_ONE_PERSON = 3;
const MOST_OPEN = 100;

/**
 * Judges every recorded promotion and all that is live by a draft, off the request path. Those under way take turns at each promotion, so that
 * a long one does not hold up the others, and places are given to whoever has the fewest.
 */
@Injectable()
export class BackTestJobs implements JobKind {
  readonly name = 'back-test';
  readonly limits = { concurrency: 8, queued: MOST_OPEN, attempts: 3, backoffSeconds: 5, leaseSeconds: 10 };
  readonly sharedBy = 'requestedBy';
  /** One promotion is judged at a time in this process, whichever back-test it is of. */
  private readonly turns = new Turnstile(1);

  constructor(
    private readonly dataSource: DataSource,
    private readonly replays: ReplaysService,
    private readonly jobs: Jobs,
    resources: OwnedResources,
  ) {
    jobs.register(this);
    resources.register('back-test', { findModel: (id) => this.findModelOf(id), notFound: backTestNotFound });
  }

  async startBackTest({ policy, model }: StartBackTestRequest, { subject }: Caller): Promise<BackTestJobResponse> {
    const parsed = parseGatePolicy(policy);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const started = await this.dataSource.transaction(async (manager) => {
      const modelId = model === undefined ? null : (await findModel(manager, model)).id;
      const requestedBy = personOf(subject);
      await this.requireRoom(manager, requestedBy);
      const payload: BackTestPayload = { policy, modelId, requestedBy };
      const key = `${modelId ?? 'registry'} ${requestedBy}`;
      const id = await this.jobs.add(manager, this, { payload, key });
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

  private async requireRoom(manager: EntityManager, requestedBy: string): Promise<void> {
    const { all, own } = await countOpenBackTests(manager, this.name, requestedBy);
    if (own >= MOST_OF_ONE_PERSON) throw tooManyBackTests('you', MOST_OF_ONE_PERSON);
    if (all >= MOST_OPEN) throw tooManyBackTests('all', MOST_OPEN);
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
        const item = await this.turns.pass(() => this.replays.tryDraft(promotion, draft, modelId !== null));
        signal.throwIfAborted();
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
        tallyLive(tally, await this.turns.pass(() => this.judgeOne(live, draft, modelId !== null)));
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
