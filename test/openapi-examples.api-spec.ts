import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archivist } from '../src/record/archive/archivist.service.js';
import { TestApp } from './support/app/app.js';
import { checkAnswer, checkRequest, DOCUMENT } from './support/app/contract.js';
import { TrackingStandIn } from './support/app/tracking-server.js';
import { DRAWING_ENV } from './support/app/predictions.js';
import {
  EXAMPLES,
  methodOf,
  PREDICTIONS,
  readExample,
  shapeFaults,
  shown,
  type Step,
  STORY,
  Teller,
  writeExample,
} from './support/app/story.js';

/** `npm run openapi:examples` keeps the answers instead of comparing them. */
const KEEPS = process.env.STAGEGATE_KEEP_EXAMPLES === 'yes';
const REFUSED = 400;

const dataDir = mkdtempSync(join(tmpdir(), 'stagegate-examples-'));
let app: TestApp;
let tracking: TrackingStandIn;
let teller: Teller;

/** The run of the story, as a tracking server answers it. */
const RUN = {
  info: { run_id: '4f1c9d52ed74aeaa24378542a4cfd66b', status: 'FINISHED' },
  data: {
    metrics: [
      { key: 'example_count', value: 16281, timestamp: 1795922435016, step: 0 },
      { key: 'accuracy_score', value: 0.8524046434494196, timestamp: 1795922435016, step: 0 },
    ],
  },
  inputs: { dataset_inputs: [{ dataset: { name: 'adult-holdout', digest: 'aa04bdec' }, tags: [] }] },
};

beforeAll(async () => {
  tracking = await TrackingStandIn.start();
  tracking.runs[RUN.info.run_id] = RUN;
  // As the embedded default has it, but for the database.
  const env = {
    ...DRAWING_ENV,
    DATABASE_URL: '',
    STAGEGATE_DATA_DIR: dataDir,
    STAGEGATE_PREDICTIONS_ROOTS: PREDICTIONS,
    MLFLOW_TRACKING_URI: tracking.url,
  };
  app = await TestApp.start({ env });
  teller = new Teller(app);
});
afterAll(async () => {
  await app?.stop();
  await tracking?.goAway();
  rmSync(dataDir, { recursive: true, force: true });
});

const OPERATIONS = Object.values(DOCUMENT.paths).flatMap((item) => Object.values(item));
const operationOf = ({ operation }: Step) => OPERATIONS.find(({ operationId }) => operationId === operation)!;

/** What no request asks for: the oldest events are moved into a file. */
async function archiveBeginning(): Promise<void> {
  const order = { before: new Date(), folder: join(dataDir, 'archive'), mostEvents: 20 };
  expect(await app.nest.get(Archivist, { strict: false }).archiveNext(order)).toHaveProperty('segment');
}

it.each(STORY.map((step): [string, Step] => [step.name, step]))('%s answers as its example says', async (_, step) => {
  if (step.operation === 'listAuditSegments') await archiveBeginning();
  const { status, body } = await teller.tell(step);
  expect([status, status === step.status ? '' : body]).toEqual([step.status, '']);
  if (body === '') return;
  if (KEEPS) writeExample(step, body);
  const example = readExample(step);
  expect(shapeFaults(example, shown(body))).toEqual([]);
  if (typeof example === 'string') return;
  const headers = new Headers({ 'content-type': `application/${status < REFUSED ? '' : 'problem+'}json` });
  const path = step.path.replace(/\{[^}]+\}/g, 'id');
  checkAnswer(methodOf(step.operation), path, { status, headers, body: example });
});

it('every operation has an example, and every kept answer belongs to one', () => {
  const told = new Set(STORY.map(({ operation }) => operation));
  expect(OPERATIONS.map(({ operationId }) => operationId).filter((id) => !told.has(id))).toEqual([]);
  const names = STORY.filter(({ status }) => status !== 204).map(({ name }) => `${name}.json`);
  expect(readdirSync(join(EXAMPLES, 'answers')).sort()).toEqual(names.sort());
});

it('every request that is not refused for its shape is one that the document allows', () => {
  const sent = STORY.filter(({ body, name }) => body !== undefined && name !== 'setGatePolicy.misspelt');
  expect(sent.length).toBeGreaterThan(25);
  for (const step of sent) {
    const form = { request: JSON.stringify(step.body), file: '' };
    if (step.upload) checkRequest(operationOf(step), 'multipart/form-data', form);
    checkRequest(operationOf(step), 'application/json', step.body);
  }
});

it('the comparison of shapes notices a field, a type and an empty list', () => {
  const example = { a: 1, b: ['x'], c: null };
  expect(shapeFaults(example, { a: 2, b: ['y', 'z'], c: 'later' })).toEqual([]);
  expect(shapeFaults(example, { a: '2', b: [], d: 1 })).toHaveLength(4);
});
