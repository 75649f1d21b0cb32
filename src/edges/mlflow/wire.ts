import { type ImportOrigin } from '../../registry/models/import-origin.js';
import { type Stage } from '../../values/stage.js';
import { isOwnTag } from './names.js';

/** A version of ours with what a caller of MLflow's sees of its judgement. */
export interface JudgedVersionRow extends ImportOrigin {
  modelName: string;
  version: number;
  stage: Stage;
  runId: string | null;
  runLink: string | null;
  source: string | null;
  artifactUri: string;
  loggedModelId: string | null;
  description: string;
  tags: Record<string, string>;
  aliases: string[] | null;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
  judgement: Judgement | null;
}

/** What the gates last said of a version. */
interface Judgement {
  verdict: string;
  /** The stage that was asked for. */
  toStage: string;
  gateReportId: string;
  /** Who approved, with commas between; null when nobody did. */
  approvals: string | null;
}

interface Tag {
  key: string;
  value: string;
}

/** A version as MLflow's clients read it; what is not there is absent. */
export interface WireVersion {
  name: string;
  version: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  user_id: string;
  current_stage: Stage;
  description: string;
  source: string;
  run_id: string;
  status: 'READY';
  run_link: string;
  model_id?: string;
  tags?: Tag[];
  aliases?: string[];
}

export function toWireVersion(row: JudgedVersionRow): WireVersion {
  const tags = [...givenTags(row.tags), ...judgementTags(row)];
  const aliases = [...(row.stage === 'Production' ? ['champion'] : []), ...(row.aliases ?? [])];
  return {
    name: row.modelName,
    version: String(row.version),
    ...madeAndChanged(row),
    current_stage: row.stage,
    description: row.description,
    source: row.source ?? row.artifactUri,
    run_id: row.runId ?? '',
    status: 'READY',
    run_link: row.runLink ?? '',
    ...(row.loggedModelId !== null && { model_id: row.loggedModelId }),
    ...(tags.length > 0 && { tags }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** A search compares and orders by the same. */
function madeAndChanged(row: ImportOrigin & Pick<NamedModel, 'createdAt' | 'createdBy' | 'updatedAt'>): {
  creation_timestamp: number;
  last_updated_timestamp: number;
  user_id: string;
} {
  return {
    creation_timestamp: (row.originCreatedAt ?? row.createdAt).getTime(),
    last_updated_timestamp: (row.originUpdatedAt ?? row.updatedAt).getTime(),
    user_id: row.originCreatedBy ?? row.createdBy,
  };
}

/** Where the artifact lies is another thing than the source of a copy. */
export function downloadUriOf(row: Pick<JudgedVersionRow, 'artifactUri'>): string {
  return row.artifactUri;
}

interface NamedModel extends ImportOrigin {
  name: string;
  description: string;
  tags: Record<string, string>;
  aliases: Record<string, number> | null;
  production: { version: number } | null;
  createdAt: Date;
  createdBy: string;
  updatedAt: Date;
}

export interface WireModel {
  name: string;
  creation_timestamp: number;
  last_updated_timestamp: number;
  user_id: string;
  description?: string;
  latest_versions?: WireVersion[];
  tags?: Tag[];
  aliases?: { alias: string; version: string }[];
}

export function toWireModel(model: NamedModel, latest: readonly JudgedVersionRow[]): WireModel {
  const champion = model.production === null ? {} : { champion: model.production.version };
  const aliases = Object.entries({ ...model.aliases, ...champion });
  const tags = givenTags(model.tags);
  return {
    name: model.name,
    ...madeAndChanged(model),
    ...(model.description !== '' && { description: model.description }),
    ...(latest.length > 0 && { latest_versions: latest.map(toWireVersion) }),
    ...(tags.length > 0 && { tags }),
    ...(aliases.length > 0 && { aliases: aliases.map(([alias, version]) => ({ alias, version: String(version) })) }),
  };
}

function toTags(tags: Record<string, string>): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}

/** The tags that people gave; natively one may have any name. */
function givenTags(tags: Record<string, string>): Tag[] {
  return toTags(tags).filter(({ key }) => !isOwnTag(key));
}

/** For scripts and pages of MLflow's to see. */
function judgementTags({ judgement }: JudgedVersionRow): Tag[] {
  if (judgement === null) return [];
  const { verdict, toStage, gateReportId, approvals } = judgement;
  const tags = {
    'stagegate.verdict': verdict,
    'stagegate.verdict_stage': toStage,
    'stagegate.gate_report': gateReportId,
  };
  return toTags({ ...tags, ...(approvals !== null && { 'stagegate.approvals': approvals }) });
}
