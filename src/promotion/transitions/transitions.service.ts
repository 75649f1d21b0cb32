import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isSamePerson, personOf } from '../../platform/access/subject.js';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { OwnedResources } from '../../platform/access/owned-resources.service.js';
import { callerAt, mayAnywhere, reachOf } from '../../platform/access/rights.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { databaseTime, findModel, type LockedModel, lockToDecide } from '../../registry/models/models.queries.js';
import { type Stage } from '../../registry/models/stage.js';
import { atIsToCome } from '../../platform/lists/past.problems.js';
import { findVersionsInStage, loadProduction, loadVersion } from '../../registry/versions/versions.queries.js';
import { type BegunEvaluation, ReEvaluations } from '../re-evaluations/re-evaluations.service.js';
import {
  type HistoryTenureResponse,
  type ListHistoryQuery,
  type ListProductionsQuery,
  type ListTenuresQuery,
  type ProductionResponse,
  type ProductionTenureResponse,
  toHistoryTenureResponse,
  toProductionResponse,
  toProductionTenureResponse,
} from './history/history.dto.js';
import { personRequired } from '../holds/holds.problems.js';
import { listHistoryRows, listProductionRows, listTenureRows } from './history/history.queries.js';
import { type BreakGlassRequest } from './safeguards/override.dto.js';
import { rolesAnywhere } from '../approvals/decider.js';
import { settle, type StageRequest } from './stage-change.js';
import { StageChanges } from './stage-changes.service.js';
import { Standings } from './standing/standings.service.js';
import { type TransitionRow } from './transition-row.js';
import {
  type AwaitingCountResponse,
  type ListTransitionsQuery,
  type RequestedTransitionResponse,
  type RequestTransitionRequest,
  type RollbackRequest,
  toTransitionResponse,
  type TransitionResponse,
} from './transitions.dto.js';
import { cancellationForbidden, noRollbackTarget, transitionNotFound } from './transitions.problems.js';
import { type AwaitedDecider, countAwaiting, listTransitionRows } from './history/transition-list.queries.js';
import { findModelRefOf, findRollbackTarget, loadTransition, lockOpenTransition } from './transitions.queries.js';

/** Left to callers whose clock is ahead of the database's. */
const CLOCK_SKEW_MS = 1_000;

/** Finds, under the model's lock, the version that a request is about. */
type ChooseVersion = (manager: EntityManager, model: LockedModel) => Promise<number>;

/** What else is asked of a move besides its request. */
interface Aside {
  /** A protected alias that moves with the version. */
  alias?: string;
  /** Whether the other versions in the stage are archived once the move is applied, in its transaction. */
  archivesOthers?: boolean;
  /** Looks under the model's lock whether the ground still holds, and throws when it does not. */
  ground?: (manager: EntityManager) => Promise<void>;
}

/** A request before its version is known. */
type UnplacedRequest = Pick<StageRequest, 'demand' | 'alias' | 'caller'> & {
  /** Whether an applied move archives the other versions in its stage, in its transaction. */
  archivesOthers?: boolean;
};

@Injectable()
export class TransitionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: StageChanges,
    private readonly standings: Standings,
    private readonly reEvaluations: ReEvaluations,
    resources: OwnedResources,
  ) {
    const findModel = (id: string) => findModelRefOf(dataSource.manager, id);
    resources.register('transition', { findModel, notFound: transitionNotFound });
  }

  /** Judges and applies a change of stage, or records why not. */
  async requestTransition(
    model: string,
    version: number,
    request: RequestTransitionRequest & Aside,
    caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    const { toStage, reason, expectedIncumbent, allowEmptyProduction, alias = null, archivesOthers, ground } = request;
    const demand = {
      toStage,
      isRollback: false,
      reason: reason ?? null,
      expectedIncumbent,
      allowEmptyProduction: allowEmptyProduction ?? false,
    };
    const choose: ChooseVersion = async (manager) => {
      await ground?.(manager);
      return version;
    };
    return this.run(model, { demand, alias, caller, archivesOthers }, choose);
  }

  /** Archives every other version in the stage of this one, one by one, in one transaction; answers nothing. */
  async archiveOthers(model: string, version: number, reason: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const locked = await lockToDecide(manager, model);
      const { stage } = await loadVersion(manager, model, version);
      await this.archiveBeside(manager, locked, { version, stage, reason, caller });
    });
  }

  /** Puts an earlier Production version back and archives the one there now. */
  async rollbackModel(model: string, request: RollbackRequest, caller: Caller): Promise<RequestedTransitionResponse> {
    const { reason, expectedIncumbent } = request;
    const demand = {
      toStage: 'Production' as const,
      isRollback: true,
      reason,
      expectedIncumbent,
      allowEmptyProduction: false,
    };
    const choose: ChooseVersion = async (manager, locked) => request.toVersion ?? chooseRollbackTarget(manager, locked);
    return this.run(model, { demand, alias: null, caller }, choose);
  }

  /** Asks for a promotion past the gates, for another person to confirm; it is recorded what it gets past. */
  async breakGlass(
    model: string,
    version: number,
    { toStage, reason, ticket, expectedIncumbent }: BreakGlassRequest,
    caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    if (caller.isService) throw personRequired('The gates are passed by persons alone, not by a service.');
    const override = { ticket: ticket ?? null };
    const demand = { toStage, isRollback: false, reason, expectedIncumbent, allowEmptyProduction: false, override };
    return this.run(model, { demand, alias: null, caller }, () => Promise.resolve(version));
  }

  async cancelTransition(id: string, caller: Caller): Promise<TransitionResponse> {
    return this.dataSource.transaction(async (manager) => {
      const { model, transition } = await lockOpenTransition(manager, id);
      if (!isSamePerson(transition.requestedBy, caller.subject) && !caller.permissions.has('transition:cancel-all'))
        throw cancellationForbidden(transition.requestedBy);
      const outcome = { status: 'cancelled', code: 'CANCELLED', detail: `Cancelled by ${caller.subject}.` } as const;
      const viewer = this.standings.viewerOf(caller);
      const cancelled = settle(transition, outcome, { ...viewer, settledAt: model.now });
      await this.changes.end(manager, cancelled, caller);
      return toTransitionResponse(cancelled, viewer);
    });
  }

  async getTransition(id: string, caller: Caller): Promise<TransitionResponse> {
    return this.show(await loadTransition(this.dataSource.manager, id), caller);
  }

  /** Transitions of one model, or with null of all, newest first. */
  async listTransitions(
    model: string | null,
    query: ListTransitionsQuery,
    caller: Caller,
  ): Promise<Page<TransitionResponse>> {
    const manager = this.dataSource.manager;
    const modelId = model === null ? undefined : (await findModel(manager, model)).id;
    const awaited = query.awaiting && this.awaitedOf(caller);
    const { items, nextCursor } = await listTransitionRows(manager, modelId, query, caller.scope, awaited);
    const shown: TransitionResponse[] = [];
    for (const row of items) shown.push(await this.show(row, callerAt(caller, { id: row.modelId, name: row.model })));
    return { items: shown, nextCursor };
  }

  /** How many transitions the caller may decide on now. */
  async countAwaiting(caller: Caller): Promise<AwaitingCountResponse> {
    return { transitions: await countAwaiting(this.dataSource.manager, this.awaitedOf(caller)) };
  }

  private awaitedOf(caller: Caller): AwaitedDecider {
    const mayDecide = mayAnywhere(caller, 'transition:decide') && !caller.isService;
    const mayBreakGlass = mayAnywhere(caller, 'transition:override') && !caller.isService;
    const seats = mayDecide ? { roles: rolesAnywhere(caller), groups: caller.groups } : { roles: [], groups: [] };
    const scope = decidableBy(caller);
    return { person: personOf(caller.subject), ...seats, mayBreakGlass, scope, at: this.standings.viewerOf(caller).at };
  }

  /** A transition as the caller sees it; what an open one of an earlier release waits for is not kept beside it. */
  private async show(row: TransitionRow, caller: Caller): Promise<TransitionResponse> {
    const isKept = row.status !== 'awaiting_approval' || row.approvalDemand !== null;
    const approvalDemand = isKept ? row.approvalDemand : await this.standings.findDemand(row, caller);
    return toTransitionResponse({ ...row, approvalDemand }, this.standings.viewerOf(caller));
  }

  async listHistory(model: string, query: ListHistoryQuery): Promise<Page<HistoryTenureResponse>> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    return mapPage(await listHistoryRows(manager, id, query), toHistoryTenureResponse);
  }

  async listTenures(model: string, query: ListTenuresQuery): Promise<Page<ProductionTenureResponse>> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    return mapPage(await listTenureRows(manager, id, query), toProductionTenureResponse);
  }

  /** What every model has in Production, or had at a time. */
  async listProductions(query: ListProductionsQuery, { scope }: Caller): Promise<Page<ProductionResponse>> {
    const { manager } = this.dataSource;
    const { at } = query;
    if (at !== undefined && Date.parse(at) > (await databaseTime(manager)).getTime() + CLOCK_SKEW_MS)
      throw atIsToCome(at);
    return mapPage(await listProductionRows(manager, query, scope), toProductionResponse);
  }

  private async archiveBeside(
    manager: EntityManager,
    model: LockedModel,
    { version, stage, reason, caller }: { version: number; stage: Stage; reason: string | null; caller: Caller },
  ): Promise<void> {
    const demand = { toStage: 'Archived', isRollback: false, reason, allowEmptyProduction: false } as const;
    for (const other of await findVersionsInStage(manager, model.id, stage)) {
      if (other === version) continue;
      const request = { version: other, demand, alias: null, requestedBy: caller.subject, approvals: [], caller };
      const result = await this.changes.perform(manager, model, request);
      if (result.outcome === 'refused') throw result.problem;
    }
  }

  /** Carries out a request under the model's lock; where evidence is outstanding it is computed without the lock first. */
  private async run(
    model: string,
    request: UnplacedRequest,
    chooseVersion: ChooseVersion,
  ): Promise<RequestedTransitionResponse> {
    const requestedBy = request.caller.subject;
    const perform = (begun?: readonly BegunEvaluation[]) =>
      this.dataSource.transaction(async (manager) => {
        const locked = await lockToDecide(manager, model);
        const version = await chooseVersion(manager, locked);
        const asked = { ...request, version, requestedBy, approvals: [], begun };
        const result = await this.changes.perform(manager, locked, asked);
        const { toStage: stage, reason } = request.demand;
        if (request.archivesOthers && result.outcome === 'applied')
          await this.archiveBeside(manager, locked, { version, stage, reason, caller: request.caller });
        return result;
      });
    let result = await perform();
    while (result.outcome === 'evidence-outstanding')
      result = await perform(await this.reEvaluations.carryOut(result, request.caller));
    if (result.outcome === 'refused') throw result.problem;
    return { ...result.transition, gateReport: result.gateReport };
  }
}

/** The models on whose transitions a caller may decide, of those that it may know of. */
function decidableBy(caller: Caller): ModelScope | null {
  if (caller.scope === null) return reachOf(caller, 'transition:decide');
  const grants = caller.grants?.filter(({ permissions }) => permissions.has('registry:read'));
  return reachOf({ ...caller, grants }, 'transition:decide');
}

async function chooseRollbackTarget(manager: EntityManager, model: LockedModel): Promise<number> {
  const incumbent = await loadProduction(manager, model.id);
  const target = await findRollbackTarget(manager, model.id, incumbent?.version ?? null);
  if (target === undefined) throw noRollbackTarget(model.name);
  return target;
}
