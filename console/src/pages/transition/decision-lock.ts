import { type TransitionResponse } from '@stagegate/client';
import { type Me } from '../../data/session.js';
import { TEXTS } from '../../texts.js';

/** Why the reader may not decide, in words that say who can; null when they may. The service says whether. */
export function decisionLock({ requestedBy, mayDecide }: TransitionResponse, me: Me): string | null {
  const { bars } = TEXTS.transition;
  const { allowed, code, reason } = mayDecide;
  if (allowed) return null;
  if (code === 'FORBIDDEN' || code === 'ALREADY_DECIDED') return bars[code];
  return code === 'SELF_APPROVAL' && requestedBy === me.subject ? bars.OWN : reason;
}
