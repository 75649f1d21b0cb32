import { type EntityManager } from 'typeorm';
import { type Bind } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { STAGES } from '../../values/stage.js';
import { type VersionRow } from './version-row.js';
import { type ListVersionsQuery } from './versions.dto.js';
import { VERSION_ROW } from './versions.queries.js';

/**
 * The value of a metric in the newest evaluation that measured it over the whole of its dataset: of any dataset, or of one
 * that is named, or of one version of that.
 */
function newestMeasure({ name, on }: { name: string; on: readonly string[] }, bind: Bind): string {
  const metric = `${bind(name)}::text`;
  const datasets = ['n.dataset_name', 'n.dataset_version'].slice(0, on.length);
  const conditions = [
    'n.model_id = v.model_id',
    'n.version = v.version',
    `n.metrics ? ${metric}`,
    ...datasets.map((column, index) => `${column} = ${bind(on[index])}`),
  ];
  return `SELECT (n.metrics ->> ${metric})::float8 AS value FROM version_metrics n WHERE ${conditions.join(' AND ')}
    ORDER BY n.measured_at DESC, n.evaluation_id DESC LIMIT 1`;
}

/** The versions of a model. */
export const VERSION_LIST: ListSource = {
  name: 'versions',
  select: VERSION_ROW,
  from: 'model_versions v',
  where: 'v.deleted_at IS NULL',
  fields: {
    version: { column: 'v.version', type: 'integer', sortable: true },
    stage: { column: 'v.stage', type: 'text', values: STAGES },
    runId: { column: 'v.run_id', type: 'text' },
    dataset: { column: 'v.dataset_name', type: 'text' },
    datasetVersion: { column: 'v.dataset_version', type: 'text' },
    artifactUri: { column: 'v.artifact_uri', type: 'text' },
    artifactDigest: { column: 'v.artifact_digest', type: 'text' },
    gitCommit: { column: 'v.git_commit', type: 'text' },
    framework: { column: 'v.framework', type: 'text' },
    description: { column: 'v.description', type: 'text' },
    createdBy: { column: 'v.created_by', type: 'text' },
    createdAt: { column: 'v.created_at', type: 'timestamptz', sortable: true, ordered: 'version' },
    updatedAt: { column: 'v.updated_at', type: 'timestamptz', sortable: true },
    quarantined: { column: '(v.quarantined_at IS NOT NULL)', type: 'boolean' },
    tags: { column: 'v.tags', type: 'tags' },
    params: { column: 'v.params', type: 'params', sortable: true },
    metrics: { column: 'v.metrics', type: 'metrics', sortable: true, lookUp: newestMeasure },
  },
  defaultSort: '-version',
  tieBreaker: 'version',
};

export function listVersionRows(
  manager: EntityManager,
  modelId: string,
  query: ListVersionsQuery,
): Promise<Page<VersionRow>> {
  return readPage(manager, VERSION_LIST, query, { 'v.model_id = ?': modelId, 'v.stage = ?': query.stage });
}
