import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../record/audit/audit.service.js';
import { type EventOf } from '../../record/events/catalogue.js';
import { type Caller } from '../../platform/access/caller.js';
import { requireMatch } from '../../platform/http/etag.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { tagsThatFit } from '../../platform/http/tags.problems.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { isEmptyPatch, mergePatch } from '../models/merge-patch.js';
import { RunReading } from './run-reading.service.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { findAwaitedStage, findModel, type LockedModel, lockModel } from '../models/models.queries.js';
import { DELETABLE_STAGES, STAGES, type Stage } from '../../values/stage.js';
import { ModelVersion } from './model-version.entity.js';
import {
  type ListVersionsQuery,
  type Registration,
  type StagedVersionResponse,
  toPastVersionResponse,
  toVersionResponse,
  type UpdateVersionRequest,
  type VersionResponse,
} from './versions.dto.js';
import {
  alreadyQuarantined,
  atIsForProduction,
  isNotQuarantined,
  noSuchStage,
  stageIsEmpty,
  versionNotDeletable,
} from './versions.problems.js';
import { loadProductionAt, loadVersionAt } from './past-version.queries.js';
import { listVersionRows } from './version-list.queries.js';
import { type VersionRow } from './version-row.js';
import {
  findLatestInStage,
  findProduction,
  findVersion,
  hasHeldProduction,
  insertVersion,
  loadVersion,
} from './versions.queries.js';

@Injectable()
export class VersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly reads: PreparedReads,
    private readonly runs: RunReading,
  ) {}

  async registerVersion(model: string, request: Registration, caller: Caller): Promise<VersionResponse> {
    return toVersionResponse(await this.registerRow(model, request, caller));
  }

  /** The same for those who answer in another shape. */
  async registerRow(model: string, request: Registration, caller: Caller): Promise<VersionRow> {
    const registered = await this.dataSource.transaction(async (manager) => {
      const row = await this.storeVersion(manager, model, request, caller);
      return this.runs.ask(manager, row, caller);
    });
    if (registered.run) this.runs.wake();
    return registered;
  }

  /** Registers a version in a transaction of the caller's. */
  async storeVersion(
    manager: EntityManager,
    model: string,
    request: Registration,
    caller: Caller,
  ): Promise<VersionRow> {
    const row = await insertVersion(manager, model, request, caller.subject);
    if (!row) throw modelNotFound(model);
    await this.record(manager, caller, row, { action: 'version.registered', details: { ...request } });
    return row;
  }

  /** The version as it is, or as it stood at a time. */
  async getVersion(model: string, version: number, at?: string): Promise<VersionResponse> {
    if (at === undefined) return toVersionResponse(await findVersion(this.reads, model, version));
    return toVersionResponse(await loadVersionAt(this.dataSource.manager, model, version, at));
  }

  async listVersions(model: string, query: ListVersionsQuery): Promise<Page<VersionResponse>> {
    const { id } = await findModel(this.dataSource.manager, model);
    return mapPage(await listVersionRows(this.dataSource.manager, id, query), toVersionResponse);
  }

  /** The hot path: which version is in a stage; or which one was in Production, as it stood then. */
  async getStage(model: string, stage: string, at?: string): Promise<StagedVersionResponse> {
    if (!STAGES.includes(stage as Stage)) throw noSuchStage(stage, STAGES);
    if (at !== undefined) return this.getProductionAt(model, stage, at);
    const row = await (stage === 'Production'
      ? findProduction(this.reads, model)
      : findLatestInStage(this.reads, model, stage));
    if (row) return toVersionResponse(row);
    await findModel(this.dataSource.manager, model);
    throw stageIsEmpty(model, stage);
  }

  private async getProductionAt(model: string, stage: string, at: string): Promise<StagedVersionResponse> {
    if (stage !== 'Production') throw atIsForProduction(stage);
    const past = await loadProductionAt(this.dataSource.manager, model, at);
    if (!past) throw stageIsEmpty(model, stage, at);
    return toPastVersionResponse(past);
  }

  async updateVersion(
    model: string,
    version: number,
    request: UpdateVersionRequest,
    caller: Caller,
  ): Promise<VersionResponse> {
    return this.change(model, version, async (manager, row, { now }) => {
      requireMatch(caller, toVersionResponse(row));
      await this.changeTexts(manager, row, request, { now, caller });
    });
  }

  /** Changes what is said of a version, in a transaction of the caller's that holds the lock of its model. */
  async changeTexts(
    manager: EntityManager,
    row: VersionRow,
    request: UpdateVersionRequest,
    { now, caller }: { now: Date; caller: Caller },
  ): Promise<void> {
    if (isEmptyPatch(request)) return;
    const description = request.description === undefined ? row.description : (request.description ?? '');
    const tags = tagsThatFit(mergePatch(row.tags, request.tags));
    await manager.update(ModelVersion, keyOf(row), { description, tags, updatedAt: now });
    await this.record(manager, caller, row, { action: 'version.updated', details: { ...request } });
  }

  async deleteVersion(model: string, version: number, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { now } = await lockModel(manager, model);
      const row = await loadVersion(manager, model, version);
      requireMatch(caller, toVersionResponse(row));
      if (!DELETABLE_STAGES.includes(row.stage)) {
        const where = DELETABLE_STAGES.join(' or ');
        throw versionNotDeletable(model, version, `it is in ${row.stage}; only versions in ${where} can be`);
      }
      if (await hasHeldProduction(manager, row.modelId, version)) {
        throw versionNotDeletable(model, version, 'it has held Production, so the record needs it');
      }
      const awaited = await findAwaitedStage(manager, row.modelId, version);
      if (awaited) {
        throw versionNotDeletable(
          model,
          version,
          `a request for ${awaited} awaits approval; cancel or decide it first`,
        );
      }
      await manager.update(ModelVersion, keyOf(row), { deletedAt: now, deletedBy: caller.subject, updatedAt: now });
      await this.record(manager, caller, row, { action: 'version.deleted', details: {} });
    });
  }

  async quarantineVersion(model: string, version: number, reason: string, caller: Caller): Promise<VersionResponse> {
    return this.change(model, version, async (manager, row, { now }) => {
      if (row.quarantinedBy !== null) throw alreadyQuarantined(model, version, row.quarantinedBy);
      await this.putUnderQuarantine(manager, row, reason, { now, caller });
    });
  }

  /** Bars a version that is not barred, in a transaction of the caller's that holds the lock of its model. */
  async putUnderQuarantine(
    manager: EntityManager,
    row: VersionRow,
    reason: string,
    { now, caller }: { now: Date; caller: Caller },
  ): Promise<void> {
    const quarantine = { quarantinedAt: now, quarantinedBy: caller.subject, quarantineReason: reason };
    await manager.update(ModelVersion, keyOf(row), { ...quarantine, updatedAt: now });
    await this.record(manager, caller, row, { action: 'version.quarantined', details: { reason } });
  }

  async releaseVersion(
    model: string,
    version: number,
    reason: string | undefined,
    caller: Caller,
  ): Promise<VersionResponse> {
    return this.change(model, version, async (manager, row, { now }) => {
      requireMatch(caller, toVersionResponse(row));
      if (row.quarantinedAt === null) throw isNotQuarantined(model, version);
      const release = { quarantinedAt: null, quarantinedBy: null, quarantineReason: null };
      await manager.update(ModelVersion, keyOf(row), { ...release, updatedAt: now });
      await this.record(manager, caller, row, { action: 'version.released', details: { reason } });
    });
  }

  /** Runs a change under the model's lock and answers the version as it stands after. */
  private async change(
    model: string,
    version: number,
    apply: (manager: EntityManager, row: VersionRow, model: LockedModel) => Promise<void>,
  ): Promise<VersionResponse> {
    return this.dataSource.transaction(async (manager) => {
      const locked = await lockModel(manager, model);
      await apply(manager, await loadVersion(manager, model, version), locked);
      return toVersionResponse(await loadVersion(manager, model, version));
    });
  }

  private record(manager: EntityManager, caller: Caller, row: VersionRow, event: EventOf<'version'>): Promise<void> {
    const { modelId, modelName: model, version } = row;
    return this.audit.record(manager, caller, { ...event, modelId, model, version });
  }
}

function keyOf({ modelId, version }: VersionRow): Pick<ModelVersion, 'modelId' | 'version'> {
  return { modelId, version };
}
