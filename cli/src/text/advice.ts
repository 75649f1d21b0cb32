import { type PolicyAdviceResponse } from '@stagegate/client';
import { type Page } from './page.js';

/** What a policy demands that evidence can hardly meet, a line each. */
export function adviceText(advice: readonly PolicyAdviceResponse[], { paint }: Page): string[] {
  return advice.map(
    ({ ruleId, message, remediation }) => `${paint('yellow', 'Advice')} [${ruleId}] ${message} ${remediation}`,
  );
}
