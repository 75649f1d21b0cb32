import { nearestName } from '../../values/nearest-name.js';
import { type Environment, SETTINGS, SETTINGS_OF_CLIENTS } from './settings.js';

const KNOWN: ReadonlySet<string> = new Set([...SETTINGS, ...SETTINGS_OF_CLIENTS]);
const OURS = /^STAGEGATE_/i;
/** Shorter names, and more edits, would take settings of other programs for misspelt ones. */
const LEAST_LENGTH = 8;
const LONG_LENGTH = 12;

/**
 * Says of each variable that looks like a setting but is not which one may be meant. Whatever begins with STAGEGATE_ looks like
 * one; any other does when it is a letter or two away from a setting that is not set.
 */
export function unknownSettings(env: Environment): string[] {
  return Object.keys(env)
    .filter((name) => env[name]?.trim() && !isKnown(name, env))
    .sort()
    .flatMap((name) => (OURS.test(name) ? [unknown(name)] : misspelt(name, env)));
}

/** Windows has variables in any case, and answers for each. */
function isKnown(name: string, env: Environment): boolean {
  const upper = name.toUpperCase();
  return KNOWN.has(upper) && (name === upper || env[upper] === env[name]);
}

function unknown(name: string): string {
  const near = nearestName(name, SETTINGS);
  return `${name} is no setting of Stagegate and has no effect.${near ? ` Did you mean ${near}?` : ''}`;
}

function misspelt(name: string, env: Environment): string[] {
  const meant = SETTINGS.filter((known) => known.length >= LEAST_LENGTH && !env[known]?.trim());
  const near = nearestName(name, meant, name.length >= LONG_LENGTH ? 2 : 1);
  return near ? [`${name} is no setting of Stagegate. Did you mean ${near}?`] : [];
}
