import { type Session } from '../duckdb.engine.js';
import { engineFault } from '../engine-fault.js';
import { otherClasses } from '../pairs/other-rows.js';
import { agreementOfExamples, type KeptFiles, LEAST_AGREEMENT } from './examples-sql.js';
import { type EngineLimits, type EngineSource } from '../engine-task.js';
import { numberIn } from '../groups.js';
import { keptRows } from './kept.engine.js';
import { makeSliceTypes } from './loading.engine.js';
import { haveSameClasses, type PredictionSpec } from '../../prediction-layout.js';
import { probabilityColumn, sliceColumn } from '../sql-text.js';

type StoredSource = Extract<EngineSource, { kind: 'stored' }>;

/** Fills the table `rows` from kept files; every row needs a prediction. */
export async function loadStored(
  session: Session,
  source: StoredSource,
  spec: PredictionSpec,
  limits: EngineLimits,
): Promise<number> {
  const { predictions, rows } = source;
  if (!haveSameClasses(predictions.spec, rows.spec)) throw otherClasses(predictions, rows.spec);
  const kept = { predictions: await keptRows(session, predictions), rows: await keptRows(session, rows) };
  if (source.provesExamples) await proveExamples(session, source, kept);
  await session.run(mergeRows(kept, spec));
  const { n, first, id } = await session.row(
    `SELECT count(*) AS n, min(rowid) FILTER (WHERE is_missing) AS first, min(row_id) FILTER (WHERE is_missing) AS id FROM raw`,
  );
  if (first !== null) {
    const detail = `Version ${predictions.version} has no prediction for row '${String(id)}'; submit its predictions on this dataset.`;
    throw engineFault('ROW_SET_MISMATCH', detail);
  }
  await makeSliceTypes(session, 'raw', spec, limits);
  const sliced = spec.slices.map((_, index) => sliceColumn(index));
  const list = [
    `* EXCLUDE (${['is_missing', ...sliced].join(', ')})`,
    ...sliced.map((s) => `CAST(${s} AS slice_${s}) AS ${s}`),
  ];
  await session.run(`CREATE TABLE rows AS SELECT ${list.join(', ')} FROM raw ORDER BY row_id`);
  await session.run('DROP TABLE raw');
  return numberIn({ n }, 'n');
}

/** Predictions of other examples would make their version look bad, and let any other pass. */
async function proveExamples(session: Session, { predictions, rows }: StoredSource, kept: KeptFiles): Promise<void> {
  const { kappa } = await session.row(agreementOfExamples({ predictions, rows }, kept));
  if (typeof kappa === 'number' && kappa >= LEAST_AGREEMENT) return;
  const seen = typeof kappa === 'number' ? `agree by kappa ${kappa.toFixed(2)}` : 'cannot be told apart';
  const detail = `Labels and slices of the rows that version ${predictions.version} predicted and of this dataset ${seen}, less than ${LEAST_AGREEMENT}: their ids may name other examples. If they do not, ask for the evaluation yourself.`;
  throw engineFault('EXAMPLES_DIFFER', detail);
}

function mergeRows({ predictions, rows }: KeptFiles, spec: PredictionSpec): string {
  const { columns, task } = spec;
  const ofRows = ['row_id', 'label', ...(columns.weight ? ['weight'] : []), ...(columns.unit ? ['unit'] : [])];
  const slices = spec.slices.map((_, index) => sliceColumn(index));
  const probabilities = Object.keys(columns.probabilities ?? {}).map((_, index) => probabilityColumn(index));
  const predicted = [
    ...(task === 'ranking' ? [] : ['prediction']),
    ...(columns.score ? ['score'] : []),
    ...(columns.latencyMs ? ['latency'] : []),
    ...probabilities,
  ];
  const list = [
    ...[...ofRows, ...slices].map((name) => `r.${name}`),
    ...predicted.map((name) => `p.${name}`),
    'p.row_id IS NULL AS is_missing',
  ];
  const isSame = 'CAST(r.row_id AS VARCHAR) = CAST(p.row_id AS VARCHAR)';
  return `CREATE TABLE raw AS SELECT ${list.join(', ')} FROM ${rows} r LEFT JOIN ${predictions} p ON ${isSame}`;
}
