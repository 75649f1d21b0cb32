import { type RouteOptions } from 'fastify';
import { budgetOf } from '../../src/access/tokens/budget.js';
import { PERMISSIONS } from '../../src/platform/access/permission.js';
import { readConfig } from '../../src/platform/config.js';
import { MLFLOW_BASES } from '../../src/edges/mlflow/mlflow-paths.js';
import { createApp } from '../../src/app.js';
import { createDataSource } from '../../src/database.js';
import { createLog } from '../../src/platform/http/log.js';
import { DOCUMENT } from '../support/app/contract.js';

/** The routes that answer everybody; a longer list needs a better reason than convenience. Browsers ask for an icon by themselves. */
const OPEN = [
  /^\/$/,
  /^\/favicon\.ico$/,
  /^\/livez$/,
  /^\/readyz$/,
  /^\/openapi(\.json|\.yaml|-3\.0\.json)$/,
  /^\/asyncapi\.json$/,
  /^\/docs(\/|$)/,
  /^\/console(\/|$)/,
  /^\/api\/v1\/console-settings$/,
  /^\/\.well-known\/stagegate-keys\.json$/,
];

/** Signing in is for whoever is nobody yet; the guard looks at where the request comes from instead. */
const SIGN_IN = [
  'GET /api/v1/sessions/oidc/:issuer/start',
  'HEAD /api/v1/sessions/oidc/:issuer/start',
  'GET /api/v1/sessions/oidc/:issuer/callback',
  'HEAD /api/v1/sessions/oidc/:issuer/callback',
  'GET /api/v1/sessions/oidc/:issuer/sign-out',
  'HEAD /api/v1/sessions/oidc/:issuer/sign-out',
  'POST /api/v1/sessions',
  'POST /api/v1/token-exchange',
];

/** Pages for people and steps of their browsers, which the document does not describe. */
const PAGES = /^\/(docs|console|openapi|asyncapi|favicon\.ico$|api\/v1\/sessions\/oidc\/)/;

/** What may be asked by POST without the permission to change something, yet does more than read, and what. */
const MORE_THAN_READS: Record<string, string> = {
  'POST /api/v1/audit-events/verifications': 'It queues a job.',
  'POST /api/v1/gate-policy/back-test-jobs': 'It queues a job.',
  'POST /api/v1/models/:model/versions/:version/gate-checks': 'It may have evidence computed and stored.',
  'DELETE /api/v1/gate-policy/back-test-jobs/:id': 'It ends a job.',
};

/** Permissions that change nothing by what their sentences say. */
const READING_PERMISSIONS = new Set<string | null>(['self:read', 'registry:read', 'gate:check']);

/** MLflow's own API, whose contract is MLflow's and not ours to document; docs/mlflow.md says what differs. */
const isMlflow = (url: string): boolean => MLFLOW_BASES.some((base) => url.startsWith(`/${base}/`));

let routes: RouteOptions[];

beforeAll(async () => {
  routes = [];
  const url = 'postgres://nobody@localhost/none';
  const config = readConfig({ DATABASE_URL: url, STAGEGATE_JWT_SECRET: 'x'.repeat(32) }, false);
  const app = await createApp(config, createDataSource(url), createLog('silent', true), (fastify) => {
    fastify.addHook('onRoute', (route) => void routes.push(route));
  });
  await app.close();
});

const isOpen = (url: string) => OPEN.some((pattern) => pattern.test(url));
const signsIn = (route: RouteOptions) => SIGN_IN.includes(nameOf(route));
const nameOf = ({ method, url }: RouteOptions) => `${String(method)} ${url}`;

it('every route declares a permission that exists, or is one of the open few', () => {
  expect(routes.length).toBeGreaterThan(10);
  const wrong = routes.filter((route) => {
    const { url, config } = route;
    const permission = config?.access?.permission;
    return isOpen(url) || signsIn(route) ? permission !== null : !permission || !(permission in PERMISSIONS);
  });
  expect(wrong.map(nameOf)).toEqual([]);
});

const READ_METHODS = ['GET', 'HEAD'];
const changing = () => routes.filter(({ method, url }) => !READ_METHODS.includes(String(method)) && !isOpen(url));

it('what asks for a permission to read or to judge alone declares that it only reads, or it is said what else it does', () => {
  const lax = changing().filter(({ config }) => READING_PERMISSIONS.has(config?.access?.permission ?? null));
  const undeclared = lax.filter(({ config }) => !config?.onlyReads).map(nameOf);
  expect(undeclared.sort()).toEqual(Object.keys(MORE_THAN_READS).sort());
});

it('what declares that it only reads asks for no permission to change something', () => {
  const declared = routes.filter(({ config }) => config?.onlyReads);
  expect(declared.length).toBeGreaterThan(4);
  const wrong = declared.filter(
    ({ method, config }) => method !== 'POST' || !READING_PERMISSIONS.has(config?.access?.permission ?? null),
  );
  expect(wrong.map(nameOf)).toEqual([]);
});

it('each request is counted by what its route does, not by its method alone', () => {
  const counted = routes.flatMap((route) => {
    const { method, config } = route;
    const permission = config?.access?.permission;
    if (!permission) return [];
    return [[nameOf(route), budgetOf({ method: String(method), routeOptions: { config: config ?? {} } }, permission)]];
  });
  const reads = counted.filter(([, budget]) => budget === 'reads').map(([name]) => name!);
  expect(reads.filter((name) => !/^(GET|HEAD) /.test(name)).sort()).toEqual(
    [
      'POST /api/v1/gate-policy/back-tests',
      'POST /api/v1/gate-policy/checks',
      'POST /api/v1/gate-reports/:id/replay',
      'POST /api/v1/models/:model/gate-policy/checks',
      ...MLFLOW_BASES.map((base) => `POST /${base}/registered-models/get-latest-versions`),
    ].sort(),
  );
});

it('only the sign-in is guarded by where it comes from instead of by a permission', () => {
  expect(routes.filter(({ config }) => config?.access?.signsIn).map(nameOf)).toEqual(SIGN_IN);
});

it('the API document knows every route of the API', () => {
  const documented = Object.entries(DOCUMENT.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const served = routes
    .filter(({ method, url }) => method !== 'HEAD' && url !== '/' && !PAGES.test(url) && !isMlflow(url))
    .map(nameOf);
  expect(served.sort()).toEqual(documented.sort());
});
