import { type MlflowModel, type MlflowVersion, type Tag } from './mlflow-registry.js';

/** A version as it is sent to be imported, and as it stands in an exported file. */
export interface MovedVersion {
  version: number;
  artifactUri: string;
  stage: string;
  createdAt: string;
  updatedAt: string;
  createdBy?: string;
  quarantineReason?: string;
  source?: string;
  runId?: string;
  runLink?: string;
  loggedModelId?: string;
  description?: string;
  tags?: Record<string, string>;
  [more: string]: unknown;
}

/** A model on its way from one registry to another. */
export interface MovedModel {
  name: string;
  source: string;
  createdAt: string;
  createdBy?: string;
  updatedAt: string;
  description?: string;
  tags?: Record<string, string>;
  /** Absent where the registry knows no owners, and null where nobody is named. */
  owner?: string | null;
  versions: MovedVersion[];
  aliases: { alias: string; version: number }[];
}

/** What was not taken over as it is there, and by which rule. */
export interface Finding {
  code: string;
  version: number | null;
  detail: string;
}

const STAGES = ['None', 'Staging', 'Production', 'Archived'];
const OWN_TAGS = 'stagegate.';
const LONGEST_KEY = 250;
const LONGEST_TAG = 5_000;
const LONGEST_DESCRIPTION = 10_000;
const MOST_TAGS = 100;
/** Keys that would change what an object is. */
const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * A model of MLflow's as it is to be here, and what of it cannot be. Of two versions in Production the one that changed last
 * stays there, at a tie the higher number, and the others become Archived.
 */
export function toMovedModel(
  model: MlflowModel,
  versions: readonly (MlflowVersion & { artifactUri?: string })[],
  source: string,
): { moved: MovedModel; findings: Finding[] } {
  const findings: Finding[] = [];
  const ready = versions.filter(({ status = 'READY', version }) => {
    if (status !== 'READY') findings.push(finding('NOT_READY', Number(version), `it is ${status} there`));
    return status === 'READY';
  });
  findings.push(...gapsOf(versions.map(({ version }) => Number(version))));
  const kept = keptInProduction(ready);
  const moved: MovedModel = {
    name: model.name,
    source,
    createdAt: timeOf(model.creation_timestamp),
    ...(model.user_id && { createdBy: model.user_id }),
    updatedAt: timeOf(model.last_updated_timestamp ?? model.creation_timestamp),
    ...textsOf(model, null, findings),
    versions: ready.map((version) => toMovedVersion(version, kept, findings)),
    aliases: aliasesOf(model, kept, findings),
  };
  return { moved, findings };
}

function toMovedVersion(
  given: MlflowVersion & { artifactUri?: string },
  kept: string | undefined,
  findings: Finding[],
): MovedVersion {
  const { source = '', artifactUri = source, run_id, run_link, user_id } = given;
  // MLflow itself tells no model_id, but where the source is one.
  const loggedModelId = given.model_id || /^models:\/(m-[^/@]+)$/.exec(source)?.[1];
  const number = Number(given.version);
  return {
    version: number,
    artifactUri,
    ...(artifactUri !== source && { source }),
    ...(run_id && { runId: run_id }),
    ...(run_link && { runLink: run_link }),
    ...(loggedModelId && { loggedModelId }),
    ...(user_id && { createdBy: user_id }),
    ...textsOf(given, number, findings),
    stage: stageOf(given, kept, findings),
    createdAt: timeOf(given.creation_timestamp),
    updatedAt: timeOf(given.last_updated_timestamp ?? given.creation_timestamp),
  };
}

function stageOf({ current_stage, version }: MlflowVersion, kept: string | undefined, findings: Finding[]): string {
  const stage = STAGES.find((known) => known.toLowerCase() === current_stage?.toLowerCase()) ?? 'None';
  if (stage !== 'Production' || version === kept) return stage;
  const why = `it is in Production there beside version ${kept}, which changed last and stays; this one becomes Archived`;
  findings.push(finding('SEVERAL_IN_PRODUCTION', Number(version), why));
  return 'Archived';
}

function keptInProduction(versions: readonly MlflowVersion[]): string | undefined {
  return versions
    .filter(({ current_stage }) => current_stage?.toLowerCase() === 'production')
    .sort((one, other) => changeOf(other) - changeOf(one) || Number(other.version) - Number(one.version))[0]?.version;
}

function changeOf({ last_updated_timestamp = 0 }: MlflowVersion): number {
  return last_updated_timestamp;
}

function gapsOf(numbers: readonly number[]): Finding[] {
  const gaps: Finding[] = [];
  let expected = 1;
  for (const number of numbers) {
    if (number > expected) {
      const which = number - 1 > expected ? `${expected} to ${number - 1} are` : `${expected} is`;
      gaps.push({
        code: 'GAP_IN_NUMBERS',
        version: null,
        detail: `Version ${which} not there; the number stays free for good.`,
      });
    }
    expected = number + 1;
  }
  return gaps;
}

function aliasesOf(
  { aliases = [] }: MlflowModel,
  kept: string | undefined,
  findings: Finding[],
): { alias: string; version: number }[] {
  return aliases
    .filter(({ alias, version }) => {
      if (alias.toLowerCase() !== 'champion') return true;
      const why = `champion points at it there; here champion follows Production, which is ${kept ? `version ${kept}` : 'empty'}`;
      if (version !== kept) findings.push(finding('CHAMPION_ELSEWHERE', Number(version), why));
      return false;
    })
    .map(({ alias, version }) => ({ alias, version: Number(version) }))
    .sort((one, other) => (one.alias < other.alias ? -1 : 1));
}

function textsOf(
  { description = '', tags = [] }: { description?: string; tags?: Tag[] },
  version: number | null,
  findings: Finding[],
): Pick<MovedVersion, 'description' | 'tags'> {
  const characters = [...description];
  if (characters.length > LONGEST_DESCRIPTION)
    findings.push(
      finding('TEXT_LEFT_OUT', version, `its description has more than ${LONGEST_DESCRIPTION} characters and is cut`),
    );
  const kept = tags.filter((tag) => !tag.key.startsWith(OWN_TAGS) && isTag(tag)).slice(0, MOST_TAGS);
  const lost = tags.filter((tag) => !tag.key.startsWith(OWN_TAGS) && !kept.includes(tag));
  for (const { key } of lost)
    findings.push(
      finding(
        'TEXT_LEFT_OUT',
        version,
        `its tag ${key} is none here, too long, or beyond the ${MOST_TAGS} that are kept`,
      ),
    );
  const entries = kept
    .map(({ key, value = '' }) => [key, value] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    ...(description !== '' && { description: characters.slice(0, LONGEST_DESCRIPTION).join('') }),
    ...(entries.length > 0 && { tags: Object.fromEntries(entries) }),
  };
}

function isTag({ key, value = '' }: Tag): boolean {
  return !FORBIDDEN_KEYS.includes(key) && [...key].length <= LONGEST_KEY && [...value].length <= LONGEST_TAG;
}

function finding(code: string, version: number | null, why: string): Finding {
  return { code, version, detail: `${version === null ? 'The model' : `Version ${version}`}: ${why}.` };
}

function timeOf(milliseconds = 0): string {
  return new Date(milliseconds).toISOString();
}
