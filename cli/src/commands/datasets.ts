import {
  type DatasetVersionResponse,
  listDatasets,
  registerDataset,
  type RegisterDatasetRequest,
} from '@stagegate/client';
import { type Command } from 'commander';
import { readDocument } from '../documents.js';
import { Failure } from '../failure.js';
import { first } from '../lists.js';
import { dataset } from '../parsers.js';
import { action, type Session } from '../session.js';
import { datasetFacts } from '../text/dataset.js';
import { countText } from '../text/numbers.js';
import { fields, minute, table } from '../text/table.js';
import { limitOption } from './options.js';

export function addDatasets(program: Command): void {
  const datasets = program.command('dataset').description('Registered datasets, and which slices they hold');
  datasets
    .command('list')
    .description('Lists the registered dataset versions, newest first')
    .option('--name <name>', 'only versions of this dataset')
    .addOption(limitOption())
    .action(action(list));
  datasets
    .command('show')
    .description('Shows a dataset version with its slices')
    .argument('<name@version>', 'name and version', dataset)
    .action(action(show));
  datasets
    .command('register')
    .description('Registers a dataset version, so that gates notice a slice that no evaluation has')
    .argument('<file>', 'name, version, rowCount and inventory as YAML or JSON, - for standard input')
    .action(action(register));
}

async function list(session: Session, { name, limit }: { name?: string; limit: number }): Promise<void> {
  const items = await first(listDatasets, { client: session.client, query: { name } }, limit);
  const rows = items.map((one) => [
    one.name,
    one.version,
    one.split,
    one.rowCount,
    Object.keys(one.inventory).join(', '),
    one.createdBy,
    minute(one.createdAt),
  ]);
  const titles = ['DATASET', 'VERSION', 'SPLIT', 'ROWS', 'FEATURES', 'BY', 'REGISTERED (UTC)'];
  session.answer(items, () => table(titles, rows, session.page));
}

async function show(
  session: Session,
  _options: unknown,
  { name, version }: { name: string; version: string },
): Promise<void> {
  const { client, page } = session;
  const quoted = `'${version.replaceAll("'", "''")}'`;
  const items = await first(listDatasets, { client, query: { name, filter: `version = ${quoted}` } }, 200);
  if (items.length === 0) throw new Failure('NOT_FOUND', `The dataset ${name}@${version} is not registered.`);
  session.answer(items, () =>
    items.flatMap((one) => [fields(datasetFacts(one), page), ...inventoryText(session, one)]),
  );
}

function inventoryText({ page }: Session, { inventory }: DatasetVersionResponse): string[] {
  const rows = Object.entries(inventory).flatMap(([feature, values]) =>
    Object.entries(values).map(([value, count]) => [feature, value, countText(count)]),
  );
  return rows.length === 0 ? [] : [table(['FEATURE', 'VALUE', { title: 'ROWS', align: 'right' }], rows, page)];
}

async function register(session: Session, _options: unknown, file: string): Promise<void> {
  const body = await readDocument<RegisterDatasetRequest>(file);
  const found = await registerDataset({ client: session.client, body });
  session.answer(found, () => `Registered the dataset ${found.name}@${found.version}.`);
}
