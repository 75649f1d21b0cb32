import { withDatabase } from '../support/jest-config.js';

export default { ...withDatabase, testMatch: ['<rootDir>/test/image/*.spec.ts'], maxWorkers: 1 };
