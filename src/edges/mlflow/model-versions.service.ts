import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { may, modelNamed } from '../../platform/access/rights.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { AliasesService } from '../../promotion/aliases/aliases.service.js';
import { type RequestedTransitionResponse } from '../../promotion/transitions/transitions.dto.js';
import { TransitionsService } from '../../promotion/transitions/transitions.service.js';
import { STAGES, type Stage } from '../../values/stage.js';
import { type Registration, type VersionResponse } from '../../registry/versions/versions.dto.js';
import { VersionsService } from '../../registry/versions/versions.service.js';
import { awaitsApproval } from './mlflow-error.js';
import { translateFilter } from './mlflow-filter.js';
import { invalidParameter } from './mlflow-refusal.js';
import { findJudgedVersion, searchVersions } from './mlflow.queries.js';
import { checkSource, type CopiedVersion, copiedVersion } from './model-source.js';
import { checkModelName, checkTag, checkTagKey, readStage, readVersion, versionDoesNotExist } from './names.js';
import { LONGEST_DESCRIPTION, readTags } from './registered-models.service.js';
import { SEARCHED_VERSIONS, translateOrder } from './search-fields.js';
import { type SentFields } from './sent-fields.js';
import { downloadUriOf, type JudgedVersionRow, toWireVersion, type WireVersion } from './wire.js';

/** Where a request came from: the address it used, and the program that sent it. */
export interface Origin {
  address: string;
  client: string;
}

const LONGEST_SOURCE = 500;
const LONGEST_RUN_ID = 32;
/** What MLflow's client asks for at most at a time; more may be asked for and comes in pages of this size. */
const LARGEST_PAGE = 10_000;
const MOST_RESULTS = 200_000;
/** Stages whose other versions the flag of MLflow's archives. */
const ARCHIVING_STAGES: readonly Stage[] = ['Staging', 'Production'];

/** Answers MLflow's calls about versions by our own services. */
@Injectable()
export class ModelVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    private readonly versions: VersionsService,
    private readonly transitions: TransitionsService,
    private readonly aliases: AliasesService,
  ) {}

  async create(sent: SentFields, caller: Caller): Promise<{ model_version: WireVersion }> {
    const name = checkModelName(sent.required('name'));
    const told: Registration = {
      artifactUri: boundedSource(sent),
      runId: sent.optional('run_id', LONGEST_RUN_ID) || undefined,
      loggedModelId: sent.optional('model_id', LONGEST_SOURCE) || undefined,
      runLink: sent.optional('run_link', LONGEST_SOURCE) || undefined,
      description: sent.optional('description', LONGEST_DESCRIPTION),
      tags: readTags(sent),
    };
    checkSource({ source: told.artifactUri, runId: told.runId, loggedModelId: told.loggedModelId });
    const copied = copiedVersion(told.artifactUri);
    const registration = copied === undefined ? told : await this.copy(copied, told, caller);
    const row = await this.versions.registerRow(name, registration, caller);
    return { model_version: toWireVersion({ ...row, judgement: null }) };
  }

  async update(sent: SentFields, caller: Caller): Promise<{ model_version: WireVersion }> {
    const { model, version } = keyOf(sent);
    const description = sent.optional('description', LONGEST_DESCRIPTION);
    await this.find(model, version);
    await this.versions.updateVersion(model, version, { description }, caller);
    return this.answer(model, version);
  }

  /** Runs the gates of the stage; anything but a version that has moved is an error. */
  async transitionStage(sent: SentFields, caller: Caller, origin: Origin): Promise<{ model_version: WireVersion }> {
    const { model, version } = keyOf(sent);
    const stage = readStage(sent.required('stage'));
    const archivesOthers = sent.flag('archive_existing_versions');
    if (archivesOthers && !ARCHIVING_STAGES.includes(stage))
      throw invalidParameter(`archive_existing_versions goes with the stages ${ARCHIVING_STAGES.join(' and ')} alone.`);
    const row = await this.find(model, version);
    const reason = `Asked through the MLflow API by ${origin.client}.`;
    if (row.stage !== stage) {
      const moved = await this.move(
        row,
        { stage, reason, archivesOthers: archivesOthers && stage === 'Staging' },
        caller,
      );
      if (moved.status === 'awaiting_approval') throw awaitsApproval(moved, moved.detail, origin.address);
    } else if (archivesOthers && stage === 'Staging') {
      await this.transitions.archiveOthers({ model, version }, reason, caller);
    }
    return this.answer(model, version);
  }

  async delete(sent: SentFields, caller: Caller): Promise<object> {
    const { model, version } = keyOf(sent);
    await this.find(model, version);
    await this.versions.deleteVersion(model, version, caller);
    return {};
  }

  get(sent: SentFields): Promise<{ model_version: WireVersion }> {
    const { model, version } = keyOf(sent);
    return this.answer(model, version);
  }

  async getDownloadUri(sent: SentFields): Promise<{ artifact_uri: string }> {
    const { model, version } = keyOf(sent);
    return { artifact_uri: downloadUriOf(await this.find(model, version)) };
  }

  async search(
    sent: SentFields,
    { scope }: Caller,
  ): Promise<{ model_versions?: WireVersion[]; next_page_token?: string }> {
    const most = sent.count('max_results', { fallback: LARGEST_PAGE, most: MOST_RESULTS });
    const page = await searchVersions(this.dataSource.manager, {
      ...translateFilter(sent.optional('filter'), SEARCHED_VERSIONS),
      sort: translateOrder(sent.texts('order_by'), SEARCHED_VERSIONS),
      limit: Math.min(most, LARGEST_PAGE),
      cursor: sent.optional('page_token') || undefined,
      scope,
    });
    return {
      ...(page.items.length > 0 && { model_versions: page.items.map(toWireVersion) }),
      ...(page.nextCursor !== null && { next_page_token: page.nextCursor }),
    };
  }

  async setTag(sent: SentFields, caller: Caller): Promise<object> {
    const { model, version } = keyOf(sent);
    const [key, value] = [sent.required('key'), sent.optional('value', 100_000) ?? ''];
    checkTag(key, value);
    return this.writeTag({ model, version, key, value }, caller);
  }

  async deleteTag(sent: SentFields, caller: Caller): Promise<object> {
    const { model, version } = keyOf(sent);
    const key = sent.required('key');
    checkTagKey(key);
    return this.writeTag({ model, version, key, value: null }, caller);
  }

  private async writeTag(
    { model, version, key, value }: { model: string; version: number; key: string; value: string | null },
    caller: Caller,
  ): Promise<object> {
    await this.find(model, version);
    await this.versions.updateVersion(model, version, { tags: { [key]: value } }, caller);
    return {};
  }

  /** Back to Production is a rollback, which needs the right to one; all else is asked for as it is. */
  private move(
    { modelName, version, stage: from }: JudgedVersionRow,
    { stage, reason, archivesOthers }: { stage: Stage; reason: string; archivesOthers: boolean },
    caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    if (from === 'Archived' && stage === 'Production')
      return this.transitions.rollbackModel(modelName, { toVersion: version, reason }, caller);
    return this.transitions.requestTransition(
      { model: modelName, version },
      { toStage: stage, reason, archivesOthers },
      caller,
    );
  }

  /** A copy is made of the same artifact, by the same run: it has the lineage of what it copies, and is judged for itself. */
  private async copy(copied: CopiedVersion, told: Registration, caller: Caller): Promise<Registration> {
    if (!may(caller, 'registry:read', modelNamed(caller, copied.model))) throw modelNotFound(copied.model);
    const original = await this.resolve(copied);
    const row = await this.find(original.model, original.version);
    if (told.runId !== undefined && told.runId !== row.runId)
      throw invalidParameter(
        `run_id is ${told.runId}, but the version that is copied came from ${row.runId ?? 'no run'}.`,
      );
    if (told.loggedModelId !== undefined && told.loggedModelId !== row.loggedModelId)
      throw invalidParameter(`model_id is ${told.loggedModelId}, but that of the version that is copied is another.`);
    const { dataset, artifactDigest, gitCommit, framework, signature, params, metrics } = original;
    return {
      ...told,
      artifactUri: row.artifactUri,
      source: `models:/${row.modelName}/${row.version}`,
      runId: row.runId ?? undefined,
      loggedModelId: row.loggedModelId ?? undefined,
      dataset: dataset ?? undefined,
      artifactDigest: artifactDigest ?? undefined,
      gitCommit: gitCommit ?? undefined,
      framework: framework ?? undefined,
      signature: signature ?? undefined,
      params,
      metrics,
    };
  }

  private async resolve({ model, version, alias }: CopiedVersion): Promise<VersionResponse> {
    if (alias !== undefined || version?.toLowerCase() === 'latest') {
      const found = await this.aliases.getAlias(model, alias ?? 'latest');
      return this.versions.getVersion(model, found.version);
    }
    const stage = STAGES.find((known) => known.toLowerCase() === version!.toLowerCase());
    if (stage) return this.versions.getStage(model, stage);
    const number = readVersion(version!);
    if (number === null) throw versionDoesNotExist(model, version!);
    await this.find(model, number);
    return this.versions.getVersion(model, number);
  }

  private async answer(model: string, version: number): Promise<{ model_version: WireVersion }> {
    return { model_version: toWireVersion(await this.find(model, version)) };
  }

  private async find(model: string, version: number): Promise<JudgedVersionRow> {
    const row = await findJudgedVersion(this.reads, model, version);
    if (!row) throw versionDoesNotExist(model, String(version));
    return row;
  }
}

function boundedSource(sent: SentFields): string {
  const source = sent.required('source');
  if ([...source].length <= LONGEST_SOURCE) return source;
  throw invalidParameter(`'source' exceeds the maximum length of ${LONGEST_SOURCE} characters.`);
}

function keyOf(sent: SentFields): { model: string; version: number } {
  const model = checkModelName(sent.required('name'));
  const stated = sent.required('version');
  const version = readVersion(stated);
  if (version === null) throw versionDoesNotExist(model, stated);
  return { model, version };
}
