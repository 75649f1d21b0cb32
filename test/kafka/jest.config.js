import { withDatabase } from '../support/jest-config.js';

export default { ...withDatabase, testMatch: ['<rootDir>/test/kafka/*.spec.ts'], maxWorkers: 1 };
