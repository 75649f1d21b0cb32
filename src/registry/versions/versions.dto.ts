import {
  Clearable,
  IsCount,
  IsDigest,
  IsJsonObject,
  IsMatching,
  IsMetricMap,
  IsMoment,
  IsNested,
  IsOneOf,
  IsTags,
  IsTagsPatch,
  IsText,
  Optional,
} from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { STAGES, type Stage } from '../../values/stage.js';
import { type PastVersion } from './past-version.js';
import { type VersionRow } from './version-row.js';
import { toImportResponse, VersionImportResponse } from './version-imports.dto.js';
import { toRunResponse, VersionRunResponse } from './version-runs.dto.js';

export class DatasetReference {
  /** Name of the dataset. */
  @IsText(1, 250)
  name: string;

  /** Version of the dataset. */
  @IsText(1, 250)
  version: string;

  /** Digest of the dataset's content, `sha256:` and 64 hexadecimal digits. */
  @Optional()
  @IsDigest()
  digest?: string;
}

export class RegisterVersionRequest {
  /** The training run this version came from. */
  @Optional()
  @IsText(1, 250)
  runId?: string;

  /** Where the artifact lies, such as s3://bucket/key. */
  @IsText(1, 2_000)
  artifactUri: string;

  /** Digest of the artifact's bytes, `sha256:` and 64 hexadecimal digits. */
  @Optional()
  @IsDigest()
  artifactDigest?: string;

  /** The dataset the version was trained on. */
  @Optional()
  @IsNested(() => DatasetReference)
  dataset?: DatasetReference;

  /** The commit of the training code, 7 to 64 hexadecimal digits. */
  @Optional()
  @IsMatching(/^[0-9a-f]{7,64}$/, 'must be 7 to 64 lowercase hexadecimal digits')
  gitCommit?: string;

  /** Library the model was made with, and its version. */
  @Optional()
  @IsText(1, 250)
  framework?: string;

  /** Inputs and outputs of the model, as JSON. */
  @Optional()
  @IsJsonObject()
  signature?: Record<string, unknown>;

  /** Training parameters, as JSON. */
  @Optional()
  @IsJsonObject()
  params?: Record<string, unknown>;

  /** Training metrics, name to finite number; for information, gates judge by evaluations. */
  @Optional()
  @IsMetricMap()
  metrics?: Record<string, number>;

  /** What is special about this version, in Markdown. */
  @Optional()
  @IsText(0, 10_000)
  description?: string;

  /** Free labels, key to text. */
  @Optional()
  @IsTags()
  tags?: Record<string, string>;
}

/** A registration, with what MLflow's client says besides. */
export type Registration = RegisterVersionRequest & Partial<Record<'source' | 'runLink' | 'loggedModelId', string>>;

export class UpdateVersionRequest {
  /** New description; null empties it, absent keeps it. */
  @Clearable()
  @IsText(0, 10_000)
  description?: string | null;

  /** Tags to set; a null value removes that tag, tags not named stay, null instead of an object removes all. */
  @Clearable()
  @IsTagsPatch()
  tags?: Record<string, string | null> | null;
}

export class ListVersionsQuery extends ListQuery {
  /** Only versions in this stage. */
  @Optional()
  @IsOneOf(STAGES)
  stage?: Stage;
}

export class StageQuery {
  /** A moment in the past: answers the version that held Production then. A day alone, as in `2026-11-20`, is its first moment in UTC. */
  @Optional()
  @IsMoment()
  at?: string;
}

export class VersionResponse {
  /** Name of the model. */
  model: string;

  /** Number of the version: 1, 2, 3 and so on, never reused. */
  @IsCount(1)
  version: number;

  /** Where the version stands. */
  stage: Stage;

  /** When it came to stand there. */
  stageEnteredAt: Date;

  /** The training run this version came from. */
  runId: string | null;

  /** Where the artifact lies. */
  artifactUri: string;

  /** Digest of the artifact's bytes. */
  @IsDigest()
  artifactDigest: string | null;

  /** The dataset the version was trained on. */
  dataset: DatasetReference | null;

  /** The commit of the training code. */
  gitCommit: string | null;

  /** Library the model was made with, and its version. */
  framework: string | null;

  /** Inputs and outputs of the model. */
  signature: Record<string, unknown> | null;

  /** Training parameters. */
  params: Record<string, unknown>;

  /** Training metrics as the registrant reported them. */
  metrics: Record<string, number>;

  /** What is special about this version. */
  description: string;

  /** Free labels, key to text. */
  tags: Record<string, string>;

  /** Aliases that point at this version, champion included. */
  aliases: string[];

  /** Whether the version is barred from promotion and rollback. */
  quarantined: boolean;

  /** Why it is barred; null when it is not. */
  quarantineReason: string | null;

  /** When it was registered. */
  createdAt: Date;

  /** Who registered it. */
  createdBy: string;

  /** When description, tags, quarantine or stage last changed. */
  updatedAt: Date;

  /** When it last entered Production; null if never. */
  promotedAt: Date | null;

  /** Whose call put it there: the last approver's, where approval was needed. */
  promotedBy: string | null;

  /** Who asked for it to be put there. */
  promotionRequestedBy: string | null;

  /** Who approved it, in the order of their decisions; empty when nobody had to. */
  promotionApprovedBy: string[];

  /** What the registry said of it that it was taken over from; absent in lists and where it was registered here. */
  imported?: VersionImportResponse;

  /** What the tracking server says of its run; absent in lists and where no run is read. */
  run?: VersionRunResponse;
}

export class TenureResponse {
  /** When the version entered Production. */
  startedAt: Date;

  /** When it left Production; null while it is there. */
  endedAt: Date | null;

  /** Until when the times of the model are ahead of the database's clock, which was set back since: what is asked before it may be wrong. Null when they are not. */
  clockAheadUntil: Date | null;
}

export class StagedVersionResponse extends VersionResponse {
  /** The tenure of Production that `at` lies in; absent without `at`. */
  tenure?: TenureResponse;
}

export class VersionPage {
  /** The versions of this page, in the order asked for. */
  items: VersionResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toVersionResponse(row: VersionRow): VersionResponse {
  return {
    model: row.modelName,
    version: row.version,
    stage: row.stage,
    stageEnteredAt: row.stageEnteredAt,
    runId: row.runId,
    artifactUri: row.artifactUri,
    artifactDigest: row.artifactDigest,
    dataset: toDatasetReference(row),
    gitCommit: row.gitCommit,
    framework: row.framework,
    signature: row.signature,
    params: row.params,
    metrics: row.metrics,
    description: row.description,
    tags: row.tags,
    aliases: [...(row.stage === 'Production' ? ['champion'] : []), ...(row.aliases ?? [])],
    quarantined: row.quarantinedAt !== null,
    quarantineReason: row.quarantineReason,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    promotedAt: row.promotedAt,
    promotedBy: row.promotedBy,
    promotionRequestedBy: row.promotionRequestedBy,
    promotionApprovedBy: row.promotionApprovedBy,
    ...(row.imported && { imported: toImportResponse(row.imported) }),
    ...(row.run && { run: toRunResponse(row.run) }),
  };
}

export function toPastVersionResponse({ row, tenure, clockAheadUntil }: PastVersion): StagedVersionResponse {
  const { startedAt, endedAt } = tenure;
  return { ...toVersionResponse(row), tenure: { startedAt, endedAt, clockAheadUntil } };
}

function toDatasetReference(row: VersionRow): DatasetReference | null {
  if (row.datasetName === null || row.datasetVersion === null) return null;
  return {
    name: row.datasetName,
    version: row.datasetVersion,
    ...(row.datasetDigest && { digest: row.datasetDigest }),
  };
}
