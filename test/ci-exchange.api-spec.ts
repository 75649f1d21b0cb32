import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { TestIssuer } from './support/app/test-issuer.js';
import { type Json } from './support/app/client.js';
import { CiBench, filesOf } from './support/ci/ci-bench.js';
import { ACTION_FOLDER, readTemplate, type Run, runAction, runGitlabJob } from './support/ci/ci-runner.js';

const GOOD = 4;
const RUNNER_TOKEN = 'what the runner gives each job to ask with';
const JOB = {
  sub: 'repo:acme/models:ref:refs/heads/main',
  repository: 'acme/models',
  repository_id: '74837261',
  ref: 'refs/heads/main',
  sha: 'abc1234def',
  run_id: '7',
};

/** Hands out tokens of a job as GitHub's runner does where the job has `id-token: write`. */
class TokenEndpoint {
  readonly asked: { audience: string | null; headers: IncomingHttpHeaders }[] = [];
  claims: Record<string, unknown> = JOB;
  private readonly server: Server;

  constructor(issuer: TestIssuer) {
    this.server = createServer((request, response) => {
      const { searchParams } = new URL(request.url!, 'http://runner');
      const audience = searchParams.get('audience');
      this.asked.push({ audience, headers: request.headers });
      const isJob = request.headers.authorization === `Bearer ${RUNNER_TOKEN}`;
      if (!isJob || searchParams.get('api-version') !== '2.0') return void response.writeHead(401).end();
      response.setHeader('content-type', 'application/json');
      void issuer.sign({ ...this.claims, aud: audience }).then((value) => response.end(JSON.stringify({ value })));
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/token?api-version=2.0`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let bench: CiBench;
let github: TestIssuer;
let gitlab: TestIssuer;
let runner: TokenEndpoint;
let model: string;

beforeAll(async () => {
  [bench, github, gitlab] = await Promise.all([CiBench.start(), TestIssuer.start(), TestIssuer.start()]);
  runner = new TokenEndpoint(github);
  await runner.listen();
  model = await bench.census();
  const rule = { audience: 'stagegate', roles: ['contributor'], model };
  await bench.admin.post('/trust-rules', {
    ...rule,
    issuer: github.url,
    claims: { repository_id: JOB.repository_id, ref: 'refs/heads/main' },
  });
  await bench.admin.post('/trust-rules', { ...rule, issuer: gitlab.url, claims: { project_id: '12' } });
});
beforeEach(() => {
  bench.host.begin();
  runner.asked.length = 0;
  runner.claims = JOB;
});
afterAll(async () => {
  await bench?.stop();
  runner?.stop();
  await Promise.all([github?.stop(), gitlab?.stop()]);
});

/** What a job has to work with: no secret of the registry is stored anywhere. */
function without<Env extends Record<string, string>>({
  STAGEGATE_TOKEN: _stored,
  ...env
}: Env): Record<string, string> {
  return env;
}

const act = (inputs: Record<string, string>, env: Record<string, string> = {}): Promise<Run> => {
  const asked = { ACTIONS_ID_TOKEN_REQUEST_URL: runner.url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: RUNNER_TOKEN };
  return runAction({ model, ...inputs }, { ...without(bench.github('push')), ...asked, ...env }, bench.folder);
};

const lastEvent = async (action: string): Promise<Json> =>
  (await bench.admin.get(`/audit-events?action=${action}&model=${model}&sort=-sequence&limit=1`)).items[0];

describe('the action', () => {
  it('works by the token of its job, exchanged at each step, and what it does is recorded with the claims', async () => {
    const run = await act({ ...filesOf(GOOD), 'to-stage': 'Staging', promote: 'true' });
    expect(run).toMatchObject({ code: 0, ran: ['Register', 'Evaluate', 'Check the gates', 'Comment', 'Promote'] });
    expect(run.outputs).toMatchObject({ verdict: 'PASS', 'transition-status': 'applied' });
    expect(new Set(runner.asked.map(({ audience }) => audience))).toEqual(new Set(['stagegate']));
    const masked = [...run.log.matchAll(/^::add-mask::(\S+)$/gm)].map(([, token]) => token!);
    expect(masked).toHaveLength(runner.asked.length);
    const rest = run.log.replaceAll(/^::add-mask::.*$/gm, '');
    expect(masked.filter((token) => rest.includes(token))).toEqual([]);
    const { actor, details } = await lastEvent('version.registered');
    expect(actor).toMatch(new RegExp(`:${JOB.sub}$`));
    expect(details.claims).toMatchObject({ repository_id: JOB.repository_id, ref: JOB.ref, sha: JOB.sha });
    expect((await lastEvent('transition.applied')).actor).toBe(actor);
  });

  it.each<[string, object]>([
    ['of another repository', { repository_id: '1' }],
    ['of another branch', { ref: 'refs/pull/7/merge', sub: 'repo:acme/models:pull_request' }],
  ])('is given nothing for a job %s, and says so', async (_, claims) => {
    runner.claims = { ...JOB, ...claims };
    const run = await act(filesOf(GOOD));
    expect([run.code, run.ran]).toEqual([1, ['Register']]);
    expect(run.log).toMatch(/^::error title=Stagegate::.*no trust rule fits its claims/m);
  });

  it('says what is missing where the job may not ask who it is, or is not believed by the runner', async () => {
    const none = await act(filesOf(GOOD), { ACTIONS_ID_TOKEN_REQUEST_URL: '' });
    expect([none.code, none.log]).toEqual([1, expect.stringContaining('STAGEGATE_TOKEN has to hold a token')]);
    const stranger = await act(filesOf(GOOD), { ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'guessed' });
    expect([stranger.code, stranger.log]).toEqual([
      1,
      expect.stringContaining('gave the job no token of its own: 401'),
    ]);
  });

  it('asks for the audience that is configured, and for nothing where a token is stored', async () => {
    const other = await act(filesOf(GOOD), { STAGEGATE_AUDIENCE: 'another' });
    expect([other.code, runner.asked.map(({ audience }) => audience)]).toEqual([1, ['another']]);
    runner.asked.length = 0;
    const stored = await act({ version: '1' }, { STAGEGATE_TOKEN: bench.ci.token! });
    expect([stored.ran.at(0), runner.asked]).toEqual(['Check the gates', []]);
  });
});

describe('the template of GitLab', () => {
  /** The tokens that GitLab makes for a job by the `id_tokens` of its template. */
  async function idTokens(claims: object): Promise<Record<string, string>> {
    const { id_tokens: asked } = readTemplate()['.stagegate'] as { id_tokens: Record<string, { aud: string }> };
    const signed = Object.entries(asked).map(async ([name, { aud }]) => [name, await gitlab.sign({ ...claims, aud })]);
    return Object.fromEntries(await Promise.all(signed)) as Record<string, string>;
  }
  const job = { sub: 'project_path:acme/models:ref_type:branch:ref:main', project_id: '12', pipeline_id: '9' };

  const check = async (claims: object) => {
    const { registration, evaluation } = filesOf(GOOD);
    const files = { STAGEGATE_REGISTRATION: registration, STAGEGATE_EVALUATION: evaluation };
    const own = { STAGEGATE_ACTION: ACTION_FOLDER, STAGEGATE_MODEL: model, ...(await idTokens(claims)) };
    return runGitlabJob('.stagegate-check', { ...without(bench.gitlab()), ...own, ...files }, bench.folder);
  };

  it('works by the token that its id_tokens ask for', async () => {
    const judged = await check(job);
    expect(judged).toMatchObject({ code: 0, outputs: { STAGEGATE_VERDICT: 'PASS' } });
    const { actor, details } = await lastEvent('version.registered');
    expect([actor.endsWith(job.sub), details.claims]).toEqual([true, expect.objectContaining({ project_id: '12' })]);
  });

  it('is given nothing for a job of another project', async () => {
    const judged = await check({ ...job, project_id: '13' });
    expect([judged.code, judged.log]).toEqual([1, expect.stringContaining('no trust rule fits its claims')]);
  });
});
