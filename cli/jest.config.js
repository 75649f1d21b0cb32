import { plain } from '../test/support/jest-config.js';

export default { ...plain, testMatch: ['<rootDir>/test/*.spec.ts'], maxWorkers: 1 };
