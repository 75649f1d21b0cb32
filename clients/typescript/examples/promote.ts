/**
 * The census-income story: two promotions with approval, a version the gates refuse, and a rollback.
 * It needs a running service, and the tokens of an administrator and of an approver:
 * STAGEGATE_URL=http://127.0.0.1:3000 STAGEGATE_TOKEN=… STAGEGATE_REVIEWER_TOKEN=…
 */
import { readFileSync } from 'node:fs';
import { argv, env } from 'node:process';
import {
  checkGates,
  connect,
  createModel,
  decideTransition,
  each,
  GatesRefusedError,
  getStage,
  listAuditEvents,
  registerVersion,
  type RegisterVersionRequest,
  requestTransition,
  rollbackModel,
  setGatePolicy,
  type SetGatePolicyData,
  submitEvaluation,
  type SubmitEvaluationRequest,
} from '@stagegate/client';

const { STAGEGATE_URL: baseUrl = 'http://127.0.0.1:3000', STAGEGATE_TOKEN, STAGEGATE_REVIEWER_TOKEN } = env;
const client = connect({ baseUrl, token: STAGEGATE_TOKEN });
const reviewer = connect({ baseUrl, token: STAGEGATE_REVIEWER_TOKEN });
const model = argv[2] ?? `census-income-${Date.now()}`;

function read<Body>(file: string): Body {
  return JSON.parse(readFileSync(new URL(`../../../examples/census-income/${file}`, import.meta.url), 'utf8')) as Body;
}

async function register(file: string): Promise<number> {
  const body = read<RegisterVersionRequest>(`versions/${file}`);
  const { version } = await registerVersion({ client, path: { model }, body });
  const evaluation = read<SubmitEvaluationRequest>(`evaluations/${file}`);
  await submitEvaluation({ client, path: { model, version }, body: evaluation });
  return version;
}

/** To Staging, and from there to Production with the reviewer's approval. */
async function promote(version: number): Promise<void> {
  const path = { model, version };
  const { verdict } = await checkGates({ client, path, body: { toStage: 'Production' } });
  await requestTransition({ client, path, body: { toStage: 'Staging' } });
  const { id } = await requestTransition({ client, path, body: { toStage: 'Production' } });
  const { status } = await decideTransition({ client: reviewer, path: { id }, body: { decision: 'approve' } });
  console.log(`version ${version}: the gates say ${verdict}, the promotion is ${status}`);
}

/** Asks for a promotion that the gates refuse, and shows why. */
async function beRefused(version: number): Promise<void> {
  const path = { model, version };
  await requestTransition({ client, path, body: { toStage: 'Staging' } });
  try {
    await requestTransition({ client, path, body: { toStage: 'Production' } });
  } catch (error) {
    if (!(error instanceof GatesRefusedError)) throw error;
    const measures = error.gateReport?.rules.flatMap((rule) => rule.measures) ?? [];
    for (const { status, message } of measures)
      if (status === 'FAIL') console.log(`version ${version} is refused: ${message}`);
    return;
  }
  throw new Error(`The gates let version ${version} through.`);
}

await createModel({ client, body: { name: model, description: 'Does a person earn more than 50,000 USD?' } });
await setGatePolicy({ client, path: { model }, body: read<SetGatePolicyData['body']>('policy.json') });
const [first, second, third] = [await register('v1.json'), await register('v2.json'), await register('v3.json')];
await promote(first);
await promote(second);
await beRefused(third);

await rollbackModel({ client, path: { model }, body: { reason: `Complaints about version ${second}` } });
const { version } = await getStage({ client, path: { model, stage: 'Production' } });
console.log(`rolled back: version ${version} is in Production`);

for await (const event of each(listAuditEvents, { client, query: { model, action: 'transition.refused' } }))
  console.log(`the record says that ${event.actor} was refused version ${event.version}`);
