import { TestApp } from './support/app/app.js';
import { type Answer } from './support/app/client.js';
import { type Team, teamOf, uniqueName } from './support/app/registry.js';

let app: TestApp;
let team: Team;

beforeAll(async () => {
  app = await TestApp.start();
  team = await teamOf(app);
});
afterAll(() => app?.stop());

const ROUNDS = 10;
const CALLERS = 8;

/** What is refused while others are faster, said as MLflow says it and never in the words of a database. */
const REFUSALS = [
  [400, 'RESOURCE_ALREADY_EXISTS'],
  [404, 'RESOURCE_DOES_NOT_EXIST'],
];

function sends(method: string, path: string, fields: object): Promise<Answer> {
  return team.root.send(method, `//api/2.0/mlflow/${path}`, fields);
}

/** Sends all at once; of each answer null for a success, or its status and code. */
async function together(requests: Promise<Answer>[]): Promise<([number, string] | null)[]> {
  const answers = await Promise.all(requests);
  return answers.map(({ status, body }) => (status === 200 ? null : [status, body.error_code as string]));
}

async function versionsOf(name: string): Promise<number[]> {
  const versions = await team.root.readsAll(`/models/${name}/versions`);
  return versions.map(({ version }) => version as number).sort((a, b) => a - b);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('eight callers at once', () => {
  it('make a model once, and number its versions without a gap', async () => {
    const name = uniqueName('race');
    const made = await together(upTo(CALLERS).map(() => sends('POST', 'registered-models/create', { name })));
    expect(made.filter((refusal) => refusal === null)).toHaveLength(1);
    expect(made.filter((refusal) => refusal !== null)).toEqual(upTo(CALLERS - 1).map(() => REFUSALS[0]));
    const source = 's3://race/m';
    const registered = await together(
      upTo(CALLERS).map(() => sends('POST', 'model-versions/create', { name, source })),
    );
    expect(registered).toEqual(upTo(CALLERS).map(() => null));
    expect(await versionsOf(name)).toEqual(upTo(CALLERS));
  });

  it('lose nothing while the model is renamed', async () => {
    const name = uniqueName('race');
    await sends('POST', 'registered-models/create', { name });
    const source = 's3://race/m';
    const [renamed, ...registered] = await together([
      sends('POST', 'registered-models/rename', { name, new_name: `${name}-renamed` }),
      ...upTo(CALLERS - 1).map(() => sends('POST', 'model-versions/create', { name, source })),
    ]);
    expect(renamed).toBeNull();
    const late = registered.filter((refusal) => refusal !== null);
    expect(late).toEqual(late.map(() => REFUSALS[1]));
    expect(await versionsOf(`${name}-renamed`)).toEqual(upTo(registered.length - late.length));
  });

  it('leave no alias at a version that one of them deletes', async () => {
    const name = uniqueName('race');
    await sends('POST', 'registered-models/create', { name });
    for (const version of upTo(ROUNDS)) {
      await sends('POST', 'model-versions/create', { name, source: 's3://race/m' });
      const key = { name, version: String(version) };
      const [deleted, ...set] = await together([
        sends('DELETE', 'model-versions/delete', key),
        ...['blue', 'green', 'red'].map((alias) => sends('POST', 'registered-models/alias', { ...key, alias })),
      ]);
      expect(deleted).toBeNull();
      const late = set.filter((refusal) => refusal !== null);
      expect(late).toEqual(late.map(() => REFUSALS[1]));
      expect((await team.root.get(`/models/${name}`)).aliases).toEqual({});
    }
  });
});
