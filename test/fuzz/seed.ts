import { ROLES, type Role } from '../../src/platform/access/permission.js';
import { type ThrowAwayService } from '../../demo/throw-away-service.js';
import { bringCensus, CENSUS_VERSIONS, censusModel, censusPolicy } from '../support/app/census-example.js';
import { Client, type Json } from '../support/app/client.js';
import { CENSUS, fixture, Submitter } from '../support/app/predictions.js';
import { Person } from '../support/app/registry.js';

const TOKEN_SECONDS = 6 * 3600;
const PREDICTED = 3;
const DATASET = { ...CENSUS.dataset, rowCount: 16_281, inventory: { sex: { Female: 5_421, Male: 10_860 } } };

/** A token by the role it has, and who it names. */
export type RoleToken = { id: string; token: string };

/** One token for each role; its subject is the role. */
export async function issueTokens(service: ThrowAwayService): Promise<Record<Role, RoleToken>> {
  const admin = new Client(service.url, service.token);
  const issue = (role: Role): Promise<RoleToken> =>
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
  const as = (role: Role): Person => new Person(url, tokens[role].token, role);
  const [contributor, approver, admin] = [as('contributor'), as('approver'), as('admin')];
  const { name } = await contributor.post('/models', censusModel());
  await admin.setsPolicy(name, censusPolicy());
  await bringCensus(contributor, name, CENSUS_VERSIONS);
  for (const version of [1, 2]) await approver.approves(await promote(contributor, name, version));
  await promote(contributor, name, 4);
  await contributor.pointsAlias(name, 'shadow', 5);
  await contributor.post('/datasets', DATASET);
  const file = { name: `v${PREDICTED}.parquet`, content: fixture(`census-v${PREDICTED}.parquet`) };
  await new Submitter({ url }, contributor).measured(name, PREDICTED, CENSUS, file);
}

async function promote(who: Person, model: string, version: number): Promise<Json> {
  await who.promotes(model, version, 'Staging');
  return who.asksFor(model, version);
}
