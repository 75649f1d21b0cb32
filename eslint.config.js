import tseslint from 'typescript-eslint';

/** In a feature a file with a suffix does I/O; one without is pure, as all of judging and values is. */
const NO_FRAMEWORK = [
  {
    group: ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'pino', 'prom-client', '@duckdb/*'],
    message: 'Pure files import no framework.',
  },
  {
    group: ['node:fs*', 'node:http*', 'node:process', 'node:net', 'node:child_process', 'node:worker_threads'],
    message: 'Pure files do no I/O.',
  },
];

/** A row is what the core decides on, so a pure file may name its type; the class, and all other shells, stay outside. */
const NO_SHELL = [
  {
    regex: String.raw`^\..*/[^/]+\.entity\.js$`,
    allowTypeImports: true,
    message: 'Of a row a pure file takes the type.',
  },
  {
    regex: String.raw`^\..*/[^/]+\.(?!entity\.)[a-z]+\.js$`,
    message: 'A file without a suffix imports none with one, its types neither.',
  },
];

const NEEDLESS_GLOBALS = {
  name: '@jest/globals',
  allowImportNames: ['jest'],
  message: 'Specs have these without an import; only `jest` itself is none of the globals of an ES module.',
};

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'No default exports.' };
const IMPORT_ORDER = [
  {
    selector: 'ImportDeclaration[source.value=/^(?!node:)/] ~ ImportDeclaration[source.value=/^node:/]',
    message: 'Imports of Node.js come first.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^[.]/] ~ ImportDeclaration[source.value=/^[^.]/]',
    message: 'Imports of packages come before our own.',
  },
];

/** One look at why a button is locked finds what it waits to have read, when that takes its time. */
const ONE_LOOK_AT_A_LOCK = {
  selector: 'CallExpression[callee.property.name="getAttribute"][arguments.0.value=/^(title|aria-disabled)$/]',
  message: 'Wait until it is so, by `waitUntilLocked`.',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/.dist-*/',
      'coverage/',
      '**/node_modules/',
      '**/.venv/',
      'clients/*/src/generated/',
      'clients/*/target/',
    ],
  },
  ...tseslint.configs.recommended,
  {
    // Nest reads constructor types at run time, so a class that is only injected is still a value import.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...IMPORT_ORDER],
    },
  },
  {
    // The command line sees the client through its build, which need not be there yet; the compiler checks both.
    files: ['{src,tools,demo,bench,test,migrations,verifier}/**/*.ts', 'clients/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  {
    files: [
      '{src,tools,demo,bench,cli,verifier}/**/*.ts',
      'console/src/**/*.{ts,tsx}',
      'clients/typescript/src/**/*.ts',
      'action/**/*.js',
    ],
    // A block of specs is one function to the linter.
    ignores: ['**/*.spec.ts'],
    rules: {
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 50],
      'max-params': ['error', 5],
      complexity: ['error', 15],
    },
  },
  {
    files: [
      'src/{judging,values,promotion,measuring,registry,record,access,edges}/**/*.ts',
      'src/platform/{access,backup,config,idempotency,jobs}/**/*.ts',
    ],
    ignores: ['src/**/*.*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [...NO_FRAMEWORK, ...NO_SHELL] }] },
  },
  {
    // The story of a change of stage carries what the shells load and answer: it names their types, and calls none.
    files: ['src/promotion/transitions/stage-change.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [...NO_FRAMEWORK, ...NO_SHELL.map((shell) => ({ ...shell, allowTypeImports: true }))] },
      ],
    },
  },
  {
    files: ['demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: String.raw`^\.\./src/`, message: 'The demo calls the registry by the client.' }] },
      ],
    },
  },
  {
    files: ['**/*spec.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { paths: [NEEDLESS_GLOBALS] }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/config.ts', 'src/platform/config/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'process.env only in platform/config.ts.' },
      ],
    },
  },
  {
    files: ['console/test/*.browser-spec.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...IMPORT_ORDER, ONE_LOOK_AT_A_LOCK] },
  },
  {
    files: [
      '**/*.config.js',
      'openapi/house-rules.js',
      'test/support/{global-*,longest-first,runner}.js',
      'console/test/global-*.js',
      'website/.vitepress/**',
    ],
    rules: { 'no-restricted-syntax': ['error', ...IMPORT_ORDER] },
  },
);
