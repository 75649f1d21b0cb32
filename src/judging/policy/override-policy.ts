import { type z } from 'zod';
import { compareText } from '../../values/compare-text.js';
import { type overrideSchema } from './standstill-schema.js';

/** How the gates are passed in an emergency, as a policy states it. */
export type OverrideDocument = z.infer<typeof overrideSchema>;

/** The same with every choice made. */
export interface OverridePolicy {
  enabled: boolean;
  role?: string;
  secondPerson: boolean;
  reasonMinLength: number;
  ticketRequired: boolean;
  never: string[];
  reviewDueDays: number;
}

/** What holds where a policy says nothing of emergencies. */
export const USUAL_OVERRIDE: Readonly<OverridePolicy> = {
  enabled: true,
  secondPerson: true,
  reasonMinLength: 1,
  ticketRequired: true,
  never: [],
  reviewDueDays: 3,
};

/** What a policy says of emergencies, with every choice made. */
export function normaliseOverride(document: OverrideDocument): OverridePolicy {
  return { ...USUAL_OVERRIDE, ...document, never: [...new Set(document.never ?? [])].sort(compareText) };
}

/** The stricter of what two scopes say; the role is that of the wider one where it names one. */
export function composeOverrides(
  wider: OverridePolicy | undefined,
  narrower: OverridePolicy | undefined,
): OverridePolicy | undefined {
  return wider && narrower ? stricterOverride(wider, narrower) : (wider ?? narrower);
}

function stricterOverride(a: OverridePolicy, b: OverridePolicy): OverridePolicy {
  const role = a.role ?? b.role;
  return {
    enabled: a.enabled && b.enabled,
    ...(role === undefined ? {} : { role }),
    secondPerson: a.secondPerson || b.secondPerson,
    reasonMinLength: Math.max(a.reasonMinLength, b.reasonMinLength),
    ticketRequired: a.ticketRequired || b.ticketRequired,
    never: [...new Set([...a.never, ...b.never])].sort(compareText),
    reviewDueDays: Math.min(a.reviewDueDays, b.reviewDueDays),
  };
}
