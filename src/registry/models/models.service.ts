import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type EventOf } from '../../record/events/catalogue.js';
import { type Caller } from '../../platform/access/caller.js';
import { requireMatch } from '../../platform/http/etag.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { violatedConstraint } from '../../platform/database/violated-constraint.js';
import { tagsThatFit } from '../../platform/http/tags.problems.js';
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
  lockModel,
  requirePast,
} from './models.queries.js';
import { isEmptyPatch, mergePatch } from './merge-patch.js';

@Injectable()
export class ModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  async createModel(request: CreateModelRequest, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
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
      return toModelResponse(await findModelRow(manager, model.name));
    });
  }

  /** The model as it is, or as it stood at a time. */
  async getModel(name: string, at?: string): Promise<ModelResponse> {
    const { manager } = this.dataSource;
    if (at === undefined) return toModelResponse(await findModelRow(manager, name));
    await requirePast(manager, at);
    return toModelResponse(await findModelRowAt(manager, name, at));
  }

  async listModels(query: ListModelsQuery): Promise<Page<ModelResponse>> {
    return mapPage(await listModelRows(this.dataSource.manager, query), toModelResponse);
  }

  async updateModel(name: string, request: UpdateModelRequest, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      await this.requireMatch(manager, name, caller);
      const changes = {
        description: request.description === undefined ? model.description : (request.description ?? ''),
        owner: request.owner === undefined ? model.owner : request.owner,
        tags: tagsThatFit(mergePatch(model.tags, request.tags)),
      };
      if (!isEmptyPatch(request)) {
        await manager.update(Model, model.id, { ...changes, updatedAt: model.now });
        await this.record(manager, caller, model, { action: 'model.updated', details: { ...request } });
      }
      return toModelResponse(await findModelRow(manager, name));
    });
  }

  async renameModel(name: string, newName: string, caller: Caller): Promise<ModelResponse> {
    return this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      if (newName === name) throw modelExists(newName);
      await manager.update(Model, model.id, { name: newName, updatedAt: model.now }).catch(translateTakenName(newName));
      await this.record(manager, caller, model, { action: 'model.renamed', details: { from: name, to: newName } });
      return toModelResponse(await findModelRow(manager, newName));
    });
  }

  async deleteModel(name: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      await this.requireMatch(manager, name, caller);
      const { production } = await findModelRow(manager, name);
      if (production !== null) throw modelInProduction(name, production.version);
      if (await findAwaitedStage(manager, model.id)) throw modelAwaitsDecision(name);
      await manager.update(Model, model.id, { deletedAt: model.now, deletedBy: caller.subject, updatedAt: model.now });
      await this.record(manager, caller, model, { action: 'model.deleted', details: {} });
    });
  }

  private async requireMatch(manager: EntityManager, name: string, caller: Caller): Promise<void> {
    if (caller.preconditions !== undefined) requireMatch(caller, toModelResponse(await findModelRow(manager, name)));
  }

  private async insertModel(manager: EntityManager, model: Model): Promise<void> {
    await manager.insert(Model, model).catch(translateTakenName(model.name));
  }

  private record(manager: EntityManager, caller: Caller, model: Pick<Model, 'id' | 'name'>, event: EventOf<'model'>) {
    return this.audit.record(manager, caller, { ...event, modelId: model.id, model: model.name });
  }
}

function translateTakenName(name: string): (error: unknown) => never {
  return (error) => {
    const constraint = violatedConstraint(error);
    if (constraint === 'models_live_name_key') throw modelExists(name, error);
    throw constraint === 'models_deleted_name_kept' ? modelNameKept(name, error) : error;
  };
}
