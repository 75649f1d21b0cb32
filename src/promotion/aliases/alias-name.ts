import { STAGES } from '../../values/stage.js';

/** Mirrors Production; writing it asks for a promotion. */
const CHAMPION = 'champion';

export const ALIAS = /^[A-Za-z][A-Za-z0-9._-]{0,127}$/;

/** Names that look like a version or mean one, or a stage, are not given away. */
const RESERVED = new RegExp(`^(latest|v[0-9]+|${STAGES.join('|')})$`, 'i');

/** Why a name cannot be an alias, or null. */
export function aliasFault(alias: string): string | null {
  if (!ALIAS.test(alias))
    return 'An alias starts with a letter and holds at most 128 letters, digits, ".", "_" or "-".';
  return RESERVED.test(alias)
    ? `'${alias}' is reserved: latest and names such as v1 mean versions themselves, the names of stages what stands there.`
    : null;
}

export function isChampion(alias: string): boolean {
  return alias.toLowerCase() === CHAMPION;
}

/** How an alias is looked up: champion is the same in any case of its letters. */
export function aliasKey(alias: string): string {
  return isChampion(alias) ? CHAMPION : alias;
}
