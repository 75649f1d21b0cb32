import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type IssuedTokenResponse } from '../../src/access/tokens/auth.dto.js';
import { ROLES, type Role } from '../../src/platform/access/permission.js';
import { type PredictionJobResponse } from '../../src/measuring/predictions/jobs/prediction-jobs.dto.js';
import { type RequestedTransitionResponse } from '../../src/promotion/transitions/transitions.dto.js';
import { censusIncome, Example } from '../../demo/example.js';
import { Registry } from '../../demo/registry.js';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';
import { CENSUS } from '../support/app/predictions.js';

const TOKEN_SECONDS = 6 * 3600;
const VERSIONS = [1, 2, 3, 4, 5];
const PREDICTED = 3;
const POLL_MS = 200;
const DATASET = { ...CENSUS.dataset, rowCount: 16_281, inventory: { sex: { Female: 5_421, Male: 10_860 } } };

/** A token by the role it has, and who it names. */
export type RoleToken = { id: string; token: string };

/** One token for each role; its subject is the role. */
export async function issueTokens(service: ThrowAwayService): Promise<Record<Role, RoleToken>> {
  const admin = new Registry(service.url, service.token);
  const issue = (role: Role): Promise<IssuedTokenResponse> =>
    admin.post('/tokens', { subject: role, roles: [role], name: 'fuzz', expiresInSeconds: TOKEN_SECONDS });
  const tokens: Partial<Record<Role, RoleToken>> = {};
  for (const role of ROLES) tokens[role] = await issue(role);
  return tokens as Record<Role, RoleToken>;
}

/**
 * The census-income example under its own name, which the examples of the API document name too: policy, five versions with
 * their evaluations, one in Production and one that waits for approval, aliases, a dataset and a kept prediction file.
 */
export async function seed({ url }: ThrowAwayService, tokens: Record<Role, RoleToken>): Promise<void> {
  const example = new Example(censusIncome());
  const as = (role: Role): Registry => new Registry(url, tokens[role].token);
  const [contributor, approver, admin] = [as('contributor'), as('approver'), as('admin')];
  const { name } = example.model;
  const path = `/models/${name}`;
  await contributor.post('/models', example.model);
  await admin.put(`${path}/gate-policy`, example.policy);
  for (const version of VERSIONS) {
    await contributor.post(`${path}/versions`, example.version(version));
    await contributor.post(`${path}/versions/${version}/evaluations`, example.evaluation(version));
  }
  for (const version of [1, 2]) {
    const transition = await promote(contributor, path, version);
    await approver.post(`/transitions/${transition.id}/approvals`, { decision: 'approve' });
  }
  await promote(contributor, path, 4);
  await contributor.put(`${path}/aliases/shadow`, { version: 5 });
  await contributor.post('/datasets', DATASET);
  await keepPredictions(url, tokens.contributor.token, contributor, `${path}/versions/${PREDICTED}`);
}

async function promote(who: Registry, path: string, version: number): Promise<RequestedTransitionResponse> {
  await who.post(`${path}/versions/${version}/transitions`, { toStage: 'Staging' });
  return who.post(`${path}/versions/${version}/transitions`, { toStage: 'Production' });
}

async function keepPredictions(url: string, token: string, who: Registry, path: string): Promise<void> {
  const form = new FormData();
  form.append('request', new Blob([JSON.stringify(CENSUS)], { type: 'application/json' }), 'request.json');
  const file = await readFile(join(censusIncome(), 'predictions', `v${PREDICTED}.parquet`));
  form.append('file', new Blob([file]), `v${PREDICTED}.parquet`);
  const answer = await fetch(`${url}/api/v1${path}/evaluations/from-predictions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  if (answer.status !== 202) throw new Error(`The predictions were answered ${answer.status}: ${await answer.text()}`);
  let job = (await answer.json()) as PredictionJobResponse;
  while (['queued', 'running'].includes(job.status)) {
    await sleep(POLL_MS);
    job = await who.get(`/prediction-jobs/${job.id}`);
  }
  if (job.status !== 'succeeded') throw new Error(`The predictions ${job.status}: ${JSON.stringify(job.error)}`);
}
