import { type PinStandingResponse } from '@stagegate/client';
import { TEXTS } from '../texts.js';

/** What became of something that a request is pinned to, from what to what, in one sentence. */
export function pinSentence({ pin, pinned, current }: PinStandingResponse): string {
  const { pins } = TEXTS.transition;
  if (pin === 'incumbent') {
    if (pinned !== null && pinned === current) return pins.cameBack(pinned);
    return pins.incumbent(current, pinned);
  }
  if (pin === 'stage') return pins.stage(current ?? '–', pinned ?? '–');
  return pins[pin];
}
