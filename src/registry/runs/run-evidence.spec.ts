import { parseRun } from './mlflow-run.js';
import { toRunRecord } from './run-evidence.js';

const MODEL_FILE = `
model_id: m-1
signature:
  inputs: '[{"type": "double", "name": "a", "required": true}, {"type": "double",
    "name": "b", "required": true}]'
  outputs: '[{"type": "long", "required": true}]'
  params: null
`;

const run = (data: object, info: object = {}) => parseRun({ run: { info: { run_id: 'r1', ...info }, data } });

it('keeps params, last metrics, datasets, commit and signature of a run', () => {
  const told = parseRun({
    run: {
      info: { run_id: 'r1', run_name: 'gnat', user_id: 'ann', status: 'FINISHED', start_time: 1000, end_time: 2000 },
      data: {
        params: [{ key: 'C', value: '1.0' }],
        metrics: [
          { key: 'loss', value: 2, timestamp: 2 },
          { key: 'loss', value: 3, timestamp: 1 },
          { key: 'odd', value: 'NaN' },
        ],
        tags: [{ key: 'mlflow.source.git.commit', value: '0123456' }],
      },
      inputs: { dataset_inputs: [{ dataset: { name: 'd', digest: 'aa' }, tags: [] }] },
    },
  });
  expect(toRunRecord(told, MODEL_FILE)).toEqual({
    runId: 'r1',
    name: 'gnat',
    status: 'FINISHED',
    user: 'ann',
    startedAt: '1970-01-01T00:00:01.000Z',
    endedAt: '1970-01-01T00:00:02.000Z',
    params: { C: '1.0' },
    metrics: { loss: 2 },
    datasets: [{ name: 'd', digest: 'aa', context: null }],
    gitCommit: '0123456',
    signature: {
      inputs: [
        { type: 'double', name: 'a', required: true },
        { type: 'double', name: 'b', required: true },
      ],
      outputs: [{ type: 'long', required: true }],
      params: null,
    },
    leftOut: 0,
  });
});

it('reads the signature that older clients wrote into the run', () => {
  const history = JSON.stringify([{ signature: { inputs: '[{"type":"double"}]', outputs: null } }]);
  const record = toRunRecord(run({ tags: [{ key: 'mlflow.log-model.history', value: history }] }), null);
  expect(record.signature).toEqual({ inputs: [{ type: 'double' }], outputs: null });
});

it.each(['', '{', 'signature: 5', 'a: b: c', 'signature: {inputs: "["}'])(
  'finds no signature in %j, or an empty part',
  (text) => {
    const { signature } = toRunRecord(run({}), text);
    expect(signature === null || signature.inputs === null).toBe(true);
  },
);

it('says how much it leaves out, and leaves out what the database cannot hold', () => {
  const params = Array.from({ length: 1_200 }, (_, at) => ({ key: `p${String(at).padStart(4, '0')}`, value: 'x\0y' }));
  const record = toRunRecord(run({ params }), null);
  expect([Object.keys(record.params).length, record.params.p0000, record.leftOut]).toEqual([1_000, 'xy', 200]);
});

it('is no run what is none', () => {
  expect(() => parseRun({ error_code: 'X' })).toThrow();
});
