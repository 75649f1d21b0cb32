import { type GatedStage, type ReviewStatus } from '@stagegate/client';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { modelConditions } from 'virtual:api-sets';
import { Shell } from './shell/shell.js';
import { SignInPage } from './pages/sign-in/sign-in-page.js';
import { HomePage } from './pages/home/home-page.js';
import { NotFound, PageFailed } from './pages/failures.js';
import { type JobsAsked } from './data/admin.js';
import { type ModelsAsked } from './data/registry.js';
import { type EventsAsked } from './data/record.js';
import { isMonth } from './format/calendar.js';
import { LAST_SPANS } from './format/moments.js';
import { readCompareSearch } from './pages/compare/compare-search.js';

const SORTS = ['name', '-createdAt', '-updatedAt'] as const;
const JOB_STATUSES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const;
const REVIEW_STATUSES = ['open', 'overdue', 'closed'] as const satisfies readonly ReviewStatus[];
const GATED = ['Staging', 'Production'] as const satisfies readonly GatedStage[];
export type ModelSort = (typeof SORTS)[number];

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const count = (value: unknown): number | undefined => (Number.isSafeInteger(value) ? (value as number) : undefined);
const moment = (value: unknown): string | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((each) => each === value);

type RecordSearch = EventsAsked & { open?: number; raw?: true; verification?: string };

const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: PageFailed });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next }): { next?: string } => ({ next: text(next) }),
  component: SignInPage,
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({ getParentRoute: () => shell, path: '/', component: HomePage });

const models = createRoute({
  getParentRoute: () => shell,
  path: '/models',
  validateSearch: (search): ModelsAsked => ({
    text: text(search.text),
    stage: oneOf(GATED, search.stage),
    condition: oneOf(modelConditions, search.condition),
    owner: text(search.owner),
    tag: text(search.tag),
    sort: oneOf(SORTS, search.sort),
  }),
  component: lazyRouteComponent(() => import('./pages/models/models-page.js'), 'ModelsPage'),
});

const model = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model',
  component: lazyRouteComponent(() => import('./pages/model/model-page.js'), 'ModelPage'),
});

const rollback = createRoute({
  getParentRoute: () => model,
  path: '/rollback',
  component: lazyRouteComponent(() => import('./pages/rollback/rollback-page.js'), 'RollbackPage'),
});

const VERSION_PARAMS = {
  parse: ({ model: name, version: number }: { model: string; version: string }) => ({
    model: name,
    version: Number(number),
  }),
  stringify: ({ model: name, version: number }: { model: string; version: number }) => ({
    model: name,
    version: String(number),
  }),
};

const version = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model/versions/$version',
  params: VERSION_PARAMS,
  component: lazyRouteComponent(() => import('./pages/version/version-page.js'), 'VersionPage'),
});

const check = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model/versions/$version/check/$stage',
  params: {
    parse: ({ model: name, version: number, stage }: { model: string; version: string; stage: string }) => ({
      ...VERSION_PARAMS.parse({ model: name, version: number }),
      stage: oneOf(GATED, stage) ?? 'Production',
    }),
    stringify: ({ stage, ...rest }: { model: string; version: number; stage: GatedStage }) => ({
      ...VERSION_PARAMS.stringify(rest),
      stage,
    }),
  },
  component: lazyRouteComponent(() => import('./pages/report/report-page.js'), 'CheckPage'),
});

const compare = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./pages/compare/compare-page.js'), 'ComparePage'),
});

const card = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model/versions/$version/card',
  params: VERSION_PARAMS,
  component: lazyRouteComponent(() => import('./pages/card/card-page.js'), 'CardPage'),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/reports/$report',
  validateSearch: ({ rule }): { rule?: string } => ({ rule: text(rule) }),
  component: lazyRouteComponent(() => import('./pages/report/report-page.js'), 'ReportPage'),
});

const transition = createRoute({
  getParentRoute: () => shell,
  path: '/transitions/$transition',
  validateSearch: ({ dialog }): { dialog?: 'approve' | 'reject' } => ({
    dialog: oneOf(['approve', 'reject'] as const, dialog),
  }),
  component: lazyRouteComponent(() => import('./pages/transition/transition-page.js'), 'TransitionPage'),
});

const record = createRoute({
  getParentRoute: () => shell,
  path: '/record',
  validateSearch: (search): RecordSearch => ({
    actor: text(search.actor),
    action: text(search.action),
    model: text(search.model),
    version: count(search.version),
    last: oneOf(LAST_SPANS, search.last),
    from: moment(search.from),
    to: moment(search.to),
    open: count(search.open),
    raw: search.raw === true || undefined,
    verification: text(search.verification),
  }),
  component: lazyRouteComponent(() => import('./pages/record/record-page.js'), 'RecordPage'),
});

const production = createRoute({
  getParentRoute: () => shell,
  path: '/record/production',
  validateSearch: ({ at }): { at?: string } => ({ at: moment(at) }),
  component: lazyRouteComponent(() => import('./pages/record/production-page.js'), 'ProductionPage'),
});

const revisionShown = ({ revision }: Record<string, unknown>): { revision?: number } => ({ revision: count(revision) });

const modelPolicy = createRoute({
  getParentRoute: () => shell,
  path: '/models/$model/policy',
  validateSearch: revisionShown,
  component: lazyRouteComponent(() => import('./pages/policy/policy-page.js'), 'ModelPolicyPage'),
});

const policy = createRoute({
  getParentRoute: () => shell,
  path: '/policy',
  validateSearch: revisionShown,
  component: lazyRouteComponent(() => import('./pages/policy/policy-page.js'), 'DefaultPolicyPage'),
});

const admin = createRoute({
  getParentRoute: () => shell,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/tokens', replace: true });
  },
});

const tokens = createRoute({
  getParentRoute: () => shell,
  path: '/admin/tokens',
  validateSearch: ({ subject, dialog }): { subject?: string; dialog?: 'issue' } => ({
    subject: text(subject),
    dialog: oneOf(['issue'] as const, dialog),
  }),
  component: lazyRouteComponent(() => import('./pages/admin/tokens-page.js'), 'TokensPage'),
});

const sessions = createRoute({
  getParentRoute: () => shell,
  path: '/admin/sessions',
  component: lazyRouteComponent(() => import('./pages/admin/sessions-page.js'), 'SessionsPage'),
});

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/admin/jobs',
  validateSearch: ({ model, status }): JobsAsked => ({ model: text(model), status: oneOf(JOB_STATUSES, status) }),
  component: lazyRouteComponent(() => import('./pages/admin/jobs-page.js'), 'JobsPage'),
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: '/admin/reviews',
  validateSearch: ({ status }): { status?: ReviewStatus } => ({ status: oneOf(REVIEW_STATUSES, status) }),
  component: lazyRouteComponent(() => import('./pages/admin/reviews-page.js'), 'ReviewsPage'),
});

const freezes = createRoute({
  getParentRoute: () => shell,
  path: '/admin/freezes',
  validateSearch: ({ month, dialog }): { month?: string; dialog?: 'create' } => ({
    month: typeof month === 'string' && isMonth(month) ? month : undefined,
    dialog: oneOf(['create'] as const, dialog),
  }),
  component: lazyRouteComponent(() => import('./pages/admin/freezes-page.js'), 'FreezesPage'),
});

const roles = createRoute({
  getParentRoute: () => shell,
  path: '/admin/roles',
  validateSearch: ({ dialog }): { dialog?: 'bind' | 'role' } => ({ dialog: oneOf(['bind', 'role'] as const, dialog) }),
  component: lazyRouteComponent(() => import('./pages/admin/roles-page.js'), 'RolesPage'),
});

const trustRules = createRoute({
  getParentRoute: () => shell,
  path: '/admin/trust-rules',
  validateSearch: ({ dialog }): { dialog?: 'create' } => ({ dialog: oneOf(['create'] as const, dialog) }),
  component: lazyRouteComponent(() => import('./pages/admin/trust-rules-page.js'), 'TrustRulesPage'),
});

const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/admin/webhooks',
  validateSearch: ({ webhook, dialog }): { webhook?: string; dialog?: 'create' } => ({
    webhook: text(webhook),
    dialog: oneOf(['create'] as const, dialog),
  }),
  component: lazyRouteComponent(() => import('./pages/admin/webhooks-page.js'), 'WebhooksPage'),
});

const policyChange = createRoute({
  getParentRoute: () => shell,
  path: '/policy-changes/$change',
  component: lazyRouteComponent(() => import('./pages/policy/policy-change-page.js'), 'PolicyChangePage'),
});

const tree = root.addChildren([
  signIn,
  shell.addChildren([
    home,
    models,
    model.addChildren([rollback]),
    version,
    check,
    compare,
    card,
    report,
    transition,
    record,
    production,
    modelPolicy,
    policy,
    admin,
    tokens,
    sessions,
    jobs,
    reviews,
    freezes,
    roles,
    trustRules,
    webhooks,
    policyChange,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  basepath: '/console',
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
