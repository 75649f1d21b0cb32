import tseslint from 'typescript-eslint';

/** Files with a Nest suffix do I/O; the others in src/ are pure core and may import neither framework nor process. */
const PURE_FORBIDDEN = [
  {
    group: ['@nestjs/*', 'typeorm', 'pg', 'fastify', '@fastify/*', 'pino'],
    message: 'Pure files import no framework.',
  },
  {
    group: ['node:fs*', 'node:http*', 'node:process', 'node:net', 'node:child_process'],
    message: 'Pure files do no I/O.',
  },
];

export default tseslint.config(
  { ignores: ['**/dist/', 'coverage/', '**/node_modules/', '**/.venv/', 'clients/*/src/generated/'] },
  ...tseslint.configs.recommended,
  {
    // Nest reads constructor types at run time, so a class that is only injected is still a value import.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'No default exports.' }],
    },
  },
  {
    files: [
      'src/{judging,values}/**/*.ts',
      'src/{promotion,measuring,registry,access,record}/**/*.ts',
      'src/platform/{access,config}/**/*.ts',
    ],
    ignores: ['src/**/*.*.ts', 'src/judging/**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: PURE_FORBIDDEN }] },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/platform/config.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'process.env only in platform/config.ts.' },
      ],
    },
  },
  {
    files: ['**/*.config.js', 'openapi/house-rules.js', 'test/support/global-*.ts', 'website/.vitepress/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
