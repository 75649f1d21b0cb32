import { type ComparisonResponse, type ComparisonRowResponse, compareVersions } from '@stagegate/client';
import { type Command } from 'commander';
import { count } from '../parsers.js';
import { action, type Session } from '../session.js';
import { changeText, countText, sliceText, valueText } from '../text/numbers.js';
import { type Column, table } from '../text/table.js';
import { limitOption, modelArgument, versionArgument } from './options.js';

const IN_WORDS: Readonly<Record<ComparisonRowResponse['hint'], string>> = {
  better: 'better',
  worse: 'worse',
  no_difference_shown: 'no difference shown',
  only_challenger: 'only the challenger',
  only_incumbent: 'only the incumbent',
  unknown: 'unknown',
};
const LARGEST_PAGE = 200;

interface CompareOptions {
  dataset?: string;
  metric?: string;
  limit: number;
}

export function addCompare(program: Command): void {
  program
    .command('compare')
    .description('Compares a version with another, metric by metric and slice by slice')
    .addArgument(modelArgument())
    .addArgument(versionArgument())
    .argument('[incumbent]', 'the version to compare it with; the one in Production unless given', count)
    .option(
      '--dataset <name>',
      "the dataset both were measured on; that of the version's newest evaluation unless given",
    )
    .option('--metric <metric>', 'only this metric')
    .addOption(limitOption(200))
    .action(action(compare));
}

async function compare(
  session: Session,
  { dataset, metric, limit }: CompareOptions,
  model: string,
  ...[challenger, incumbent]: [number, number?]
): Promise<void> {
  const query = { challenger, incumbent, dataset, metric };
  const found = await compared(session, model, query, limit);
  const right = (title: string): Column => ({ title, align: 'right' });
  const columns: Column[] = [
    'METRIC',
    'SLICE',
    right(`V${found.challenger}`),
    right(`V${found.incumbent}`),
    right('CHANGE'),
    { title: 'BOUNDS', align: 'right', optional: 1 },
    right('N'),
    'SHOWS',
  ];
  const rows = found.rows.map((row) => [
    row.metric,
    sliceText(row.slice),
    valueText(row.challenger),
    valueText(row.incumbent),
    changeText(row.delta),
    row.lower === null || row.upper === null ? null : `${changeText(row.lower)} … ${changeText(row.upper)}`,
    countText(row.count),
    IN_WORDS[row.hint],
  ]);
  session.answer(found, () => [
    `${model} ${found.challenger}, compared with version ${found.incumbent} on ${found.dataset.name}@${found.dataset.version}`,
    table(columns, rows, session.page),
    ...(found.nextCursor === null ? [] : ['There is more; --limit shows it.']),
  ]);
}

/** The comparison with as many rows as asked for, over as many pages as that takes. */
async function compared(
  { client }: Session,
  model: string,
  query: { challenger: number; incumbent?: number; dataset?: string; metric?: string },
  limit: number,
): Promise<ComparisonResponse> {
  let found: ComparisonResponse | null = null;
  for (;;) {
    const rows: ComparisonRowResponse[] = found?.rows ?? [];
    const page: ComparisonResponse = await compareVersions({
      client,
      path: { model },
      query: { ...query, limit: Math.min(limit - rows.length, LARGEST_PAGE), cursor: found?.nextCursor ?? undefined },
    });
    found = { ...page, rows: [...rows, ...page.rows] };
    if (found.nextCursor === null || found.rows.length >= limit) return found;
  }
}
