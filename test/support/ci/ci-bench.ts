import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestApp } from '../app/app.js';
import { censusEvaluation, censusPolicy, censusRegistration } from '../app/census-example.js';
import { CommentHost } from './comment-host.js';
import { type Json } from '../app/client.js';
import { CENSUS, ENGINE_ENV } from '../app/predictions.js';
import { Person, uniqueName } from '../app/registry.js';

const EXAMPLE = join(import.meta.dirname, '..', '..', '..', 'examples', 'census-income');
const HOST_TOKEN = 'job-token';

/** A service, a host of pull requests, and a folder in which jobs run; `out/` holds the census example. */
export class CiBench {
  private runs = 0;

  private constructor(
    readonly app: TestApp,
    readonly host: CommentHost,
    readonly folder: string,
    readonly admin: Person,
    readonly ci: Person,
    readonly reviewer: Person,
  ) {}

  static async start(): Promise<CiBench> {
    const folder = mkdtempSync(join(tmpdir(), 'stagegate-ci-'));
    const host = await CommentHost.start(HOST_TOKEN);
    const env = {
      STAGEGATE_DATA_DIR: join(folder, 'data'),
      STAGEGATE_PREDICTIONS_GATE_WAIT_SECONDS: '0',
      ...ENGINE_ENV,
    };
    const app = await TestApp.start({ env });
    cpSync(EXAMPLE, join(folder, 'out'), { recursive: true });
    const pull = { pull_request: { number: 7, head: { sha: 'abc1234def' } } };
    writeFileSync(join(folder, 'pull_request.json'), JSON.stringify(pull));
    writeFileSync(join(folder, 'push.json'), '{}');
    writeFileSync(join(folder, 'out', 'request.json'), JSON.stringify(CENSUS));
    const person = (name: string, role: 'admin' | 'contributor' | 'approver') => Person.of(app, name, role);
    const people = [await person('admin', 'admin'), await person('ci', 'contributor')] as const;
    return new CiBench(app, host, folder, ...people, await person('reviewer', 'approver'));
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.host.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A census model with a policy of its own; gradient boosting, the example's version 2, is in Production as version 1. */
  async census(policy: Json = censusPolicy()): Promise<string> {
    const model = await this.ci.creates(uniqueName('census'));
    await this.admin.setsPolicy(model, censusPolicy());
    await this.ci.post(`/models/${model}/versions`, censusRegistration(2));
    await this.ci.post(`/models/${model}/versions/1/evaluations`, censusEvaluation(2));
    await this.ci.promotes(model, 1, 'Staging');
    const { id } = await this.ci.asksFor(model, 1);
    await this.reviewer.post(`/transitions/${id}/approvals`, { decision: 'approve' });
    await this.admin.setsPolicy(model, policy);
    return model;
  }

  /** What GitHub's runner tells a job, each time another run. */
  github(event: 'pull_request' | 'push' = 'pull_request'): Record<string, string> {
    this.runs += 1;
    return {
      ...this.registry(),
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: this.host.url,
      GITHUB_REPOSITORY: 'acme/models',
      GITHUB_RUN_ID: String(this.runs),
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_EVENT_PATH: join(this.folder, `${event}.json`),
      GITHUB_SHA: 'fedcba9876',
    };
  }

  /** What GitLab's runner tells a job of a merge request, each time of another pipeline. */
  gitlab(): Record<string, string> {
    this.runs += 1;
    return {
      ...this.registry(),
      GITLAB_CI: 'true',
      CI_API_V4_URL: this.host.url,
      CI_PROJECT_ID: '12',
      CI_PIPELINE_ID: String(this.runs),
      CI_JOB_ID: String(this.runs),
      CI_COMMIT_SHA: 'abc1234def',
      CI_MERGE_REQUEST_IID: '7',
      STAGEGATE_GITLAB_TOKEN: HOST_TOKEN,
    };
  }

  private registry(): Record<string, string> {
    return { STAGEGATE_URL: this.app.url, STAGEGATE_TOKEN: this.ci.token! };
  }
}

/** The example's files for a version. */
export const filesOf = (version: number) => ({
  registration: `out/versions/v${version}.json`,
  evaluation: `out/evaluations/v${version}.json`,
});
