import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type EventOf } from '../../record/events/catalogue.js';
import { type Caller } from '../../platform/access/caller.js';
import { callerAt, may } from '../../platform/access/rights.js';
import { rightsExceeded } from '../../access/roles/roles.problems.js';
import { requireMatch } from '../../platform/http/etag.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { translateViolation } from '../../platform/database/violated-constraint.js';
import { tagsThatFit } from '../../platform/http/tags.problems.js';
import { requirePast } from '../../platform/lists/past.queries.js';
import { FrozenModels, NOTHING_FROZEN } from './frozen-models.service.js';
import { Model } from './model.entity.js';
import {
  type CreateModelRequest,
  type ListModelsQuery,
  type ModelResponse,
  toModelResponse,
  type UpdateModelRequest,
} from './models.dto.js';
import { modelAwaitsDecision, modelExists, modelInProduction, modelNameKept } from './models.problems.js';
import {
  databaseTime,
  findAwaitedStage,
  findModelRow,
  findModelRowAt,
  listModelRows,
  loadModelRow,
  type LockedModel,
  lockModel,
} from './models.queries.js';
import { isEmptyPatch, mergePatch } from './merge-patch.js';

const MAKE = 'model:create' as const;
const RENAME = 'model:rename' as const;

@Injectable()
export class ModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly reads: PreparedReads,
    private readonly frozen: FrozenModels,
  ) {}

  async createModel(request: CreateModelRequest, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
      await this.storeModel(manager, request, caller);
      return this.show(manager, request.name);
    });
  }

  /** Creates a model in a transaction of the caller's. */
  async storeModel(manager: EntityManager, request: CreateModelRequest, caller: Caller): Promise<void> {
    const now = await databaseTime(manager);
    const model = manager.create(Model, {
      id: uuidv7(),
      name: request.name,
      description: request.description ?? '',
      owner: request.owner ?? null,
      tags: request.tags ?? {},
      createdAt: now,
      createdBy: caller.subject,
      updatedAt: now,
    });
    await this.insertModel(manager, model);
    await this.record(manager, caller, model, { action: 'model.created', details: { ...request } });
  }

  /** The model as it is, or as it stood at a time; of what freezes it nothing is said of the past. */
  async getModel(name: string, at?: string): Promise<ModelResponse> {
    const { manager } = this.dataSource;
    if (at === undefined) {
      const [row, frozen] = await Promise.all([findModelRow(this.reads, name), this.frozen.find(manager)]);
      return toModelResponse(row, frozen);
    }
    await requirePast(manager, at);
    return toModelResponse(await findModelRowAt(manager, name, at), NOTHING_FROZEN);
  }

  async listModels(query: ListModelsQuery, { scope }: Caller): Promise<Page<ModelResponse>> {
    const { manager } = this.dataSource;
    const frozen = await this.frozen.find(manager);
    return mapPage(await listModelRows(manager, query, frozen, scope), (row) => toModelResponse(row, frozen));
  }

  async updateModel(name: string, request: UpdateModelRequest, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      await this.requireMatch(manager, name, caller);
      await this.changeModel(manager, model, request, caller);
      return this.show(manager, name);
    });
  }

  /** Changes what is said of a model, in a transaction of the caller's that holds its lock. */
  async changeModel(
    manager: EntityManager,
    model: LockedModel,
    request: UpdateModelRequest,
    caller: Caller,
  ): Promise<void> {
    const changes = {
      description: request.description === undefined ? model.description : (request.description ?? ''),
      owner: request.owner === undefined ? model.owner : request.owner,
      tags: tagsThatFit(mergePatch(model.tags, request.tags)),
    };
    if (isEmptyPatch(request)) return;
    await manager.update(Model, model.id, { ...changes, updatedAt: model.now });
    await this.record(manager, caller, model, { action: 'model.updated', details: { ...request } });
  }

  async renameModel(name: string, newName: string, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      if (newName === name) throw modelExists(newName);
      requireRightsAt(newName, caller, model);
      await manager.update(Model, model.id, { name: newName, updatedAt: model.now }).catch(translateTakenName(newName));
      await this.record(manager, caller, model, { action: 'model.renamed', details: { from: name, to: newName } });
      return this.show(manager, newName);
    });
  }

  async deleteModel(name: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      await this.requireMatch(manager, name, caller);
      const { production } = await loadModelRow(manager, name);
      if (production !== null) throw modelInProduction(name, production.version);
      if (await findAwaitedStage(manager, model.id)) throw modelAwaitsDecision(name);
      await manager.update(Model, model.id, { deletedAt: model.now, deletedBy: caller.subject, updatedAt: model.now });
      await this.record(manager, caller, model, { action: 'model.deleted', details: {} });
    });
  }

  private async show(manager: EntityManager, name: string): Promise<ModelResponse> {
    return toModelResponse(await loadModelRow(manager, name), await this.frozen.find(manager));
  }

  private async requireMatch(manager: EntityManager, name: string, caller: Caller): Promise<void> {
    if (caller.preconditions !== undefined) requireMatch(caller, await this.show(manager, name));
  }

  private async insertModel(manager: EntityManager, model: Model): Promise<void> {
    await manager.insert(Model, model).catch(translateTakenName(model.name));
  }

  private record(manager: EntityManager, caller: Caller, model: Pick<Model, 'id' | 'name'>, event: EventOf<'model'>) {
    return this.audit.record(manager, caller, { ...event, modelId: model.id, model: model.name });
  }
}

/**
 * Whoever takes a name might as well make a model of it. It brings the model within reach of other roles that hold by beginnings of
 * names, too; whoever renames gains nothing by it.
 */
function requireRightsAt(newName: string, caller: Caller, { id, name }: Pick<Model, 'id' | 'name'>): void {
  const isFree = [MAKE, RENAME].some((permission) => may(caller, permission, { id: null, name: newName }));
  if (!isFree) throw rightsExceeded([MAKE]);
  const before = callerAt(caller, { id, name }).permissions;
  const after = callerAt(caller, { id, name: newName }).permissions;
  const gained = [...after].filter((permission) => !before.has(permission));
  if (gained.length > 0) throw rightsExceeded(gained);
}

function translateTakenName(name: string): (error: unknown) => never {
  return translateViolation({
    models_live_name_key: (cause) => modelExists(name, cause),
    models_deleted_name_kept: (cause) => modelNameKept(name, cause),
  });
}
