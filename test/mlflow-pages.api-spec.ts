import { TestApp } from './support/app/app.js';
import { type Fields, type Team, teamOf } from './support/app/registry.js';

const MODELS = '//ajax-api/2.0/mlflow/registered-models';
const VERSIONS = '//ajax-api/2.0/mlflow/model-versions';
const NAME = 'seen-there';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
  await team.root.creates(NAME);
  await team.root.setsPolicy(NAME, { preset: 'open' });
  for (let version = 1; version <= 3; version += 1) await team.root.registers(NAME, { runId: 'run1' });
});
afterAll(() => app?.stop());

const query = (path: string, fields: Record<string, string>) => `${path}?${new URLSearchParams(fields).toString()}`;
const PROMPTS = 'tags.`mlflow.prompt.is_prompt` = ';

/** What the pages of MLflow 3.18.0 ask of a registry, as its bundle writes it, and the model that is found. */
const READS: [string, string, string | null][] = [
  ['the list of models', query(`${MODELS}/search`, { filter: '', max_results: '25', order_by: 'name ASC' }), NAME],
  ['its order by time', query(`${MODELS}/search`, { max_results: '10', order_by: 'timestamp DESC' }), NAME],
  ['its search', query(`${MODELS}/search`, { filter: "name ilike '%SEEN%'", max_results: '5' }), NAME],
  ['models to choose from', query(`${MODELS}/search`, { max_results: '1000' }), NAME],
  ['a model', query(`${MODELS}/get`, { name: NAME }), NAME],
  ['its versions', query(`${VERSIONS}/search`, { filter: `name='${NAME}'` }), NAME],
  [
    'pages of its versions',
    query(`${VERSIONS}/search`, {
      filter: `name='${NAME}'`,
      max_results: '10000',
      order_by: 'creation_timestamp DESC',
    }),
    NAME,
  ],
  ['versions of a run', query(`${VERSIONS}/search`, { filter: "run_id='run1'" }), NAME],
  ['versions of runs', query(`${VERSIONS}/search`, { filter: "run_id IN ('run1','run2')" }), NAME],
  ['a version', query(`${VERSIONS}/get`, { name: NAME, version: '1' }), NAME],
  ['prompts', query(`${MODELS}/search`, { filter: `${PROMPTS}'true'` }), null],
  [
    'prompts of an experiment',
    query(`${MODELS}/search`, { filter: `${PROMPTS}'true' AND tags.\`_mlflow_experiment_ids\` ILIKE '%,1,%'` }),
    null,
  ],
  ['prompts by name', query(`${MODELS}/search`, { filter: `${PROMPTS}'true' AND name ILIKE '%a%'` }), null],
  [
    'prompts to choose from',
    query(`${MODELS}/search`, { max_results: '1000', filter: "tag.mlflow.prompt.is_prompt = 'true'" }),
    null,
  ],
  ['versions of a prompt', query(`${VERSIONS}/search`, { filter: `name='x' AND ${PROMPTS}'true'` }), null],
  [
    'prompts of a run',
    query(`${VERSIONS}/search`, { filter: `${PROMPTS}'true' AND tags.\`mlflow.prompt.run_ids\` ILIKE "%run1%"` }),
    null,
  ],
];

it.each(READS)('%s is answered', async (_, path, found) => {
  const { status, body } = await team.viewer.send('GET', path);
  expect([status, JSON.stringify(body).includes(NAME)]).toEqual([200, found !== null]);
});

/** In the order in which somebody might press the buttons. */
const CHANGES: [string, string, string, Fields][] = [
  ['a new model', 'POST', `${MODELS}/create`, { name: 'new-there' }],
  ['a tag', 'POST', `${MODELS}/set-tag`, { name: 'new-there', key: 'team', value: 'risk' }],
  ['no tag', 'DELETE', `${MODELS}/delete-tag`, { name: 'new-there', key: 'team' }],
  ['a description', 'PATCH', `${MODELS}/update`, { name: 'new-there', description: 'Scores.' }],
  ['no model', 'DELETE', `${MODELS}/delete`, { name: 'new-there' }],
  [
    'a new version',
    'POST',
    `${VERSIONS}/create`,
    { name: NAME, source: 'mlflow-artifacts:/1/a', run_id: 'run1', tags: [], model_id: 'm-1' },
  ],
  ['a tag of a version', 'POST', `${VERSIONS}/set-tag`, { name: NAME, version: '1', key: 'a', value: 'b' }],
  ['no tag of a version', 'DELETE', `${VERSIONS}/delete-tag`, { name: NAME, version: '1', key: 'a' }],
  ['a description of a version', 'PATCH', `${VERSIONS}/update`, { name: NAME, version: '1', description: 'First.' }],
  ['an alias', 'POST', `${MODELS}/alias`, { name: NAME, alias: 'blue', version: '1' }],
  ['no alias', 'DELETE', `${MODELS}/alias`, { name: NAME, alias: 'blue', version: '1' }],
  [
    'another stage',
    'POST',
    `${VERSIONS}/transition-stage`,
    { name: NAME, version: '1', stage: 'Production', archive_existing_versions: true },
  ],
  ['no version', 'DELETE', `${VERSIONS}/delete`, { name: NAME, version: '3' }],
];

it('what is pressed there is done', async () => {
  const done: [string, number][] = [];
  for (const [what, method, path, body] of CHANGES)
    done.push([what, (await team.root.send(method, path, body)).status]);
  expect(done).toEqual(CHANGES.map(([what]) => [what, 200]));
});

/** What the bundle can ask besides, and is deliberately not here; docs/mlflow.md says so. */
const ABSENT: [string, string, string, Fields | undefined, number, string][] = [
  [
    'a prompt',
    'POST',
    `${MODELS}/create`,
    { name: 'p', tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] },
    501,
    'FEATURE_DISABLED',
  ],
  ['the former list', 'GET', `${MODELS}/list`, undefined, 404, 'ENDPOINT_NOT_FOUND'],
];

it.each(ABSENT)('%s is refused in words', async (_, method, path, sent, status, code) => {
  const answer = await team.root.send(method, path, sent);
  expect([answer.status, answer.body.error_code]).toEqual([status, code]);
  expect(answer.body.message).not.toBe('');
});
