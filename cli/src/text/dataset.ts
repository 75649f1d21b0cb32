import { type DatasetVersionResponse } from '@stagegate/client';
import { countText } from './numbers.js';
import { type Cell, minute } from './table.js';

/** What is known of a dataset version, by name. */
export function datasetFacts(found: DatasetVersionResponse): [string, Cell][] {
  return [
    ['Dataset', `${found.name}@${found.version}`],
    ['Split', found.split],
    ['Rows', countText(found.rowCount)],
    ['Digest', found.digest],
    ['Registered', `${minute(found.createdAt)} by ${found.createdBy}`],
    ['Id', found.id],
    ['Description', found.description],
  ];
}
