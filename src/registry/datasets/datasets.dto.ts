import { LARGEST_COUNT } from '../../values/values.js';
import { IsCount, IsDigest, IsId, IsJsonObject, IsText, Optional, Shows } from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { MOST_FEATURES, MOST_VALUES } from './check-inventory.js';
import { type DatasetVersion } from './dataset-version.entity.js';

const VALUE_COUNTS = {
  type: 'object' as const,
  additionalProperties: { type: 'integer' as const, minimum: 0, maximum: LARGEST_COUNT },
};
const INVENTORY = {
  type: 'object' as const,
  maxProperties: MOST_FEATURES,
  additionalProperties: { ...VALUE_COUNTS, maxProperties: MOST_VALUES },
};

export class RegisterDatasetRequest {
  /** Name of the dataset. */
  @IsText(1, 250)
  name: string;

  /** Version of the dataset. */
  @IsText(1, 250)
  version: string;

  /** Part of the dataset, such as test. */
  @Optional()
  @IsText(1, 250)
  split?: string;

  /** Digest of the content, `sha256:` and 64 hexadecimal digits. */
  @Optional()
  @IsDigest()
  digest?: string;

  /** Number of rows. */
  @IsCount(0, LARGEST_COUNT)
  rowCount: number;

  /** Feature to value to number of rows, as in `{"sex": {"Female": 5421, "Male": 10860}}`; `__null__` counts rows without a value. */
  @IsJsonObject(1_000_000)
  @Shows(INVENTORY)
  inventory: Record<string, Record<string, number>>;

  /** What the dataset is. */
  @Optional()
  @IsText(0, 10_000)
  description?: string;
}

export class ListDatasetsQuery extends ListQuery {
  /** Only versions of the dataset of this name. */
  @Optional()
  @IsText(1, 250)
  name?: string;
}

export class DatasetVersionResponse {
  /** Identifier of the registered dataset version. */
  @IsId()
  id: string;

  /** Name of the dataset. */
  name: string;

  /** Version of the dataset. */
  version: string;

  /** Part of the dataset. */
  split: string | null;

  /** Digest of the content. */
  @IsDigest()
  digest: string | null;

  /** Number of rows. */
  @IsCount(0, LARGEST_COUNT)
  rowCount: number;

  /** Feature to value to number of rows. */
  @Shows({ type: 'object', additionalProperties: VALUE_COUNTS })
  inventory: Record<string, Record<string, number>>;

  /** What the dataset is. */
  description: string;

  /** When it was registered. */
  createdAt: Date;

  /** Who registered it. */
  createdBy: string;
}

export class DatasetVersionPage {
  /** The dataset versions of this page, newest first. */
  items: DatasetVersionResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toDatasetVersionResponse(row: DatasetVersion): DatasetVersionResponse {
  const { id, name, version, split, digest, inventory, description, createdAt, createdBy } = row;
  const rowCount = Number(row.rowCount);
  return { id, name, version, split, digest, rowCount, inventory, description, createdAt, createdBy };
}
