import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../../platform/access/caller.js';
import { type ModelScope } from '../../../platform/access/model-scope.js';
import { callerAt, mayAnywhere, reachOf } from '../../../platform/access/rights.js';
import { personOf } from '../../../platform/access/subject.js';
import { mapPage, type Page } from '../../../platform/lists/page.dto.js';
import { atIsToCome } from '../../../platform/lists/past.problems.js';
import { databaseTime, findModel } from '../../../registry/models/models.queries.js';
import { rolesAnywhere } from '../../approvals/decider.js';
import { Standings } from '../standing/standings.service.js';
import { type TransitionRow } from '../transition-row.js';
import {
  type AwaitingCountResponse,
  type ListTransitionsQuery,
  toTransitionResponse,
  type TransitionResponse,
} from '../transitions.dto.js';
import { loadTransition } from '../transitions.queries.js';
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
} from './history.dto.js';
import { listHistoryRows, listProductionRows, listTenureRows } from './history.queries.js';
import { type AwaitedDecider, countAwaiting, listTransitionRows } from './transition-list.queries.js';

/** Left to callers whose clock is ahead of the database's. */
const CLOCK_SKEW_MS = 1_000;

/** What was asked for, what awaits a decision, and what held Production when. Changes nothing. */
@Injectable()
export class TransitionHistory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standings: Standings,
  ) {}

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
}

/** The models on whose transitions a caller may decide, of those that it may know of. */
function decidableBy(caller: Caller): ModelScope | null {
  if (caller.scope === null) return reachOf(caller, 'transition:decide');
  const grants = caller.grants?.filter(({ permissions }) => permissions.has('registry:read'));
  return reachOf({ ...caller, grants }, 'transition:decide');
}
