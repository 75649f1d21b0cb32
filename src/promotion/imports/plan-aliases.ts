import { type Change, type Finding, type Ground, type Part, type Present, type Wanted } from './import-plan.js';

/** What has to change for the aliases to be as the other registry has them; those that were set or moved here stay. */
export function planAliases(wanted: Wanted, ground: Ground, faultOf: (alias: string) => string | null): Part {
  if (wanted.aliases === null) return { changes: [], findings: [] };
  const here = ground.present?.aliases ?? new Map<string, number>();
  const parts = [...wanted.aliases]
    .filter(([name, version]) => here.get(name) !== version)
    .map(([name, version]) => planAlias({ name, version }, wanted, ground, faultOf));
  return joined([...parts, ...planGone(wanted.aliases, ground.present)]);
}

interface Pointer {
  name: string;
  version: number;
}

function planAlias(
  { name, version }: Pointer,
  wanted: Wanted,
  ground: Ground,
  faultOf: (alias: string) => string | null,
): Part {
  const { present } = ground;
  const why = faultOf(name) ?? refusalOfAlias(version, wanted, ground);
  if (why !== null) return told('ALIAS_NOT_TAKEN', version, `The alias ${name} is left out: ${why}`);
  if (present && isSetHere(name, present))
    return told('CHANGED_HERE', version, `The alias ${name} was set, moved or removed here, and stays so.`);
  return changed({ name, version }, present?.aliases.get(name) ?? null, version);
}

/** Those that are here and not there any more, or never were. */
function planGone(there: ReadonlyMap<string, number>, present: Present | null): Part[] {
  if (present === null || present.isGoverned) return [];
  return [...present.aliases]
    .filter(([name]) => !there.has(name))
    .map(([name, version]) =>
      isSetHere(name, present)
        ? told('CHANGED_HERE', version, `The alias ${name} was set here and is not there; it stays.`)
        : changed({ name, version }, version, null),
    );
}

/** The aliases that imports have set, after those of a plan; what is gone at both ends is forgotten. */
export function importedAliasesAfter(
  { aliases: there }: Wanted,
  present: Present | null,
  changes: readonly Change[],
): Record<string, number> {
  const before = [...(present?.importedAliases ?? [])].filter(
    ([name]) => there === null || there.has(name) || present!.aliases.has(name),
  );
  const after = new Map(before);
  for (const { subject, name, to } of changes) {
    if (subject !== 'alias') continue;
    if (to === null) after.delete(name!);
    else after.set(name!, Number(to));
  }
  return Object.fromEntries(after);
}

/** Whether an alias stands elsewhere than an import has left it, or is gone. */
function isSetHere(name: string, { aliases, importedAliases }: Present): boolean {
  return aliases.get(name) !== importedAliases.get(name);
}

function refusalOfAlias(version: number, wanted: Wanted, { present, lastVersion }: Ground): string | null {
  if (present?.isGoverned) return 'the model has a policy of its own by now.';
  const isHere = present?.versions.some((one) => one.version === version && !one.isDeleted) ?? false;
  const isNew = version > lastVersion && wanted.versions.some((one) => one.version === version);
  return isHere || isNew ? null : 'its version is not here.';
}

function told(code: Finding['code'], version: number, detail: string): Part {
  return { changes: [], findings: [{ code, version, detail }] };
}

function changed({ name, version }: Pointer, from: number | null, to: number | null): Part {
  const text = (number: number | null) => (number === null ? null : String(number));
  return { changes: [{ subject: 'alias', version, name, from: text(from), to: text(to) }], findings: [] };
}

function joined(parts: readonly Part[]): Part {
  return {
    changes: parts.flatMap(({ changes }) => changes),
    findings: parts.flatMap(({ findings }) => findings),
  };
}
