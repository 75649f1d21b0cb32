import {
  Clearable,
  IsCount,
  IsListOf,
  IsOneOf,
  IsTags,
  IsText,
  IsTimestamp,
  IsTruth,
  Optional,
} from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { STAGES, type Stage } from '../../values/stage.js';
import { RegisterVersionRequest } from '../../registry/versions/versions.dto.js';
import { FINDING_CODES, type FindingCode, SUBJECTS, type Subject } from './import-plan.js';

export class ImportedVersionRequest extends RegisterVersionRequest {
  /** Its number there; numbers that are left out are never given. */
  @IsCount(1)
  version: number;

  /** Where MLflow was told that it lies, when that is not the artifact itself. */
  @Optional()
  @IsText(1, 2_000)
  source?: string;

  /** The page of its run. */
  @Optional()
  @IsText(1, 2_000)
  runLink?: string;

  /** The logged model of MLflow that it was made of. */
  @Optional()
  @IsText(1, 500)
  loggedModelId?: string;

  /** Where it stands there. */
  @IsOneOf(STAGES)
  stage: Stage;

  /** Why it is barred from promotion and rollback there; it is then barred here, and an import releases none. */
  @Optional()
  @IsStatement(2_000)
  quarantineReason?: string;

  /** When it was registered there. */
  @IsTimestamp()
  createdAt: string;

  /** Who registered it there. */
  @Optional()
  @IsText(1, 250)
  createdBy?: string;

  /** When it last changed there. */
  @IsTimestamp()
  updatedAt: string;
}

export class ImportedAliasRequest {
  /** Name of the alias. */
  @IsText(1, 256)
  alias: string;

  /** The version it points at. */
  @IsCount(1)
  version: number;
}

export class ImportModelRequest {
  /** Address of the registry that it is taken over from. */
  @IsText(1, 500)
  source: string;

  /** Answers what would change and changes nothing. */
  @Optional()
  @IsTruth()
  dryRun?: boolean;

  /** What the model is for. */
  @Optional()
  @IsText(0, 10_000)
  description?: string;

  /** Free labels, key to text. */
  @Optional()
  @IsTags()
  tags?: Record<string, string>;

  /** Person or team that answers for the model; null for nobody, absent leaves who is named here. */
  @Clearable()
  @IsText(1, 200)
  owner?: string | null;

  /** When the model was created there. */
  @IsTimestamp()
  createdAt: string;

  /** Who created it there. */
  @Optional()
  @IsText(1, 250)
  createdBy?: string;

  /** When it last changed there. */
  @IsTimestamp()
  updatedAt: string;

  /** Versions of it by ascending number, at most one of them in Production; more follow by further requests. */
  @IsListOf(() => ImportedVersionRequest, 0, 200)
  versions: ImportedVersionRequest[];

  /** Its aliases but champion, which follows Production; absent leaves all aliases as they are. */
  @Optional()
  @IsListOf(() => ImportedAliasRequest, 0, 1_000)
  aliases?: ImportedAliasRequest[];
}

export class ImportChange {
  /** What changes. */
  @IsOneOf(SUBJECTS)
  subject: Subject;

  /** The version that it is of; null for the model. */
  @IsCount(1)
  version: number | null;

  /** The alias, where it is one. */
  name: string | null;

  /** What it is here, as text; null where it is not there. */
  from: string | null;

  /** What it becomes, as text; null where it goes. */
  to: string | null;
}

export class ImportFinding {
  /** Why something was not taken over as it is there. */
  @IsOneOf(FINDING_CODES)
  code: FindingCode;

  /** The version that it is of; null for the model. */
  @IsCount(1)
  version: number | null;

  /** What was found, in a sentence. */
  detail: string;
}

export class ImportModelResponse {
  /** Name of the model. */
  model: string;

  /** Whether nothing was changed, as was asked. */
  dryRun: boolean;

  /** What changed, or would. */
  changes: ImportChange[];

  /** What differs and stays as it is here. */
  findings: ImportFinding[];

  /** Versions that were as they are there. */
  @IsCount()
  unchanged: number;
}
