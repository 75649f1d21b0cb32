import { withDatabase } from './test/support/jest-config.js';

export default {
  ...withDatabase,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/**/*-spec.ts'],
  testSequencer: '<rootDir>/test/support/longest-first.js',
  // One more than the cores of a small machine, because each often waits for a database or an engine.
  maxWorkers: 3,
};
