import { withDatabase } from '../support/jest-config.js';

export default { ...withDatabase, testMatch: ['<rootDir>/test/deploy/*.spec.ts'], maxWorkers: 1 };
