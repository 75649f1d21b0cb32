import { type Stage } from '../../values/stage.js';
import {
  type Change,
  type Finding,
  type Ground,
  type Part,
  type Plan,
  type Present,
  type PresentVersion,
  type Texts,
  type Wanted,
  type WantedVersion,
} from './import-plan.js';
import { planAliases } from './plan-aliases.js';

const MODEL = { version: null, name: null };

/** What has to change here for a model to be as the other registry has it, and what may not be changed. Pure and total. */
export function planImport(wanted: Wanted, ground: Ground, aliasFault: (alias: string) => string | null): Plan {
  if (ground.present && ground.present.importedAt === null) {
    const detail =
      'A model of this name was made here. Rename it, here or there; were it deleted, its numbers would still not be given again.';
    return { changes: [], findings: [{ code: 'MODEL_TAKEN', version: null, detail }], unchanged: 0 };
  }
  const model = planModel(wanted, ground.present);
  const versions = wanted.versions.map((version) => planVersion(version, ground));
  const aliases = planAliases(wanted, ground, aliasFault);
  return {
    changes: [...model.changes, ...inSafeOrder(versions.flatMap(({ changes }) => changes)), ...aliases.changes],
    findings: [...model.findings, ...versions.flatMap(({ findings }) => findings), ...aliases.findings],
    unchanged: versions.filter(({ changes, findings }) => changes.length + findings.length === 0).length,
  };
}

function planModel(wanted: Wanted, present: Present | null): Part {
  if (present === null) return { changes: [{ ...MODEL, subject: 'model', from: null, to: 'created' }], findings: [] };
  if (!saysOtherwise(wanted, present))
    return { changes: [...planTexts(wanted, present, null), ...planOwner(wanted, present)], findings: [] };
  const detail = 'What the model says of itself was changed here since it was imported, and stays so.';
  return { changes: [], findings: [{ code: 'CHANGED_HERE', version: null, detail }] };
}

function planOwner({ owner }: Wanted, here: Present): Change[] {
  if (owner === undefined || owner === here.owner) return [];
  return [{ ...MODEL, subject: 'owner', from: here.owner, to: owner }];
}

/** Whether description, tags or owner were changed here to something else than is wanted; moves of its versions are no change of these. */
export function saysOtherwise(wanted: Wanted, present: Present | null): boolean {
  if (present === null || isSameModel(present, wanted)) return false;
  const { importedTexts } = present;
  // Where no owner is wanted, the owner here is no matter.
  const asImported =
    importedTexts && (wanted.owner === undefined ? { ...importedTexts, owner: undefined } : importedTexts);
  return asImported === null || !isSameModel(present, asImported);
}

function planVersion(wanted: WantedVersion, { present, lastVersion }: Ground): Part {
  const { version } = wanted;
  const here = present?.versions.find((one) => one.version === version);
  if (!here && version > lastVersion) return planRegistration(wanted, present?.isGoverned ?? false);
  const obstacle = obstacleOf(wanted, here);
  if (obstacle) return { changes: [], findings: [{ ...obstacle, version }] };
  if (isSame(wanted, here!)) return { changes: [], findings: [] };
  if (isChangedHere(here!)) {
    const detail = `Version ${version} was changed here since it was imported, and stays so.`;
    return { changes: [], findings: [{ code: 'CHANGED_HERE', version, detail }] };
  }
  return withMoves(planTexts(wanted, here!, version), wanted, here!, present!.isGoverned);
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
  const registration: Change = { subject: 'version', version, name: null, from: null, to: 'registered' };
  return withMoves([registration], wanted, { stage: 'None', quarantineReason: null }, isGoverned);
}

/** A version that is barred there is barred here, whoever guards its stage; an import releases none. */
function withMoves(
  changes: Change[],
  wanted: WantedVersion,
  here: Pick<WantedVersion, 'stage' | 'quarantineReason'>,
  isGoverned: boolean,
): Part {
  const moved = withStage(changes, wanted, here.stage, isGoverned);
  if (!isToBeBarred(wanted, here)) return moved;
  const { version, quarantineReason: to } = wanted;
  return { ...moved, changes: [...moved.changes, { subject: 'quarantine', version, name: null, from: null, to }] };
}

function isToBeBarred(
  wanted: Pick<WantedVersion, 'quarantineReason'>,
  here: Pick<WantedVersion, 'quarantineReason'>,
): boolean {
  return wanted.quarantineReason !== null && here.quarantineReason === null;
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

/** Registrations by number; then moves, those out of Production first and those into it last; then what is barred. */
function inSafeOrder(changes: readonly Change[]): Change[] {
  const rank = ({ subject, from, to }: Change): number => {
    if (subject === 'quarantine') return 4;
    if (subject !== 'stage') return 0;
    return to === 'Production' ? 3 : from === 'Production' ? 1 : 2;
  };
  return [...changes].sort((one, other) => rank(one) - rank(other));
}

/** Whether it has changed since it was imported, in whatever way. */
function isChangedHere({ updatedAt, importedAt }: PresentVersion): boolean {
  return importedAt !== null && updatedAt > importedAt;
}

function isSame(wanted: WantedVersion, here: WantedVersion): boolean {
  return wanted.stage === here.stage && !isToBeBarred(wanted, here) && isSameText(wanted, here);
}

function isSameModel(present: Present, { owner, ...texts }: Pick<Wanted, 'description' | 'tags' | 'owner'>): boolean {
  return isSameText(present, texts) && (owner === undefined || owner === present.owner);
}

function isSameText(one: Texts, other: Texts): boolean {
  return one.description === other.description && textOf(one.tags) === textOf(other.tags);
}

function textOf(tags: Record<string, string>): string {
  return JSON.stringify(Object.entries(tags).sort(([one], [other]) => (one < other ? -1 : 1)));
}
