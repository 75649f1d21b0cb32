import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type FreezeWindow, momentOf, neverBegins, windowFaults } from '../../judging/policy/freeze-windows.js';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { rolesWith } from '../../platform/access/permission.js';
import { may } from '../../platform/access/rights.js';
import { Clock } from '../../platform/clock.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { mergeInTurns } from '../../platform/in-turns.js';
import { requireMatch } from '../../platform/http/etag.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { Denials } from '../../record/audit/denials.service.js';
import { FrozenModels, type FrozenNow } from '../../registry/models/frozen-models.service.js';
import { findModel } from '../../registry/models/models.queries.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { shownTo } from './freeze-view.js';
import { occurrenceAt, occurrencesBetween } from './freeze-occurrences.js';
import { Freeze } from './freeze.entity.js';
import {
  type CreateFreezeRequest,
  type FreezeCalendarQuery,
  type FreezeCalendarResponse,
  type FreezeResponse,
  type FreezeWindowResponse,
  type ListFreezesQuery,
  namesOf,
  toFreezeResponse,
} from './freezes.dto.js';
import { calendarTooLong, freezeEnded, freezeNotFound, tooManyFreezes } from './freezes.problems.js';
import {
  countStanding,
  findFreeze,
  findFreezesAt,
  findFreezesWithin,
  findHoldingFreezes,
  type FreezeRow,
  listFreezeRows,
} from './freezes.queries.js';
import { policyFreezesAt, policyWindows } from './policy-windows.dto.js';

const RIGHT = 'freeze:write' as const;
const PATH = '/api/v1/freezes';
const DAY_MS = 86_400_000;
const LONGEST_CALENDAR_DAYS = 400;
const MOST_WINDOWS = 1_000;
/** Standing freezes of the registry, or of one model: each promotion looks at all that concern it. */
const MOST_OF_ONE = 100;
/** Standing freezes of models; lists of models look at all of them. */
const MOST_OF_MODELS = 2_000;

@Injectable()
export class FreezesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly denials: Denials,
    private readonly clock: Clock,
    frozen: FrozenModels,
  ) {
    frozen.register((manager) => this.findFrozen(manager));
  }

  /** The models that a freeze holds back now. */
  private async findFrozen(manager: EntityManager): Promise<FrozenNow> {
    const held = await findHoldingFreezes(manager, null, this.clock.now());
    const all = held.find(({ modelIds }) => modelIds === null)?.name ?? null;
    return { all, byModel: new Map(held.flatMap(({ modelIds, name }) => (modelIds ?? []).map((id) => [id, name]))) };
  }

  async createFreeze(request: CreateFreezeRequest, caller: Caller): Promise<FreezeResponse> {
    const window = windowOf(request);
    return this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      const { name, reason } = request;
      const models = await findModels(manager, request.models, caller);
      await this.requireRight(models, caller, { method: 'POST', path: PATH });
      const modelIds = models && models.map(({ id }) => id);
      await requireRoom(manager, modelIds, this.clock.now());
      const created = { createdAt: this.clock.now(), createdBy: caller.subject, endedAt: null, endedBy: null };
      const row = { id: uuidv7(), name, reason, ...window, modelIds, ...created };
      await manager.insert(Freeze, row);
      const names = models && models.map((model) => model.name).sort();
      await this.audit.record(manager, caller, { action: 'freeze.created', details: describe(row, names) });
      return this.show({ ...row, models });
    });
  }

  async getFreeze(id: string, { scope }: Caller): Promise<FreezeResponse> {
    return this.show((await loadFreeze(this.dataSource.manager, id, scope)).shown);
  }

  /** Ends a freeze from now on; it stays on record, since it tells what held before. */
  async endFreeze(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      await manager.findOne(Freeze, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const { row, shown } = await loadFreeze(manager, id, caller.scope);
      await this.requireRight(row.modelIds && (row.models ?? []), caller, { method: 'DELETE', path: `${PATH}/${id}` });
      if (caller.preconditions !== undefined) requireMatch(caller, this.show(shown));
      if (row.endedBy !== null) throw freezeEnded(id, row.endedBy);
      await manager.update(Freeze, id, { endedAt: this.clock.now(), endedBy: caller.subject });
      const details = { freezeId: id, name: row.name };
      await this.audit.record(manager, caller, { action: 'freeze.ended', details });
    });
  }

  async listFreezes(query: ListFreezesQuery, { scope }: Caller): Promise<Page<FreezeResponse>> {
    const { manager } = this.dataSource;
    const model = query.model === undefined ? null : await findModel(manager, query.model);
    if (query.at === undefined)
      return mapPage(await listFreezeRows(manager, model?.id, query, scope), (row) => this.show(shownTo(scope, row)!));
    const at = new Date(query.at);
    const held = (await findFreezesAt(manager, model?.id ?? null, at)).flatMap((row) => shownTo(scope, row) ?? []);
    const ofPolicy = model
      ? policyFreezesAt(model.name, (await loadEffectivePolicy(manager, model.id)).policy, at)
      : [];
    const items = held.map((row) => toFreezeResponse(row, row, rolesWith('freeze:write')));
    return { items: [...items, ...ofPolicy], nextCursor: null };
  }

  /** Every while of a range of time in which something is frozen. */
  async getCalendar({ from, to, model }: FreezeCalendarQuery, { scope }: Caller): Promise<FreezeCalendarResponse> {
    const range = { from: new Date(from), to: new Date(to) };
    const days = (range.to.getTime() - range.from.getTime()) / DAY_MS;
    if (days <= 0 || days > LONGEST_CALENDAR_DAYS) throw calendarTooLong(LONGEST_CALENDAR_DAYS);
    const { manager } = this.dataSource;
    const found = model === undefined ? null : await findModel(manager, model);
    const rows = (await findFreezesWithin(manager, found?.id ?? null, range)).flatMap(
      (row) => shownTo(scope, row) ?? [],
    );
    const policy = found && (await loadEffectivePolicy(manager, found.id)).policy;
    const sources = [
      ...rows.map((row) => windowsOf(row, range)),
      ...(found && policy ? policyWindows(found.name, policy, range) : []),
    ];
    const windows = await mergeInTurns(sources, ({ start }) => start.getTime(), 2 * MOST_WINDOWS);
    const leftOut = Math.max(0, windows.length - MOST_WINDOWS);
    return { ...range, windows: windows.slice(0, MOST_WINDOWS), leftOut };
  }

  /** Who freezes a model, or ends that, may do so to each of them; with null, to the registry. */
  private async requireRight(
    models: readonly ModelRef[] | null,
    caller: Caller,
    asked: { method: string; path: string },
  ): Promise<void> {
    const isAllowed = models === null ? may(caller, RIGHT) : models.every((model) => may(caller, RIGHT, model));
    if (isAllowed) return;
    const details = { ...asked, permission: RIGHT };
    await this.denials.record(caller, `${asked.method} ${asked.path}`, { action: 'access.denied', details });
    throw forbidden(RIGHT, caller.roles);
  }

  private show(row: FreezeRow): FreezeResponse {
    const span = occurrenceAt(row, this.clock.now());
    return toFreezeResponse(row, span && { until: span.end }, rolesWith('freeze:write'));
  }
}

/** A freeze, and what of it somebody is told, who may know of some of its models at least. */
async function loadFreeze(
  manager: EntityManager,
  id: string,
  scope: ModelScope | null,
): Promise<{ row: FreezeRow; shown: FreezeRow }> {
  const row = await findFreeze(manager, id);
  const shown = row && shownTo(scope, row);
  if (!row || !shown) throw freezeNotFound(id);
  return { row, shown };
}

/** The columns of a window that is asked for, or 400 with everything that is wrong with it. */
function windowOf({
  start,
  end,
  recurrence,
  timeZone = 'UTC',
}: CreateFreezeRequest): Pick<Freeze, 'startAt' | 'endAt' | 'cron' | 'duration' | 'timeZone'> {
  const isOnce = start !== undefined && end !== undefined;
  const isMixed = recurrence !== undefined && (start !== undefined || end !== undefined);
  if (isMixed || (!isOnce && recurrence === undefined)) {
    const detail = 'A freeze has either start and end, or recurrence';
    throw validationFailed([{ pointer: recurrence ? '/recurrence' : '/end', code: 'ONE_WINDOW', detail }]);
  }
  const window: FreezeWindow = recurrence
    ? { cron: recurrence.cron, duration: recurrence.duration }
    : { start: start!, end: end! };
  const faults = faultsOf(window, timeZone);
  if (faults.length > 0) throw validationFailed(faults);
  if ('cron' in window) return { startAt: null, endAt: null, ...window, timeZone };
  const [startAt, endAt] = [momentOf(window.start, timeZone), momentOf(window.end, timeZone)];
  return { startAt, endAt, cron: null, duration: null, timeZone };
}

function faultsOf(window: FreezeWindow, timeZone: string): ProblemError[] {
  const faults = windowFaults(window, timeZone).map(({ at, code, detail }) => {
    const inside = at === 'cron' || at === 'duration' ? 'recurrence/' : '';
    return { pointer: `/${inside}${at}` as const, code, detail: detail.replace(/\.$/, '') };
  });
  if (faults.length > 0 || !neverBegins(window, timeZone)) return faults;
  return [{ pointer: '/recurrence/cron', code: 'NEVER_HOLDS', detail: 'the cron names a time that never comes' }];
}

async function findModels(
  manager: EntityManager,
  names: readonly string[] | undefined,
  caller: Caller,
): Promise<{ id: string; name: string }[] | null> {
  if (names === undefined) return null;
  const models = [];
  for (const name of new Set(names)) {
    const model = await findModel(manager, name);
    if (!may(caller, 'registry:read', model) && !may(caller, RIGHT, model)) throw modelNotFound(name);
    models.push(model);
  }
  return models;
}

function describe(row: Freeze, models: string[] | null) {
  const { id: freezeId, name, reason, startAt: start, endAt: end, cron, duration, timeZone } = row;
  return { freezeId, name, reason, start, end, cron, duration, timeZone, models };
}

function* windowsOf(row: FreezeRow, range: { from: Date; to: Date }): Generator<FreezeWindowResponse> {
  const { id: freezeId, name, reason } = row;
  const models = namesOf(row);
  for (const span of occurrencesBetween(row, range))
    yield { freezeId, source: 'freeze', name, reason, models, ...span };
}

/** Freezes of the registry have room of their own, so that those of models keep nobody from freezing all. */
async function requireRoom(manager: EntityManager, modelIds: readonly string[] | null, at: Date): Promise<void> {
  const { ofAll, ofModels, ofOneModel } = await countStanding(manager, modelIds ?? [], at);
  if (modelIds === null && ofAll >= MOST_OF_ONE) throw tooManyFreezes('the registry', MOST_OF_ONE);
  if (modelIds === null) return;
  if (ofOneModel >= MOST_OF_ONE) throw tooManyFreezes('one model', MOST_OF_ONE);
  if (ofModels >= MOST_OF_MODELS) throw tooManyFreezes('models', MOST_OF_MODELS);
}
