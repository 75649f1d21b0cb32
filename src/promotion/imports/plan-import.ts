import { type Stage } from '../../registry/models/stage.js';

/** What an import changes. */
export const SUBJECTS = ['model', 'version', 'description', 'tags', 'stage', 'alias'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Why something is not taken over: each with what holds then. */
export const FINDING_CODES = [
  'MODEL_TAKEN',
  'NUMBER_TAKEN',
  'OTHER_EVIDENCE',
  'CHANGED_HERE',
  'GOVERNED',
  'ALIAS_NOT_TAKEN',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

interface Texts {
  description: string;
  tags: Record<string, string>;
}

/** A version as the other registry has it. */
export interface WantedVersion extends Texts {
  version: number;
  artifactUri: string;
  runId: string | null;
  stage: Stage;
}

/** A version as it is here. */
export interface PresentVersion extends WantedVersion {
  isDeleted: boolean;
  updatedAt: Date;
  /** When it was last taken over; null when it was registered here. */
  importedAt: Date | null;
}

export interface Wanted extends Texts {
  versions: readonly WantedVersion[];
  /** Null leaves the aliases as they are. */
  aliases: ReadonlyMap<string, number> | null;
}

export interface Present extends Texts {
  lastVersion: number;
  importedAt: Date | null;
  updatedAt: Date;
  /** Whether the model has a policy of its own: then its gates decide what moves, and no import. */
  isGoverned: boolean;
  /** Those whose numbers are wanted, or that aliases shall point at. */
  versions: readonly PresentVersion[];
  aliases: ReadonlyMap<string, number>;
}

export interface Change {
  subject: Subject;
  version: number | null;
  name: string | null;
  from: string | null;
  to: string | null;
}

export interface Finding {
  code: FindingCode;
  version: number | null;
  detail: string;
}

export interface Plan {
  changes: Change[];
  findings: Finding[];
  unchanged: number;
}

const MODEL = { version: null, name: null };

/** What has to change here for a model to be as the other registry has it, and what may not be changed. Pure and total. */
export function planImport(
  wanted: Wanted,
  present: Present | null,
  aliasFault: (alias: string) => string | null,
): Plan {
  if (present && present.importedAt === null) {
    const detail = 'A model of this name was made here. Delete or rename it, or import under another name.';
    return { changes: [], findings: [{ code: 'MODEL_TAKEN', version: null, detail }], unchanged: 0 };
  }
  const versions = wanted.versions.map((version) => planVersion(version, present));
  const aliases = planAliases(wanted, present, aliasFault);
  return {
    changes: [
      ...planModel(wanted, present),
      ...inSafeOrder(versions.flatMap(({ changes }) => changes)),
      ...aliases.changes,
    ],
    findings: [...versions.flatMap(({ findings }) => findings), ...aliases.findings],
    unchanged: versions.filter(({ changes, findings }) => changes.length + findings.length === 0).length,
  };
}

function planModel(wanted: Wanted, present: Present | null): Change[] {
  if (present === null) return [{ ...MODEL, subject: 'model', from: null, to: 'created' }];
  return isChangedHere(present) ? [] : planTexts(wanted, present, null);
}

type Part = Pick<Plan, 'changes' | 'findings'>;

function planVersion(wanted: WantedVersion, present: Present | null): Part {
  const { version } = wanted;
  const here = present?.versions.find((one) => one.version === version);
  if (!present || (!here && version > present.lastVersion))
    return planRegistration(wanted, present?.isGoverned ?? false);
  const obstacle = obstacleOf(wanted, here);
  if (obstacle) return { changes: [], findings: [{ ...obstacle, version }] };
  if (isSame(wanted, here!)) return { changes: [], findings: [] };
  if (isChangedHere(here!)) {
    const detail = `Version ${version} was changed here since it was imported, and stays so.`;
    return { changes: [], findings: [{ code: 'CHANGED_HERE', version, detail }] };
  }
  return withStage(planTexts(wanted, here!, version), wanted, here!.stage, present.isGoverned);
}

/** Why the version of that number here is another one, or none; null when it is the one that is wanted. */
function obstacleOf(wanted: WantedVersion, here: PresentVersion | undefined): Pick<Finding, 'code' | 'detail'> | null {
  const { version } = wanted;
  if (!here || here.isDeleted) {
    const detail = `Version ${version} was deleted or passed over here; a number is never given twice.`;
    return { code: 'NUMBER_TAKEN', detail };
  }
  if (here.importedAt === null)
    return { code: 'NUMBER_TAKEN', detail: `Version ${version} was registered here; a number is never given twice.` };
  if (here.artifactUri === wanted.artifactUri && here.runId === wanted.runId) return null;
  return { code: 'OTHER_EVIDENCE', detail: `Version ${version} has another artifact or run here, which never change.` };
}

function planRegistration(wanted: WantedVersion, isGoverned: boolean): Part {
  const { version } = wanted;
  return withStage(
    [{ subject: 'version', version, name: null, from: null, to: 'registered' }],
    wanted,
    'None',
    isGoverned,
  );
}

/** Gates are not walked around: what they guard is moved by an import only until the model has a policy of its own. */
function withStage(changes: Change[], { version, stage }: WantedVersion, from: Stage, isGoverned: boolean): Part {
  if (stage === from) return { changes, findings: [] };
  const isGuarded = [stage, from].some((one) => one === 'Production' || one === 'Staging');
  if (isGoverned && isGuarded) {
    const detail = `Version ${version} is in ${stage} there and in ${from} here, where the policy of the model decides by now.`;
    return { changes, findings: [{ code: 'GOVERNED', version, detail }] };
  }
  return { changes: [...changes, { subject: 'stage', version, name: null, from, to: stage }], findings: [] };
}

function planTexts(wanted: Texts, here: Texts, version: number | null): Change[] {
  const changes: Change[] = [];
  if (wanted.description !== here.description)
    changes.push({ subject: 'description', version, name: null, from: here.description, to: wanted.description });
  const [from, to] = [textOf(here.tags), textOf(wanted.tags)];
  if (from !== to) changes.push({ subject: 'tags', version, name: null, from, to });
  return changes;
}

function planAliases(wanted: Wanted, present: Present | null, faultOf: (alias: string) => string | null): Part {
  const { aliases } = wanted;
  if (aliases === null) return { changes: [], findings: [] };
  const here = present?.aliases ?? new Map<string, number>();
  const set = [...aliases].filter(([name, version]) => here.get(name) !== version);
  const gone = [...here].filter(([name]) => !aliases.has(name));
  const refusals = set.map(([name, version]) => ({
    name,
    version,
    why: refusalOfAlias(name, version, wanted, present, faultOf),
  }));
  const changes = refusals
    .filter(({ why }) => why === null)
    .map(({ name, version }) => aliasChange(name, version, here.get(name) ?? null, version));
  const removals = present?.isGoverned ? [] : gone.map(([name, version]) => aliasChange(name, version, version, null));
  const findings = refusals.flatMap(({ name, version, why }) =>
    why === null
      ? []
      : [{ code: 'ALIAS_NOT_TAKEN', version, detail: `The alias ${name} is left out: ${why}` } as const],
  );
  return { changes: [...changes, ...removals], findings };
}

function refusalOfAlias(
  name: string,
  version: number,
  wanted: Wanted,
  present: Present | null,
  faultOf: (alias: string) => string | null,
): string | null {
  if (present?.isGoverned) return 'the model has a policy of its own by now.';
  const isHere = present?.versions.some((one) => one.version === version && !one.isDeleted) ?? false;
  const isNew = version > (present?.lastVersion ?? 0) && wanted.versions.some((one) => one.version === version);
  return faultOf(name) ?? (isHere || isNew ? null : 'its version is not here.');
}

function aliasChange(name: string, version: number, from: number | null, to: number | null): Change {
  return {
    subject: 'alias',
    version,
    name,
    from: from === null ? null : String(from),
    to: to === null ? null : String(to),
  };
}

/** Registrations by number; then moves, those out of Production first and those into it last. */
function inSafeOrder(changes: readonly Change[]): Change[] {
  const rank = ({ subject, from, to }: Change): number => {
    if (subject !== 'stage') return 0;
    return to === 'Production' ? 3 : from === 'Production' ? 1 : 2;
  };
  return [...changes].sort((one, other) => rank(one) - rank(other));
}

function isChangedHere({ updatedAt, importedAt }: { updatedAt: Date; importedAt: Date | null }): boolean {
  return importedAt !== null && updatedAt > importedAt;
}

function isSame(one: WantedVersion, other: WantedVersion): boolean {
  return one.stage === other.stage && one.description === other.description && textOf(one.tags) === textOf(other.tags);
}

function textOf(tags: Record<string, string>): string {
  return JSON.stringify(Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1)));
}
