import { setTimeout as pause } from 'node:timers/promises';

/** White space before JSON means nothing, and tells whoever is between that the answer still comes. */
export const SIGN_OF_LIFE = ' ';

/** The text of an answer that takes long, with a sign of life every so many milliseconds until it is there. */
export async function* patiently(answer: Promise<object>, everyMs: number): AsyncGenerator<string> {
  for (;;) {
    const waiting = new AbortController();
    const silence = pause(everyMs, null, { signal: waiting.signal }).catch(() => null);
    const done = await Promise.race([answer, silence]).finally(() => waiting.abort());
    if (done !== null) return yield JSON.stringify(done);
    yield SIGN_OF_LIFE;
  }
}
