import { plain } from '../../support/jest-config.js';

export default { ...plain, testMatch: ['<rootDir>/hangs.ts'], maxWorkers: 2 };
