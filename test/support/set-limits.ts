import { jest } from '@jest/globals';
import { LONGEST_TEST_MS } from './limits.js';

jest.setTimeout(LONGEST_TEST_MS);
