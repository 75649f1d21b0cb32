import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { Problem } from '../../platform/http/problem.js';
import { tagsThatFit } from '../../platform/http/tags.problems.js';
import { aliasKey } from '../../promotion/aliases/alias-name.js';
import { AliasesService } from '../../promotion/aliases/aliases.service.js';
import { ModelsService } from '../../registry/models/models.service.js';
import {
  checkAlias,
  checkModelName,
  checkNewModelName,
  checkTag,
  checkTagKey,
  isOwnTag,
  readStage,
  readVersion,
  versionDoesNotExist,
} from './names.js';
import { translateFilter } from './mlflow-filter.js';
import { awaitsApproval } from './mlflow-error.js';
import { invalidParameter, MlflowRefusal } from './mlflow-refusal.js';
import {
  findAliasedVersion,
  findLatestVersions,
  findModelOfName,
  type MlflowModelRow,
  searchModels,
} from './mlflow.queries.js';
import { SEARCHED_MODELS, translateOrder } from './search-fields.js';
import { type SentFields } from './sent-fields.js';
import { toWireModel, toWireVersion, type WireModel, type WireVersion } from './wire.js';

/** Of a description, in models as in versions. */
export const LONGEST_DESCRIPTION = 5_000;
const LARGEST_PAGE = 1_000;

/** Answers MLflow's calls about models by our own services. */
@Injectable()
export class RegisteredModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    private readonly models: ModelsService,
    private readonly aliases: AliasesService,
  ) {}

  async create(sent: SentFields, caller: Caller): Promise<{ registered_model: WireModel }> {
    const name = checkNewModelName(sent.required('name'));
    const tags = readTags(sent);
    const description = sent.optional('description', LONGEST_DESCRIPTION);
    const store = (manager: EntityManager) => this.models.storeModel(manager, { name, description, tags }, caller);
    await this.dataSource.transaction(store).catch(translateTaken(name));
    return { registered_model: toWireModel(await this.load(name), []) };
  }

  async rename(sent: SentFields, caller: Caller): Promise<{ registered_model: WireModel }> {
    const name = checkModelName(sent.required('name'));
    const newName = checkNewModelName(sent.required('new_name'));
    // MLflow takes the same name for a rename that is done.
    if (newName !== name) await this.models.renameModel(name, newName, caller).catch(translateTaken(newName));
    return this.find(newName);
  }

  /** Nothing that was not sent is cleared. */
  async update(sent: SentFields, caller: Caller): Promise<{ registered_model: WireModel }> {
    const name = nameOf(sent);
    await this.models.updateModel(name, { description: sent.optional('description', LONGEST_DESCRIPTION) }, caller);
    return this.find(name);
  }

  async delete(sent: SentFields, caller: Caller): Promise<object> {
    await this.models.deleteModel(nameOf(sent), caller);
    return {};
  }

  get(sent: SentFields): Promise<{ registered_model: WireModel }> {
    return this.find(nameOf(sent));
  }

  async search(
    sent: SentFields,
    { scope }: Caller,
  ): Promise<{ registered_models?: WireModel[]; next_page_token?: string }> {
    const page = await searchModels(this.dataSource.manager, {
      ...translateFilter(sent.optional('filter'), SEARCHED_MODELS),
      sort: translateOrder(sent.texts('order_by'), SEARCHED_MODELS),
      limit: sent.count('max_results', { fallback: 100, most: LARGEST_PAGE }),
      cursor: sent.optional('page_token') || undefined,
      scope,
    });
    const latest = await findLatestVersions(
      this.reads,
      page.items.map(({ name }) => name),
    );
    const models = page.items.map((model) =>
      toWireModel(
        model,
        latest.filter(({ modelName }) => modelName === model.name),
      ),
    );
    return {
      ...(models.length > 0 && { registered_models: models }),
      ...(page.nextCursor !== null && { next_page_token: page.nextCursor }),
    };
  }

  /** The highest version in each stage that is asked for, in all four unless any is. */
  async getLatestVersions(sent: SentFields): Promise<{ model_versions?: WireVersion[] }> {
    const name = nameOf(sent);
    const stages = [...new Set(sent.texts('stages').map(readStage))];
    const rows = await findLatestVersions(this.reads, [name], stages.length > 0 ? stages : undefined);
    if (rows.length === 0) await this.find(name);
    return rows.length > 0 ? { model_versions: rows.map(toWireVersion) } : {};
  }

  async setTag(sent: SentFields, caller: Caller): Promise<object> {
    const name = nameOf(sent);
    const [key, value] = [sent.required('key'), sent.optional('value', 100_000) ?? ''];
    checkTag(key, value);
    await this.models.updateModel(name, { tags: { [key]: value } }, caller);
    return {};
  }

  async deleteTag(sent: SentFields, caller: Caller): Promise<object> {
    const [name, key] = [nameOf(sent), sent.required('key')];
    checkTagKey(key);
    await this.models.updateModel(name, { tags: { [key]: null } }, caller);
    return {};
  }

  /** Champion and protected aliases ask for a promotion; one that has to wait is no success. */
  async setAlias(sent: SentFields, caller: Caller, origin: string): Promise<object> {
    const [name, alias] = [nameOf(sent), checkAlias(sent.required('alias'))];
    const stated = sent.required('version');
    const version = readVersion(stated);
    if (version === null) throw versionDoesNotExist(name, stated);
    const set = await this.aliases.setAlias(name, alias, version, caller);
    if ('status' in set && set.status === 'awaiting_approval') throw awaitsApproval(set, set.detail, origin);
    return {};
  }

  /** An alias that is not there is as gone as it can be. */
  async deleteAlias(sent: SentFields, caller: Caller): Promise<object> {
    const [name, alias] = [nameOf(sent), checkAlias(sent.required('alias'))];
    await this.aliases.deleteAlias(name, alias, caller).catch((error: unknown) => {
      if (!(error instanceof Problem && error.code === 'ALIAS_NOT_FOUND')) throw error;
    });
    return {};
  }

  async getByAlias(sent: SentFields): Promise<{ model_version: WireVersion }> {
    const [name, alias] = [nameOf(sent), checkAlias(sent.required('alias'))];
    const isLatest = alias.toLowerCase() === 'latest';
    const row = await findAliasedVersion(this.reads, name, isLatest ? 'latest' : aliasKey(alias));
    if (!row && isLatest) throw versionDoesNotExist(name, alias);
    if (!row) throw invalidParameter(`Registered model alias ${alias} not found.`);
    return { model_version: toWireVersion(row) };
  }

  private async find(name: string): Promise<{ registered_model: WireModel }> {
    const [model, latest] = await Promise.all([this.load(name), findLatestVersions(this.reads, [name])]);
    return { registered_model: toWireModel(model, latest) };
  }

  private async load(name: string): Promise<MlflowModelRow> {
    const model = await findModelOfName(this.reads, name);
    if (!model) throw modelDoesNotExist(name);
    return model;
  }
}

function nameOf(sent: SentFields): string {
  return checkModelName(sent.required('name'));
}

function modelDoesNotExist(name: string): MlflowRefusal {
  return new MlflowRefusal('RESOURCE_DOES_NOT_EXIST', `Registered Model with name=${name} not found`);
}

/** The tags of a creation; a copy comes with all of its original, and what the gates said of that is not said of it. */
export function readTags(sent: SentFields): Record<string, string> {
  const pairs = sent.pairs('tags').filter(([key]) => !isOwnTag(key));
  for (const [key, value] of pairs) checkTag(key, value);
  return tagsThatFit(Object.fromEntries(pairs));
}

function translateTaken(name: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof Problem && error.code === 'MODEL_EXISTS')
      throw new MlflowRefusal('RESOURCE_ALREADY_EXISTS', `Registered Model (name=${name}) already exists.`);
    throw error;
  };
}
