import { type TestApp } from './app.js';
import { type Json } from './client.js';
import { ACCURACY_POLICY, type Fields, gatedModel, Person, type Team, teamOf, uniqueName } from './registry.js';

const DIGEST = 'ab'.repeat(32);
const ARTIFACT = `sha256:${DIGEST}`;
const DAY_MS = 86_400_000;

/** Brings about at least a row in each table that decides who may do what, and what may be promoted; answers an administrator. */
export async function governedRegistry(app: TestApp): Promise<Person> {
  const team = await teamOf(app);
  const { ci, anna, root } = team;
  const ruth = await Person.of(app, 'ruth', 'admin');

  await root.put('/roles/auditor', { permissions: ['registry:read'], description: 'Reads.' });
  await root.post('/role-bindings', { subject: 'ada', role: 'auditor', modelPrefix: 'risk-' });
  await root.post('/trust-rules', {
    issuer: 'https://ci.example',
    audience: 'stagegate',
    claims: { repository_id: '42' },
    roles: ['contributor'],
  });
  await root.post('/webhooks', { url: 'http://127.0.0.1:9/hook', types: ['*'] });
  const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  await root.post('/freezes', { name: 'Later', reason: 'Year end.', start: day(300), end: day(301) });
  await root.post('/datasets', {
    name: 'census',
    version: '1',
    rowCount: 3,
    inventory: { sex: { Female: 1, Male: 2 } },
  });

  const model = await gatedModel(team, [0.9, 0.9]);
  const { version } = await ci.registers(model, { artifactDigest: ARTIFACT });
  await ci.post(`/models/${model}/versions/${version}/signatures`, signedStatement());
  await ci.evaluates(model, version, { accuracy: 0.9 });
  await ci.promotes(model, 1);
  const pair = { incumbentVersion: 1, slice: {}, kind: 'binary8', counts: { '111': 10, '000': 5 } };
  await ci.evaluates(model, 2, { accuracy: 0.9 }, { paired: [pair] });
  const applied = await ci.promotes(model, version);
  await aliased(team, model);
  await ci.get(`/transitions/${applied.id}/attestation`);
  await anna.rollsBack(model);
  await overridden(team, ruth);
  await waived(root, anna, ci);
  await decided(root, anna, ci);
  await imported(root);
  await app
    .anonymous()
    .send('POST', '/sessions', { token: anna.token }, { headers: { 'sec-fetch-site': 'same-origin' } });
  return root;
}

/** Aliases that were pointed elsewhere, taken away, and gone with their version, as well as some that stand. */
async function aliased({ ci, root }: Team, model: string): Promise<void> {
  const { version } = await ci.registers(model);
  for (const alias of ['candidate', 'gone', 'taken']) await ci.pointsAlias(model, alias, 1);
  await ci.pointsAlias(model, 'candidate', 2);
  await ci.pointsAlias(model, 'gone', version);
  await ci.delete(`/models/${model}/aliases/taken`);
  await root.delete(`/models/${model}/versions/${version}`);
}

/** An envelope of somebody's, whose signature nobody has checked. */
function signedStatement(): Fields {
  const payload = Buffer.from(JSON.stringify({ subject: [{ digest: { sha256: DIGEST } }] })).toString('base64');
  return { payloadType: 'application/vnd.in-toto+json', payload, signatures: [{ sig: 'AAAA' }] };
}

async function overridden(team: Team, ruth: Person): Promise<void> {
  const model = await gatedModel(team, [0.5]);
  const asked = { toStage: 'Production', reason: 'Production answers nothing.', ticket: 'INC-7' };
  const transition: Json = await team.root.post(`/models/${model}/versions/1/break-glass`, asked, 202);
  await ruth.approves({ id: transition.id });
}

async function waived(root: Person, anna: Person, ci: Person): Promise<void> {
  const model = await ci.creates();
  const rules = [{ id: 'shown', metric: 'accuracy', min: 0.895, bound: 'lower_confidence' }];
  await root.setsPolicy(model, { ...ACCURACY_POLICY, rules });
  await ci.registers(model);
  await ci.evaluates(model, 1, [{ name: 'accuracy', slice: {}, value: 0.9, count: 1_000 }]);
  const asked = { toStage: 'Production', ruleId: 'shown', reason: 'Too few rows from the north yet; more on Monday.' };
  await anna.post(`/models/${model}/versions/1/waivers`, asked);
}

async function decided(root: Person, anna: Person, ci: Person): Promise<void> {
  const model = await ci.creates();
  const governed = { ...ACCURACY_POLICY, policyChanges: { approvals: { slots: [{ role: 'approver', count: 2 }] } } };
  await root.setsPolicy(model, governed);
  const change: Json = await root.put(`/models/${model}/gate-policy`, { ...governed, allowSkipStaging: false }, 202);
  await anna.post(`/policy-changes/${change.id}/approvals`, { decision: 'approve' }, 200);
}

async function imported(root: Person): Promise<void> {
  const times = { createdAt: '2024-03-01T09:00:00.000Z', updatedAt: '2024-06-01T09:00:00.000Z' };
  const versions: Fields[] = [{ version: 1, artifactUri: 's3://there/1', stage: 'None', ...times }];
  await root.post(
    `/models/${uniqueName('moved')}/import`,
    { source: 'https://mlflow.example', ...times, versions },
    200,
  );
}
