import { type z } from 'zod';
import { canonicalJson } from '../../values/canonical-json.js';
import { compareText } from '../../values/compare-text.js';
import { type FROZEN_KINDS, type freezeSchema } from './standstill-schema.js';
import { newSight, type Sight } from './recurrence.js';
import { type FreezeWindow, neverBegins, nextStart, spanAt, windowFaults } from './freeze-windows.js';
import { type PolicyError, policyError } from './policy-error.js';

/** What a freeze of a policy can hold back. */
export type FrozenKind = (typeof FROZEN_KINDS)[number];

/** A freeze as a policy states it. */
export type FreezeDocument = z.infer<typeof freezeSchema>;

/** When nothing moves into a stage, with every choice made. */
export interface FreezePolicy {
  timeZone: string;
  deny: FreezeWindow[];
  allow: FreezeWindow[];
  appliesTo: FrozenKind[];
  rollbackExempt: boolean;
}

/** Why a policy holds a move back at a time. */
export interface PolicyFreeze {
  /** `deny` in a window that forbids, `allow` outside of all that permit. */
  because: 'deny' | 'allow';
  timeZone: string;
  /** When it ends; null when no end is in sight. */
  until: Date | null;
}

/** Spans that are followed, one after the other, before no end is called in sight. */
const MOST_FOLLOWED = 64;
/** Windows of a stage; each is looked at whenever something moves there. */
const MOST_WINDOWS = 200;

/** A freeze with every choice made. */
export function normaliseFreeze({ timeZone, deny, allow, appliesTo, rollbackExempt }: FreezeDocument): FreezePolicy {
  const kinds = [...new Set(appliesTo ?? ['PROMOTION' as const])];
  const exempt = rollbackExempt ?? !kinds.includes('ROLLBACK');
  return {
    timeZone: timeZone ?? 'UTC',
    deny: deny ?? [],
    allow: allow ?? [],
    appliesTo: [...new Set<FrozenKind>([...kinds, ...(exempt ? [] : (['ROLLBACK'] as const))])].sort(compareText),
    rollbackExempt: exempt,
  };
}

/** Whether a document states one freeze or several. */
export function freezeList<Freeze extends object>(freeze: Freeze | Freeze[] | undefined): Freeze[] {
  return freeze === undefined ? [] : Array.isArray(freeze) ? freeze : [freeze];
}

/** All that is wrong with the freezes of a stage, which stand at `path` in the document. */
export function freezeFaults(path: readonly PropertyKey[], freeze: FreezeDocument | FreezeDocument[]): PolicyError[] {
  const freezes = freezeList(freeze);
  const windows = freezes.flatMap(({ deny = [], allow = [] }) => [...deny, ...allow]).length;
  if (windows > MOST_WINDOWS) {
    const detail = `The freezes of a stage have at most ${MOST_WINDOWS} windows together; here they are ${windows}.`;
    return [policyError(path, 'TOO_MANY_WINDOWS', detail)];
  }
  return freezes.flatMap((one, index) => {
    const at = Array.isArray(freeze) ? [...path, index] : path;
    return [...windowErrors(at, one), ...contradiction(at, one)];
  });
}

function windowErrors(path: readonly PropertyKey[], freeze: FreezeDocument): PolicyError[] {
  return (['deny', 'allow'] as const).flatMap((list) =>
    (freeze[list] ?? []).flatMap((window, index) =>
      windowFaults(window, freeze.timeZone ?? 'UTC').map(({ at, code, detail }) =>
        policyError(at === 'timeZone' ? [...path, at] : [...path, list, index, at], code, detail),
      ),
    ),
  );
}

function contradiction(path: readonly PropertyKey[], freeze: FreezeDocument): PolicyError[] {
  const errors: PolicyError[] = [];
  if (freeze.rollbackExempt === true && freeze.appliesTo?.includes('ROLLBACK'))
    errors.push(
      policyError(
        [...path, 'rollbackExempt'],
        'CONTRADICTION',
        'appliesTo names ROLLBACK, and rollbackExempt lets it go on.',
      ),
    );
  if (freeze.deny === undefined && freeze.allow === undefined)
    errors.push(policyError(path, 'EMPTY_FREEZE', 'The freeze has no window; name one in deny or in allow.'));
  return errors;
}

/** Freezes of two scopes beside each other; null for none. */
export function composeFreezes(
  a: FreezePolicy | FreezePolicy[] | undefined,
  b: FreezePolicy | FreezePolicy[] | undefined,
): FreezePolicy | FreezePolicy[] | undefined {
  const byText = new Map([...freezeList(a), ...freezeList(b)].map((freeze) => [canonicalJson(freeze), freeze]));
  const all = [...byText.keys()].sort(compareText).map((text) => byText.get(text)!);
  return all.length > 1 ? all : all[0];
}

/** Why a freeze holds back a move of a kind at a time; null when it does not. */
export function judgeFreeze(freeze: FreezePolicy, kind: FrozenKind, at: Date, sight = newSight()): PolicyFreeze | null {
  const held = freeze.appliesTo.includes(kind) ? hinderAt(freeze, at, sight) : null;
  if (held === null) return null;
  return { because: held.because, timeZone: freeze.timeZone, until: endOf(freeze, held.until, sight) };
}

/** What hinders at one moment, and until when that alone does. */
function hinderAt(freeze: FreezePolicy, at: Date, sight: Sight): Pick<PolicyFreeze, 'because' | 'until'> | null {
  const { deny, allow, timeZone } = freeze;
  for (const window of deny) {
    const span = spanAt(window, timeZone, at, sight);
    if (span !== null) return { because: 'deny', until: span.end };
  }
  if (allow.length === 0 || allow.some((window) => spanAt(window, timeZone, at, sight) !== null)) return null;
  const starts = allow.flatMap((window) => nextStart(window, timeZone, at) ?? []);
  return { because: 'allow', until: starts.sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
}

/** The first moment from a time on at which nothing hinders. */
function endOf(freeze: FreezePolicy, from: Date | null, sight: Sight): Date | null {
  let at = from;
  for (let followed = 0; followed < MOST_FOLLOWED && at !== null; followed += 1) {
    sight.left -= freeze.deny.length + freeze.allow.length;
    if (sight.left < 0) return null;
    const next = hinderAt(freeze, at, sight);
    if (next === null) return at;
    at = next.until;
  }
  return null;
}

/** The crons of windows that never begin. */
export function deadCrons(freeze: FreezePolicy): string[] {
  return [...freeze.deny, ...freeze.allow].flatMap((window) =>
    'cron' in window && neverBegins(window, freeze.timeZone) ? [window.cron] : [],
  );
}
