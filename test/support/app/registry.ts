import { type Role } from '../../../src/platform/access/permission.js';
import { type Stage } from '../../../src/values/stage.js';
import { type TestApp } from './app.js';
import { Client, type Json } from './client.js';
import { type checkAnswer } from './contract.js';

export type Fields = Record<string, unknown>;

/** Metrics of the whole by name, or a list as it is sent. */
export type Measured = Record<string, number> | Fields[];

/** Counts the names that tests make up, so that none meets another in the database of its file. */
let names = 0;

export function uniqueName(stem = 'model'): string {
  names += 1;
  return `${stem}-${names}`;
}

/** Somebody at work in the registry; methods say what they do and answer what the service said. */
export class Person extends Client {
  constructor(
    private readonly home: string,
    token: string | null,
    readonly subject: string,
    check?: typeof checkAnswer,
  ) {
    super(home, token, check);
  }

  static async of(app: TestApp, subject: string, ...roles: Role[]): Promise<Person> {
    return new Person(app.url, (await app.as(subject, ...roles)).token, subject);
  }

  /** The same person at another replica, whose answers are what `check` knows. */
  at(url: string, check?: typeof checkAnswer): Person {
    return new Person(url, this.token, this.subject, check);
  }

  /** The problem that a request ends with; anything else is a fault of the test. */
  async problem(method: string, path: string, body?: unknown): Promise<Json> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 400 && answer.body.status === answer.status) return answer.body;
    throw new Error(`${method} ${path} answered ${answer.status}, which is no problem.`);
  }

  async creates(model = uniqueName(), fields: Fields = {}): Promise<string> {
    return (await this.post('/models', { name: model, ...fields })).name;
  }

  registers(model: string, fields: Fields = {}): Promise<Json> {
    return this.post(`/models/${model}/versions`, { artifactUri: 's3://models/artifact', ...fields });
  }

  async registersMany(model: string, count: number): Promise<void> {
    for (let done = 0; done < count; done += 1) await this.registers(model);
  }

  evaluates(model: string, version: number, measured: Measured, fields: Fields = {}): Promise<Json> {
    return this.post(`/models/${model}/versions/${version}/evaluations`, evaluation(measured, fields));
  }

  setsPolicy(model: string | null, document: Fields): Promise<Json> {
    return this.put(model === null ? '/gate-policy' : `/models/${model}/gate-policy`, document);
  }

  moves(model: string, version: number, toStage: Stage, fields: Fields = {}, status = 201): Promise<Json> {
    return this.post(`/models/${model}/versions/${version}/transitions`, { toStage, ...fields }, status);
  }

  promotes(model: string, version: number, toStage: Stage = 'Production', fields: Fields = {}): Promise<Json> {
    return this.moves(model, version, toStage, fields);
  }

  /** Asks for a promotion that has to wait for approval. */
  asksFor(model: string, version: number, toStage: Stage = 'Production', fields: Fields = {}): Promise<Json> {
    return this.moves(model, version, toStage, fields, 202);
  }

  /** Asks for a move that is turned down, and answers the problem. */
  isRefused(model: string, version: number, toStage: Stage = 'Production', fields: Fields = {}): Promise<Json> {
    return this.problem('POST', `/models/${model}/versions/${version}/transitions`, { toStage, ...fields });
  }

  archives(model: string, version: number, fields: Fields = {}): Promise<Json> {
    return this.moves(model, version, 'Archived', { reason: 'It is not needed.', ...fields });
  }

  approves(transition: { id: string }, fields: Fields = {}): Promise<Json> {
    return this.post(`/transitions/${transition.id}/approvals`, { decision: 'approve', ...fields });
  }

  rejects(transition: { id: string }, fields: Fields = {}): Promise<Json> {
    return this.post(`/transitions/${transition.id}/approvals`, { decision: 'reject', ...fields });
  }

  /** Decides on a transition in vain, and answers the problem. */
  approvesInVain(transition: { id: string }, decision = 'approve'): Promise<Json> {
    return this.problem('POST', `/transitions/${transition.id}/approvals`, { decision });
  }

  cancels(transition: { id: string }): Promise<Json> {
    return this.post(`/transitions/${transition.id}/cancel`, undefined, 200);
  }

  rollsBack(model: string, fields: Fields = {}): Promise<Json> {
    return this.post(`/models/${model}/rollback`, { reason: 'It misbehaves.', ...fields });
  }

  liftsHold(model: string): Promise<Json> {
    return this.delete(`/models/${model}/hold?reason=It+was+looked+at.`, 200);
  }

  checks(model: string, version: number, toStage: Stage = 'Production'): Promise<Json> {
    return this.post(`/models/${model}/versions/${version}/gate-checks`, { toStage }, 200);
  }

  quarantines(model: string, version: number, reason = 'It leaks.'): Promise<Json> {
    return this.post(`/models/${model}/versions/${version}/quarantine`, { reason }, 200);
  }

  releases(model: string, version: number): Promise<Json> {
    return this.delete(`/models/${model}/versions/${version}/quarantine`, 200);
  }

  pointsAlias(model: string, alias: string, version: number, status = 200): Promise<Json> {
    return this.put(`/models/${model}/aliases/${alias}`, { version }, status);
  }

  /** The stages of versions 1, 2, 3 and so on. */
  async stages(model: string): Promise<Stage[]> {
    const { items } = await this.get(`/models/${model}/versions?sort=version&limit=200`);
    return items.map((version: Json) => version.stage);
  }

  /** The number of the version in Production, or null. */
  async production(model: string): Promise<number | null> {
    return (await this.get(`/models/${model}`)).productionVersion;
  }

  /** Every item of a list, page by page. */
  async readsAll(path: string, limit = 50): Promise<Json[]> {
    const items: Json[] = [];
    let cursor: string | null = null;
    do {
      const separator = path.includes('?') ? '&' : '?';
      const page: Json = await this.get(`${path}${separator}limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`);
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return items;
  }

  /** What the audit record says of a model, oldest first. */
  audit(model: string): Promise<Json[]> {
    return this.readsAll(`/audit-events?model=${model}&sort=sequence`);
  }
}

export interface Team {
  /** A build that registers, evaluates and asks. */
  ci: Person;
  anna: Person;
  ben: Person;
  root: Person;
  viewer: Person;
}

export async function teamOf(app: TestApp): Promise<Team> {
  const [ci, anna, ben, root, viewer] = await Promise.all([
    Person.of(app, 'ci', 'contributor'),
    Person.of(app, 'anna', 'approver'),
    Person.of(app, 'ben', 'approver'),
    Person.of(app, 'root', 'admin'),
    Person.of(app, 'viewer', 'viewer'),
  ]);
  return { ci, anna, ben, root, viewer };
}

export const DATASET = { name: 'adult-test', version: '1', split: 'test' };

/** The body of an evaluation with defaults for what a test does not care about. */
export function evaluation(measured: Measured, fields: Fields = {}): Fields {
  const metrics = Array.isArray(measured)
    ? measured
    : Object.entries(measured).map(([name, value]) => ({ name, value, count: 10_000 }));
  return { dataset: DATASET, metrics, ...fields };
}

/** A policy without approvals: Production asks for an accuracy of 0.8 and no fall. */
export const ACCURACY_POLICY = {
  rules: [
    { id: 'floor', metric: 'accuracy', min: 0.8 },
    { id: 'no-fall', metric: 'accuracy', maxRegression: 0.01 },
  ],
  approvals: { slots: [] },
  allowSkipStaging: true,
};

/** A model whose gates let versions of at least 0.8 accuracy through, with versions of these accuracies. */
export async function gatedModel({ ci, root }: Team, accuracies: number[], policy: Fields = {}): Promise<string> {
  const model = await ci.creates();
  await root.setsPolicy(model, { ...ACCURACY_POLICY, ...policy });
  for (const accuracy of accuracies) {
    const { version } = await ci.registers(model);
    await ci.evaluates(model, version, { accuracy });
  }
  return model;
}

/** The approvals that a policy asks for. */
export const slots = (count: number, role = 'approver') => ({ approvals: { slots: [{ role, count }] } });

/** A model whose promotions to Production need these approvals, with evaluated versions, the first in Production. */
export async function guardedModel(
  { ci, root }: Team,
  policy: Fields = { approvals: undefined },
  versions = 2,
): Promise<string> {
  const model = await ci.creates();
  await root.setsPolicy(model, ACCURACY_POLICY);
  for (let version = 1; version <= versions; version += 1) {
    await ci.registers(model);
    await ci.evaluates(model, version, { accuracy: 0.9 });
  }
  await ci.promotes(model, 1);
  await root.setsPolicy(model, { ...ACCURACY_POLICY, ...policy });
  return model;
}
