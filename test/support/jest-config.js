import { join } from 'node:path';

const here = (file) => join(import.meta.dirname, file);

/**
 * Specs run in processes of plain Node, each of which loads a module once for all its files; jest's own runner loads
 * the service anew for every file, which took more time than the tests.
 */
export const plain = {
  runner: here('runner.js'),
  testEnvironment: 'node',
  transform: {},
  setupFilesAfterEnv: [here('limit-tests.ts')],
};

/** The same with a PostgreSQL to make databases on. */
export const withDatabase = {
  ...plain,
  rootDir: here('../..'),
  globalSetup: here('global-setup.js'),
  globalTeardown: here('global-teardown.js'),
};
