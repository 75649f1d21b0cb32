import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { AuditService } from '../../record/audit/audit.service.js';
import {
  findDeletedNumber,
  findImportedModel,
  noteModelImport,
  type NotedModel,
} from '../../registry/models/model-imports.queries.js';
import { loadModelRow, type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import { ModelsService } from '../../registry/models/models.service.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import {
  findImportedVersions,
  findProductionAsImported,
  noteVersionImport,
  renewVersionImport,
} from '../../registry/versions/version-imports.queries.js';
import { loadVersion, removeAlias, writeAlias } from '../../registry/versions/versions.queries.js';
import { VersionsService } from '../../registry/versions/versions.service.js';
import { Problem } from '../../platform/http/problem.js';
import { aliasFault, isChampion } from '../aliases/alias-name.js';
import { StageChanges } from '../transitions/stage-changes.service.js';
import { checkOrder } from './check-import.js';
import { type ImportedVersionRequest, type ImportModelRequest, type ImportModelResponse } from './imports.dto.js';
import { type Change, type Ground, type Plan, type Wanted } from './import-plan.js';
import { importedAliasesAfter } from './plan-aliases.js';
import { planImport, saysOtherwise } from './plan-import.js';
import { importIsInvalid } from './imports.problems.js';

/** What an import works on: the model as it is locked, and what is asked. */
interface Work {
  model: string;
  request: ImportModelRequest;
  noted: NotedModel;
  caller: Caller;
}

/** Takes models over from another registry, as often as that has changed, until gates decide here. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelsService,
    private readonly versions: VersionsService,
    private readonly stages: StageChanges,
    private readonly audit: AuditService,
  ) {}

  async importModel(model: string, request: ImportModelRequest, caller: Caller): Promise<ImportModelResponse> {
    const faults = checkOrder(request.versions);
    if (faults.length > 0) throw importIsInvalid(faults);
    const dryRun = request.dryRun ?? false;
    return this.dataSource.transaction(async (manager) => {
      const wanted = toWanted(request);
      const ground = await this.load(manager, model, request);
      const plan = planImport(wanted, ground, faultOfAlias);
      if (!dryRun && plan.changes.length > 0) {
        const noted = notedAfter(wanted, ground, plan);
        await this.carryOut(manager, plan, { model, request, noted, caller });
      }
      return { model, dryRun, ...plan };
    });
  }

  /** The model as it is here under its lock, where there is one, and how far the numbers of its name have come. */
  private async load(
    manager: EntityManager,
    name: string,
    { versions, aliases: wanted = [] }: ImportModelRequest,
  ): Promise<Ground> {
    const locked = await lockModel(manager, name).catch((error: unknown) => {
      if (error instanceof Problem && error.code === modelNotFound(name).code) return null;
      throw error;
    });
    if (!locked) return { present: null, lastVersion: await findDeletedNumber(manager, name) };
    const found = await findImportedModel(manager, locked.id);
    const numbers = [...versions, ...wanted].map(({ version }) => version);
    const rows = await findImportedVersions(manager, locked.id, numbers);
    const { aliases } = await loadModelRow(manager, name);
    const present = {
      importedAt: found.importedAt,
      importedTexts: found.importedTexts,
      importedAliases: new Map(Object.entries(found.importedAliases)),
      description: locked.description,
      tags: locked.tags,
      owner: locked.owner,
      isGoverned: found.hasGatePolicy,
      versions: rows.map(({ deletedAt, ...row }) => ({ ...row, isDeleted: deletedAt !== null })),
      aliases: new Map(Object.entries(aliases ?? {})),
    };
    return { present, lastVersion: found.lastVersion };
  }

  private async carryOut(manager: EntityManager, plan: Plan, work: Work): Promise<void> {
    const { model: name, request, noted, caller } = work;
    const { source, versions } = request;
    if (plan.changes.some(({ subject }) => subject === 'model')) {
      const { description, tags, owner } = request;
      await this.models.storeModel(manager, { name, description, tags, owner: owner ?? undefined }, caller);
    }
    const { id: modelId } = await lockModel(manager, name);
    for (const change of plan.changes) await this.apply(manager, change, work);
    const touched = new Set(plan.changes.map(({ version, subject }) => (subject === 'alias' ? null : version)));
    const taken = versions.filter(({ version }) => touched.has(version));
    for (const version of taken) await noteVersionImport(manager, { modelId, source, ...timesOf(version) });
    await noteModelImport(manager, { modelId, source, ...timesOfModel(request), ...noted });
    await this.audit.record(manager, caller, {
      action: 'model.imported',
      modelId,
      model: name,
      details: {
        source,
        createdAt: request.createdAt,
        createdBy: request.createdBy,
        updatedAt: request.updatedAt,
        versions: taken.map(({ version, createdAt, createdBy, updatedAt }) => ({
          version,
          createdAt,
          createdBy,
          updatedAt,
        })),
      },
    });
  }

  /** The lock is read anew for each change, since no two changes of a model have the same time. */
  private async apply(manager: EntityManager, change: Change, work: Work): Promise<void> {
    const { model: name, request, caller } = work;
    const model = await lockModel(manager, name);
    const version = request.versions.find((one) => one.version === change.version);
    switch (change.subject) {
      case 'model':
        return;
      case 'version':
        return this.register(manager, model, version!, work);
      case 'stage':
        return this.move(manager, model, version!, work);
      case 'quarantine': {
        const row = await loadVersion(manager, name, version!.version);
        return this.versions.putUnderQuarantine(manager, row, change.to!, { now: model.now, caller });
      }
      case 'alias':
        return this.setAlias(manager, model, change, caller);
      case 'owner':
        return this.models.changeModel(manager, model, { owner: change.to }, caller);
      case 'description':
      case 'tags': {
        const wanted = version ?? request;
        const patch = change.subject === 'tags' ? await this.tagsPatch(manager, model, wanted) : {};
        const texts = change.subject === 'tags' ? { tags: patch } : { description: wanted.description ?? '' };
        if (!version) return this.models.changeModel(manager, model, texts, caller);
        const row = await loadVersion(manager, name, version.version);
        return this.versions.changeTexts(manager, row, texts, { now: model.now, caller });
      }
    }
  }

  private async register(
    manager: EntityManager,
    model: LockedModel,
    imported: ImportedVersionRequest,
    { request, caller }: Work,
  ): Promise<void> {
    const {
      version,
      stage: _stage,
      quarantineReason: _reason,
      createdAt: _at,
      createdBy: _by,
      updatedAt: _updated,
      ...registration
    } = imported;
    await noteVersionImport(manager, { modelId: model.id, source: request.source, ...timesOf(imported) });
    const row = await this.versions.storeVersion(manager, model.name, registration, caller);
    if (row.version !== version)
      throw new Error(`Version ${version} was to be imported, and ${row.version} was given.`);
  }

  /** Who leaves Production for it may be a version of a later request, which must not find it changed here then. */
  private async move(
    manager: EntityManager,
    model: LockedModel,
    { version, stage }: ImportedVersionRequest,
    { request, caller }: Work,
  ): Promise<void> {
    const reason = `Imported from ${request.source}.`;
    const demand = { toStage: stage, isRollback: false, reason, allowEmptyProduction: true };
    const by = { requestedBy: caller.subject, approvals: [], caller };
    const displaced = stage === 'Production' ? await findProductionAsImported(manager, model.id) : null;
    await this.stages.mirror(manager, model, { version, demand, alias: null, ...by });
    if (displaced !== null) await renewVersionImport(manager, model.id, displaced);
  }

  private async setAlias(
    manager: EntityManager,
    model: LockedModel,
    { name, version, to }: Change,
    caller: Caller,
  ): Promise<void> {
    const alias = {
      modelId: model.id,
      alias: name!,
      version: version!,
      updatedAt: model.now,
      updatedBy: caller.subject,
    };
    if (to === null) await removeAlias(manager, alias);
    else await writeAlias(manager, alias);
    const event = { modelId: model.id, model: model.name, version: version!, details: { alias: name! } };
    await this.audit.record(manager, caller, { ...event, action: to === null ? 'alias.deleted' : 'alias.set' });
  }

  /** Tags as they are there, with null for those that went. */
  private async tagsPatch(
    manager: EntityManager,
    model: LockedModel,
    { tags = {}, ...wanted }: { tags?: Record<string, string>; version?: number },
  ): Promise<Record<string, string | null>> {
    const here = wanted.version === undefined ? model : await loadVersion(manager, model.name, wanted.version);
    return { ...Object.fromEntries(Object.keys(here.tags).map((key) => [key, null])), ...tags };
  }
}

function toWanted({ description = '', tags = {}, owner, versions, aliases }: ImportModelRequest): Wanted {
  return {
    description,
    tags,
    owner,
    versions: versions.map((one) => ({
      version: one.version,
      artifactUri: one.artifactUri,
      runId: one.runId ?? null,
      stage: one.stage,
      description: one.description ?? '',
      tags: one.tags ?? {},
      quarantineReason: one.quarantineReason ?? null,
    })),
    aliases: aliases === undefined ? null : new Map(aliases.map(({ alias, version }) => [alias, version])),
  };
}

/** What is to be noted of the model as an import's doing; texts that were changed here are not. */
function notedAfter(wanted: Wanted, { present }: Ground, { changes }: Plan): NotedModel {
  const { description, tags, owner = present?.importedTexts?.owner ?? null } = wanted;
  const aliases = importedAliasesAfter(wanted, present, changes);
  return { texts: saysOtherwise(wanted, present) ? null : { description, tags, owner }, aliases };
}

function timesOf({ version, createdAt, createdBy, updatedAt }: ImportedVersionRequest) {
  return { version, createdAt: new Date(createdAt), createdBy: createdBy ?? null, updatedAt: new Date(updatedAt) };
}

function timesOfModel({ createdAt, createdBy, updatedAt }: ImportModelRequest) {
  return { createdAt: new Date(createdAt), createdBy: createdBy ?? null, updatedAt: new Date(updatedAt) };
}

/** Champion follows Production and is no alias of its own. */
function faultOfAlias(alias: string): string | null {
  return isChampion(alias) ? 'champion follows Production here.' : aliasFault(alias);
}
