import { ACCESS_GUIDES } from './access-guides.js';
import { APPROVAL_GUIDES } from './approval-guides.js';
import { CONSOLE_GUIDES } from './console-guides.js';
import { EVENT_GUIDES } from './event-guides.js';
import { EVIDENCE_GUIDES } from './evidence-guides.js';
import { type ProblemGuide } from './problem-guide.js';
import { IDENTITY_GUIDES } from './identity-guides.js';
import { PROMOTION_GUIDES } from './promotion-guides.js';
import { ARCHIVE_GUIDES } from './archive-guides.js';
import { PROOF_GUIDES } from './proof-guides.js';
import { REGISTRY_GUIDES } from './registry-guides.js';
import { REQUEST_GUIDES } from './request-guides.js';
import { ROLES_GUIDES } from './roles-guides.js';
import { RUN_GUIDES } from './run-guides.js';
import { SERVICE_GUIDES } from './service-guides.js';
import { STANDSTILL_GUIDES } from './standstill-guides.js';

/** A guide for every code that the service can answer with; a rule test holds the two together. */
export const PROBLEM_GUIDES: Readonly<Record<string, ProblemGuide>> = {
  ...REQUEST_GUIDES,
  ...ACCESS_GUIDES,
  ...ROLES_GUIDES,
  ...IDENTITY_GUIDES,
  ...REGISTRY_GUIDES,
  ...EVIDENCE_GUIDES,
  ...RUN_GUIDES,
  ...PROMOTION_GUIDES,
  ...STANDSTILL_GUIDES,
  ...APPROVAL_GUIDES,
  ...EVENT_GUIDES,
  ...CONSOLE_GUIDES,
  ...PROOF_GUIDES,
  ...ARCHIVE_GUIDES,
  ...SERVICE_GUIDES,
};
