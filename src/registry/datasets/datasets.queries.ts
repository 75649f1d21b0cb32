import { type EntityManager } from 'typeorm';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT, RANGE } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type Page } from '../../platform/lists/page.dto.js';
import { DatasetVersion } from './dataset-version.entity.js';
import { type ListDatasetsQuery } from './datasets.dto.js';

/** The registered dataset versions; ids grow with time, so the newest come first by id. */
export const DATASET_LIST: ListSource = {
  name: 'datasets',
  select: columnsOf(DatasetVersion, 'd'),
  from: 'dataset_versions d',
  fields: {
    id: { column: 'd.id', type: 'uuid', sortable: true, operators: EXACT },
    name: { column: 'd.name', type: 'text', sortable: true, operators: EXACT },
    version: { column: 'd.version', type: 'text', operators: EXACT },
    digest: { column: 'd.digest', type: 'text', operators: [...EXACT, 'is null'] },
    createdBy: { column: 'd.created_by', type: 'text', operators: EXACT },
    createdAt: { column: 'd.created_at', type: 'timestamptz', sortable: true, operators: RANGE },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

export function listDatasetRows(manager: EntityManager, query: ListDatasetsQuery): Promise<Page<DatasetVersion>> {
  return readPage(manager, DATASET_LIST, query, { 'd.name = ?': query.name });
}
