import { withDatabase } from '../support/jest-config.js';

export default { ...withDatabase, testMatch: ['<rootDir>/test/upgrade/*.spec.ts'], maxWorkers: 1 };
