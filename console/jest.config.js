import { plain } from '../test/support/jest-config.js';

export default {
  ...plain,
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/*.browser-spec.ts'],
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
  // Half of the time a spec waits for what the page does; two keep both processors of a build server busy.
  maxWorkers: 2,
};
