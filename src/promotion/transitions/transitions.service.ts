import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { findModel, type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import { type BegunEvaluation, ReEvaluations } from '../re-evaluations/re-evaluations.service.js';
import { loadProduction } from '../../registry/versions/versions.queries.js';
import { type TransitionDemand } from './decide-transition.js';
import { EvidenceOutstanding, type PerformedTransition, TransitionPerformer } from './transition-performer.service.js';
import { TransitionRecorder } from './transition-recorder.service.js';
import {
  type ListTransitionsQuery,
  type RequestedTransitionResponse,
  type RequestTransitionRequest,
  type RollbackRequest,
  toTransitionResponse,
  type TransitionResponse,
} from './transitions.dto.js';
import { cancellationForbidden, noRollbackTarget, transitionIsFinal } from './transitions.problems.js';
import { findRollbackTarget, listTransitionRows, loadTransition, loadWithProduction } from './transitions.queries.js';

@Injectable()
export class TransitionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly performer: TransitionPerformer,
    private readonly recorder: TransitionRecorder,
    private readonly reEvaluations: ReEvaluations,
  ) {}

  /** Judges and applies a change of stage, or records why not; a protected alias moves with it. */
  async requestTransition(
    model: string,
    version: number,
    request: RequestTransitionRequest,
    caller: Caller,
    alias: string | null = null,
  ): Promise<RequestedTransitionResponse> {
    const { toStage, reason, expectedIncumbent, allowEmptyProduction } = request;
    const demand: TransitionDemand = {
      toStage,
      isRollback: false,
      reason: reason ?? null,
      expectedIncumbent,
      allowEmptyProduction: allowEmptyProduction ?? false,
    };
    return this.run(model, demand, async () => version, caller, alias);
  }

  /** Puts an earlier Production version back and archives the one there now. */
  async rollbackModel(model: string, request: RollbackRequest, caller: Caller): Promise<RequestedTransitionResponse> {
    const { reason, expectedIncumbent } = request;
    const demand: TransitionDemand = {
      toStage: 'Production',
      isRollback: true,
      reason,
      expectedIncumbent,
      allowEmptyProduction: false,
    };
    const choose = async (manager: EntityManager, locked: LockedModel) =>
      request.toVersion ?? chooseRollbackTarget(manager, locked);
    return this.run(model, demand, choose, caller, null);
  }

  async cancelTransition(id: string, caller: Caller): Promise<TransitionResponse> {
    return this.dataSource.transaction(async (manager) => {
      const { modelId } = await loadTransition(manager, id);
      const { now } = await lockModel(manager, modelId, 'id');
      const transition = await loadTransition(manager, id);
      if (transition.status !== 'awaiting_approval') throw transitionIsFinal(id, transition.status);
      if (transition.requestedBy !== caller.subject && !caller.roles.includes('admin'))
        throw cancellationForbidden(transition.requestedBy);
      const outcome = { status: 'cancelled' as const, code: 'CANCELLED', detail: `Cancelled by ${caller.subject}.` };
      return toTransitionResponse(await this.recorder.settle(manager, transition, outcome, now, caller));
    });
  }

  async getTransition(id: string): Promise<TransitionResponse> {
    return toTransitionResponse(await loadTransition(this.dataSource.manager, id));
  }

  /** Transitions of one model, or with null of all, newest first. */
  async listTransitions(model: string | null, query: ListTransitionsQuery): Promise<Page<TransitionResponse>> {
    const manager = this.dataSource.manager;
    const modelId = model === null ? undefined : (await findModel(manager, model)).id;
    return mapPage(await listTransitionRows(manager, modelId, query), toTransitionResponse);
  }

  private async run(
    model: string,
    demand: TransitionDemand,
    chooseVersion: (manager: EntityManager, model: LockedModel) => Promise<number>,
    caller: Caller,
    alias: string | null,
  ): Promise<RequestedTransitionResponse> {
    const perform = (begun?: readonly BegunEvaluation[]) =>
      this.dataSource.transaction(async (manager): Promise<PerformedTransition> => {
        const locked = await lockModel(manager, model);
        const subject = await loadWithProduction(manager, locked, await chooseVersion(manager, locked));
        return this.performer.perform(manager, { model: locked, ...subject, demand, alias, caller, begun });
      });
    const performed = await perform().catch(async (error: unknown) => {
      if (!(error instanceof EvidenceOutstanding)) throw error;
      return perform(await this.reEvaluations.carryOut(error.plans, error.modelId, caller));
    });
    if (performed.problem) throw performed.problem;
    return { ...performed.transition!, gateReport: performed.gateReport };
  }
}

async function chooseRollbackTarget(manager: EntityManager, model: LockedModel): Promise<number> {
  const incumbent = await loadProduction(manager, model.id);
  const target = await findRollbackTarget(manager, model.id, incumbent?.version ?? null);
  if (target === undefined) throw noRollbackTarget(model.name);
  return target;
}
