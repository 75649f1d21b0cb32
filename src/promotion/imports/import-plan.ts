import { type Stage } from '../../values/stage.js';

/** What an import changes. */
export const SUBJECTS = ['model', 'version', 'description', 'tags', 'owner', 'stage', 'quarantine', 'alias'] as const;
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

/** What is said of a model or a version. */
export interface Texts {
  description: string;
  tags: Record<string, string>;
}

/** What is said of a model alone, besides. */
export interface ModelTexts extends Texts {
  owner: string | null;
}

/** A version as the other registry has it. */
export interface WantedVersion extends Texts {
  version: number;
  artifactUri: string;
  runId: string | null;
  stage: Stage;
  /** Why it is barred; null where it is not, or where that is not said. */
  quarantineReason: string | null;
}

/** A version as it is here. */
export interface PresentVersion extends WantedVersion {
  isDeleted: boolean;
  updatedAt: Date;
  /** When it was last taken over; null when it was registered here. */
  importedAt: Date | null;
}

export interface Wanted extends Texts {
  /** Undefined leaves the owner. */
  owner: string | null | undefined;
  versions: readonly WantedVersion[];
  /** Null leaves the aliases as they are. */
  aliases: ReadonlyMap<string, number> | null;
}

export interface Present extends ModelTexts {
  importedAt: Date | null;
  /** What the last import said of the model; null when that is not known, because it was changed since. */
  importedTexts: ModelTexts | null;
  /** The aliases that imports have set, with the versions they set them to. */
  importedAliases: ReadonlyMap<string, number>;
  /** Whether the model has a policy of its own: then its gates decide what moves, and no import. */
  isGoverned: boolean;
  /** Those whose numbers are wanted, or that aliases shall point at. */
  versions: readonly PresentVersion[];
  aliases: ReadonlyMap<string, number>;
}

/** Where an import begins. */
export interface Ground {
  /** Null where no model has the name. */
  present: Present | null;
  /** The highest number ever given, to a deleted model of the name, too. */
  lastVersion: number;
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

export type Part = Pick<Plan, 'changes' | 'findings'>;
