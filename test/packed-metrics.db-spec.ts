import { type DataSource, type QueryRunner } from 'typeorm';
import { createDataSource, MIGRATIONS } from '../src/database.js';
import { findEvaluationRow } from '../src/measuring/evaluations/evaluations.queries.js';
import { PackMetrics1795888700200 } from '../migrations/1795888700200-pack-metrics.js';
import { KeepNewestMetrics1795890100000 } from '../migrations/1795890100000-keep-newest-metrics.js';
import { createEmptyDatabase, type TestDatabase } from './support/app/database.js';

/** What an evaluation of the time before holds is read the same once its rows are one, and is given back unchanged. */
let database: TestDatabase;
let dataSource: DataSource;
let runner: QueryRunner;

const MODEL = '01930000-0000-7000-8000-000000000001';
const [WITH_ALL, WITH_FEW] = ['01930000-0000-7000-8000-00000000000a', '01930000-0000-7000-8000-00000000000b'];

const FORMER_ROWS = `
  INSERT INTO models (id, name, created_at, created_by, updated_at) VALUES ('${MODEL}', 'old', now(), 'x', now());
  INSERT INTO model_versions (model_id, artifact_uri, created_by) VALUES ('${MODEL}', 'x', 'x');
  INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluated_at, digest, created_at, created_by)
    SELECT id::uuid, '${MODEL}', 1, 'd', '1', now(), 'x', now(), 'x' FROM unnest(ARRAY['${WITH_ALL}', '${WITH_FEW}']) id;
  INSERT INTO evaluation_metrics VALUES
    ('${WITH_ALL}', 'f1', '{"sex":"Female"}', 0.1, 9007199254740991, 0.01, 0.05, 0.2, 0.95, 'points', 'sklearn.f1@macro'),
    ('${WITH_ALL}', 'f1', '{}', 5e-324, 0, NULL, NULL, NULL, NULL, NULL, NULL),
    ('${WITH_ALL}', 'recall', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    ('${WITH_FEW}', 'naïve "quoted", {braced}', '{"a\\\\":"NULL"}', -1.7976931348623157e308, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
  INSERT INTO evaluation_metrics (evaluation_id, name, slice_key, value)
    SELECT '${WITH_FEW}', 'metric-' || i, '{}', i / 7.0 FROM generate_series(1, 1000) i;`;

beforeAll(async () => {
  database = await createEmptyDatabase();
  dataSource = await createDataSource(database.url).initialize();
  runner = dataSource.createQueryRunner();
  for (const Migration of MIGRATIONS.slice(0, MIGRATIONS.indexOf(PackMetrics1795888700200))) {
    await new Migration().up(runner);
  }
  await dataSource.query(FORMER_ROWS);
});
afterAll(async () => {
  await runner?.release();
  await dataSource?.destroy();
  await database?.drop();
});

const allRows = (): Promise<unknown[]> =>
  dataSource.query('SELECT * FROM evaluation_metrics ORDER BY evaluation_id, name, slice_key');

it('metrics of the form before are packed without loss, and unpacked the same', async () => {
  const before = await allRows();
  await new PackMetrics1795888700200().up(runner);
  const all = await findEvaluationRow(dataSource.manager, WITH_ALL);
  const nothing = { standardError: null, ciLow: null, ciHigh: null, ciLevel: null, unit: null, definition: null };
  const interval = { standardError: 0.01, ciLow: 0.05, ciHigh: 0.2, ciLevel: 0.95 };
  const told = { unit: 'points', definition: 'sklearn.f1@macro' };
  expect(all).toMatchObject({ metricCount: 3 });
  expect(all!.metrics.toSorted((one, other) => Number(one.count) - Number(other.count))).toEqual([
    { ...nothing, name: 'f1', sliceKey: '{}', value: 5e-324, count: 0 },
    { ...nothing, name: 'recall', sliceKey: '{}', value: null, count: null },
    { ...interval, ...told, name: 'f1', sliceKey: '{"sex":"Female"}', value: 0.1, count: Number.MAX_SAFE_INTEGER },
  ]);
  const few = await findEvaluationRow(dataSource.manager, WITH_FEW);
  expect(few).toMatchObject({ metricCount: 1_001, pairedCount: 0 });
  expect(few!.metrics.find(({ name }) => name.startsWith('na'))).toMatchObject({
    name: 'naïve "quoted", {braced}',
    sliceKey: String.raw`{"a\\":"NULL"}`,
    value: -Number.MAX_VALUE,
  });
  const [packed]: [{ units: unknown }] = await dataSource.query(
    `SELECT units FROM evaluation_metrics WHERE evaluation_id = '${WITH_FEW}'`,
  );
  expect(packed.units).toBeNull();
  await expect(dataSource.query('DELETE FROM evaluation_metrics')).rejects.toThrow(/refused/);
  await new PackMetrics1795888700200().down(runner);
  expect(await allRows()).toEqual(before);
  await expect(dataSource.query('DELETE FROM evaluation_metrics')).rejects.toThrow(/refused/);
});

it('metrics of the whole stand beside their version, of evaluations before and after, as long as they are the newest', async () => {
  await new PackMetrics1795888700200().up(runner);
  await new KeepNewestMetrics1795890100000().up(runner);
  const kept = (): Promise<{ id: string; names: string[]; f1: unknown }[]> =>
    dataSource.query(`SELECT evaluation_id AS id, ARRAY(SELECT jsonb_object_keys(metrics) LIMIT 3) AS names, metrics -> 'f1' AS f1
      FROM version_metrics ORDER BY evaluation_id`);
  const submit = async (id: string, metrics: string, slices = `'{"{}"}'`): Promise<void> => {
    await dataSource.query(`
      INSERT INTO evaluations (id, model_id, version, dataset_name, dataset_version, evaluated_at, digest, created_at, created_by)
        VALUES ('${id}', '${MODEL}', 1, 'd', '1', now(), 'x', now() + interval '1 day', 'x')`);
    await dataSource.query(
      `INSERT INTO evaluation_metrics (evaluation_id, size, names, slice_keys) VALUES ('${id}', 1, '${metrics}', ${slices})`,
    );
  };
  const before = await kept();
  expect(before).toEqual([
    { id: WITH_ALL, names: ['f1', 'recall'], f1: 5e-324 },
    { id: WITH_FEW, names: expect.any(Array), f1: null },
  ]);
  const [third, fourth, fifth] = ['c', 'd', 'e'].map((digit) => WITH_ALL.replace(/a$/, digit)) as [
    string,
    string,
    string,
  ];
  await submit(third, '{auc}');
  await submit(fourth, '{auc}');
  await submit(fifth, '{auc}', `'{"{\\"a\\":\\"b\\"}"}'`);
  expect(await kept()).toEqual([...before, { id: fourth, names: ['auc'], f1: null }]);
  await new KeepNewestMetrics1795890100000().down(runner);
});
