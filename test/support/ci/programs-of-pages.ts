/** What holds the programs of a page to be true: commands, queries, workflows and programs in any language. */
export interface Guide {
  /** A page whose commands a reader has run before, on the same service. */
  after?: string;
  /** Blocks that are not run, by their first line, each with the reason. */
  leftOut?: Record<string, string>;
  /** True where the page does not say what its commands print. */
  silent?: true;
}

const STARTS = 'It starts the service, which a test has started already.';
const NEEDS_A_SERVER =
  'It needs psql and a database server of the reader; test/roles.db-spec.ts runs the script it names.';

/** Pages whose shell blocks test/documentation.process-spec.ts runs on a service of their own, one after another. */
export const GUIDES: Record<string, Guide> = {
  'README.md': {
    silent: true,
    leftOut: {
      'npm ci && npm start': STARTS,
      'npm run demo': 'It is run by test/demo.process-spec.ts, which holds its table to the page.',
      'npm run build:cli': 'The test does that before all pages.',
      'npm ci && npm test': 'It is what runs this test.',
    },
  },
  'docs/api.md': {},
  'docs/audit-proofs.md': { after: 'README.md' },
  'docs/quick-start.md': { leftOut: { 'npm ci && npm start': STARTS } },
  'docs/roles.md': {},
  'docs/searching.md': {},
  'docs/freezes-holds-and-emergencies.md': {},
  'docs/guides/approver.md': { after: 'README.md' },
  'docs/guides/auditor.md': { after: 'README.md' },
  'docs/guides/coming-from-mlflow.md': {},
  'docs/guides/first-policy.md': {},
  'docs/guides/platform.md': {
    leftOut: {
      'npm ci && npm run build && npm prune --omit=dev': 'It replaces the packages that the test itself runs on.',
      'DATABASE_URL=postgres://stagegate_owner@db.internal:5432/stagegate \\': NEEDS_A_SERVER,
      'PGPASSWORD="$OWNER_PASSWORD" pg_dump --format=custom --file=stagegate.dump postgres://stagegate_owner@db.internal:5432/stagegate':
        'It needs the programs of PostgreSQL in the version of the server, which the embedded one does not bring.',
    },
  },
};

/** Pages whose programs another test runs or reads, which names the page. */
export const RUN_BY: Record<string, string> = {
  'cli/README.md': 'cli/test/readme.spec.ts',
  'clients/python/README.md': 'clients/python/tests/test_readme.py',
  'clients/python-mlflow/README.md': 'test/mlflow/readme.py',
  'clients/typescript/README.md': 'clients/typescript/test/readme.spec.ts',
  'docs/ci.md': 'test/ci-documentation.api-spec.ts',
  'docs/database-roles.md': 'test/roles.db-spec.ts',
  'docs/drills.md': 'test/drills.process-spec.ts',
  'docs/events.md': 'test/events-page.api-spec.ts',
  'docs/kubernetes.md': 'test/deploy/chart-values.spec.ts',
  'docs/guides/notebook.md': 'clients/python/tests/test_guides.py',
  'docs/observability.md': 'test/observability.api-spec.ts',
  'docs/policies.md': 'test/cookbook.api-spec.ts',
};

/** Pages whose programs no test runs as they stand, each with the reason. */
export const NOT_RUN: Record<string, string> = {
  'docs/mlflow.md':
    "It needs an installed MLflow; npm run test:mlflow calls the same functions of MLflow's own client.",
  'clients/go/README.md': 'Its program is an excerpt of clients/go/example, which its test runs.',
  'clients/java/README.md': 'Its program is an excerpt of the example of clients/java, which its test runs.',
  'docs/DOCKER.md':
    'It needs Docker; npm run test:image builds and starts the same image, test/roles.db-spec.ts runs its script of the two roles.',
  'docs/cli.md':
    'It is written by the program itself and shows forms of commands, which npm run cli:reference:check compares.',
  'docs/clients.md':
    'It starts compilers of four languages; npm run test:clients runs the same examples, each on a service of its own.',
};
