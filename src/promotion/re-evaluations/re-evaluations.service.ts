import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ambientTransaction, outsideOfTransaction } from '../../platform/database/ambient-transaction.js';
import { Config } from '../../platform/config.js';
import { isPairedWith } from '../../measuring/evaluations/evaluations.queries.js';
import { type Caller } from '../../platform/access/caller.js';
import { Problem } from '../../platform/http/problem.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { type JobRow } from '../../measuring/predictions/jobs/prediction-job.entity.js';
import { findJobsOfEvidence } from '../../measuring/predictions/jobs/prediction-jobs.queries.js';
import { PredictionJobs } from '../../measuring/predictions/jobs/prediction-jobs.service.js';
import {
  findKeptEvidence,
  findStored,
  findStoredOf,
  findStoredOnAny,
} from '../../measuring/predictions/kept/kept.queries.js';
import { type EvidenceGap, type PlannedEvaluation, planChallenger, planIncumbent } from './re-evaluation.js';

/** A planned evaluation, or one that somebody asked for, and the job that computes it; null where none was begun. */
export interface BegunEvaluation {
  planned: Pick<PlannedEvaluation, 'version' | 'comparedWith' | 'dataset'>;
  job: JobRow | null;
}

/** Evidence that a judgement lacks and that is worth waiting for. */
export interface OutstandingEvidence {
  modelId: string;
  plans: readonly PlannedEvaluation[];
  /** Ids of jobs that somebody asked for and that are still to give evidence. */
  awaited: readonly string[];
}

const FIRST_LOOK_MS = 50;
const LONGEST_LOOK_MS = 500;

/** Computes evidence that a judgement lacks from predictions that were kept. */
@Injectable()
export class ReEvaluations {
  /** Requests that hold a connection while they wait; the jobs they wait for need some, too. */
  private holding = 0;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly jobs: PredictionJobs,
  ) {}

  /** What kept predictions can add to what a judgement lacks, in the order it has to be computed; reads alone. */
  async plan(
    manager: EntityManager,
    challenger: VersionRow,
    incumbent: VersionRow,
    gaps: readonly EvidenceGap[],
  ): Promise<PlannedEvaluation[]> {
    if (!this.jobs.isAvailable) return [];
    const plans = [];
    for (const gap of gaps) plans.push(...(await this.planGap(manager, challenger, incumbent.version, gap)));
    return plans;
  }

  /** Begins what is planned, once however many ask, waits a while for it, and says where it stands. */
  carryOut(outstanding: OutstandingEvidence, caller: Caller): Promise<BegunEvaluation[]> {
    const { plans, modelId } = outstanding;
    const holds = ambientTransaction.getStore() !== undefined;
    return outsideOfTransaction(async () => {
      if (caller.permissions.has('evaluation:submit')) await this.begin(plans, modelId, caller);
      return this.wait(outstanding, holds);
    });
  }

  private async planGap(
    manager: EntityManager,
    { modelId, rolledBackAt }: VersionRow,
    incumbent: number,
    gap: EvidenceGap,
  ): Promise<PlannedEvaluation[]> {
    const { name, version: datasetVersion, digest, split } = gap.dataset;
    const dataset = { name, version: datasetVersion, digest: digest ?? undefined, split: split ?? undefined };
    const own = await findStoredOf(manager, gap.challengerEvaluationId);
    const theirs = gap.incumbentIsUnmeasured
      ? await findStoredOnAny(manager, modelId, incumbent, name)
      : await findStored(manager, modelId, incumbent, dataset);
    const rows = own ?? (gap.incumbentIsUnmeasured ? await findStored(manager, modelId, null, dataset) : undefined);
    if (!theirs || !rows) return [];
    const first = gap.incumbentIsUnmeasured
      ? planIncumbent(gap, await findKeptEvidence(manager, theirs), await findKeptEvidence(manager, rows))
      : undefined;
    if (first === null) return [];
    // A version that was rolled back has to be evaluated anew by someone; a repetition would pass for that.
    const mayRepeat = own && (rolledBackAt === null || own.createdAt > rolledBackAt);
    const isPaired = own && (await isPairedWith(manager, own.evaluationId, incumbent));
    const second = mayRepeat && !isPaired && planChallenger(gap, await findKeptEvidence(manager, own), theirs);
    return [first, second].filter((plan) => !!plan);
  }

  private async begin(plans: readonly PlannedEvaluation[], modelId: string, caller: Caller): Promise<void> {
    const keys = plans.map(({ evidenceKey }) => evidenceKey);
    const known = new Set((await findJobsOfEvidence(this.dataSource.manager, keys)).map((job) => job.evidenceKey));
    let before: JobRow | undefined;
    for (const { version, request, source, storeId, evidenceKey } of plans) {
      if (known.has(evidenceKey)) continue;
      if (!(await this.jobs.hasRoom())) return;
      const after = source.needsComparison ? (before?.id ?? null) : null;
      const job = { target: { modelId, version }, request, source: { ...source, after }, storeId, evidenceKey };
      try {
        before = await this.jobs.add(job, caller);
      } catch (error) {
        // Others took the last place meanwhile; the judgement goes without.
        if (error instanceof Problem && error.status === 429) return;
        throw error;
      }
    }
  }

  private async wait(outstanding: OutstandingEvidence, holds: boolean): Promise<BegunEvaluation[]> {
    const { gateWaitSeconds } = this.config.predictions;
    const isCrowded = holds && this.holding >= this.config.databasePoolSize / 4;
    const until = Date.now() + (isCrowded ? 0 : gateWaitSeconds * 1000);
    this.holding += Number(holds);
    try {
      for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.5, LONGEST_LOOK_MS)) {
        const begun = await this.standing(outstanding);
        if (!begun.some(isUnderWay) || Date.now() + pause > until) return begun;
        await sleep(pause);
      }
    } finally {
      this.holding -= Number(holds);
    }
  }

  private async standing({ plans, awaited }: OutstandingEvidence): Promise<BegunEvaluation[]> {
    const keys = plans.map(({ evidenceKey }) => evidenceKey);
    const jobs = await findJobsOfEvidence(this.dataSource.manager, keys, awaited);
    const asked = jobs.filter(({ id }) => awaited.includes(id));
    return [
      ...asked.map((job) => ({
        planned: { version: job.version, comparedWith: null, dataset: job.request.dataset },
        job,
      })),
      ...plans.map((planned) => ({
        planned,
        job: jobs.find((job) => job.evidenceKey === planned.evidenceKey) ?? null,
      })),
    ];
  }
}

function isUnderWay({ job }: BegunEvaluation): boolean {
  return job !== null && (job.status === 'queued' || job.status === 'running');
}
