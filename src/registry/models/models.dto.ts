import { LARGEST_INTEGER } from '../../values/values.js';
import {
  Clearable,
  IsCount,
  IsModelName,
  IsOneOf,
  IsTags,
  IsTagsPatch,
  IsText,
  Shows,
  Optional,
} from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { freezeOf, type FrozenNow } from './frozen-models.service.js';
import { conditionsOf, MODEL_CONDITIONS, type ModelConditionCode } from './model-conditions.js';
import { type ImportedModel, ModelImportResponse, toModelImportResponse } from './model-imports.dto.js';
import { STAGES, type Stage } from '../../values/stage.js';

export class CreateModelRequest {
  /** The model's name, which is its key: letters, digits, dot, dash and underscore. */
  @IsModelName()
  name: string;

  /** What the model is for, in Markdown. */
  @Optional()
  @IsText(0, 10_000)
  description?: string;

  /** Person or team that answers for the model. */
  @Optional()
  @IsText(1, 200)
  owner?: string;

  /** Free labels, key to text. */
  @Optional()
  @IsTags()
  tags?: Record<string, string>;
}

export class UpdateModelRequest {
  /** New description; null empties it, absent keeps it. */
  @Clearable()
  @IsText(0, 10_000)
  description?: string | null;

  /** New owner; null clears it, absent keeps it. */
  @Clearable()
  @IsText(1, 200)
  owner?: string | null;

  /** Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all. */
  @Clearable()
  @IsTagsPatch()
  tags?: Record<string, string | null> | null;
}

export class RenameModelRequest {
  /** The name the model gets; history, evidence and aliases follow it. */
  @IsModelName()
  newName: string;
}

export class ListModelsQuery extends ListQuery {
  /** Only models with a version in this stage. */
  @Optional()
  @IsOneOf(STAGES)
  stage?: Stage;

  /** Only models in this condition. */
  @Optional()
  @IsOneOf(MODEL_CONDITIONS)
  condition?: ModelConditionCode;
}

/** The version in Production. */
export class ModelProductionResponse {
  /** The version. */
  @IsCount(1)
  version: number;

  /** When it entered Production. */
  since: Date;

  /** Whose call put it there. */
  by: string;
}

/** Something to know of a model before anything else. */
export class ModelConditionResponse {
  /** Stable name of the condition. */
  @IsOneOf(MODEL_CONDITIONS)
  code: ModelConditionCode;

  /** The same for people. */
  message: string;
}

export class ModelResponse {
  /** The model's name, which is its key. */
  name: string;

  /** What the model is for; empty when nothing was said. */
  description: string;

  /** Person or team that answers for the model. */
  owner: string | null;

  /** Free labels, key to text. */
  tags: Record<string, string>;

  /** The highest version that is not deleted; null before the first. */
  @IsCount(1)
  latestVersion: number | null;

  /** The version in Production; null when there is none. */
  @IsCount(1)
  productionVersion: number | null;

  /** The same with its tenure; null when there is none. */
  production: ModelProductionResponse | null;

  /** How many transitions of the model await approval. */
  @IsCount(0)
  awaiting: number;

  /** What to know of the model before anything else; empty when there is nothing. */
  conditions: ModelConditionResponse[];

  /** Alias to version number; champion mirrors Production. */
  @Shows({ type: 'object', additionalProperties: { type: 'integer', minimum: 1, maximum: LARGEST_INTEGER } })
  aliases: Record<string, number>;

  /** When the model was created. */
  createdAt: Date;

  /** Who created the model. */
  createdBy: string;

  /** When the model, or which version is in Production, last changed. */
  updatedAt: Date;

  /** What the registry said of it that it was taken over from; absent in lists and where it was created here. */
  imported?: ModelImportResponse;
}

export class ModelPage {
  /** The models of this page, in the order asked for. */
  items: ModelResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

/** A model with what is looked up beside its row; in what the database builds as JSON a time is text. */
export type ModelRow = Omit<
  ModelResponse,
  'aliases' | 'productionVersion' | 'production' | 'conditions' | 'imported'
> & {
  aliases: Record<string, number> | null;
  production: { version: number; since: string; by: string } | null;
  isGoverned: boolean;
  modelId: string;
  holdReason: string | null;
  underReview: number;
  imported?: ImportedModel | null;
};

/** A model with what to know of it, frozen or not. */
export function toModelResponse(row: ModelRow, frozen: FrozenNow): ModelResponse {
  const { production, awaiting, isGoverned, holdReason, underReview } = row;
  const frozenBy = freezeOf(frozen, row.modelId);
  const champion: Record<string, number> = production === null ? {} : { champion: production.version };
  return {
    name: row.name,
    description: row.description,
    owner: row.owner,
    tags: row.tags,
    latestVersion: row.latestVersion,
    productionVersion: production?.version ?? null,
    production: production && { ...production, since: new Date(production.since) },
    awaiting,
    conditions: conditionsOf({ awaiting, isGoverned, holdReason, underReview, frozenBy }),
    aliases: { ...row.aliases, ...champion },
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    ...(row.imported && { imported: toModelImportResponse(row.imported) }),
  };
}
