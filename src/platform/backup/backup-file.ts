/**
 * The form of a backup: gzip over lines of JSON. The first says what it is, then each table stands with the names of its columns, its
 * rows after it, each as PostgreSQL writes a row as text; the values of sequences; and an end with a digest over all lines before.
 */
export const BACKUP_FORMAT = 'stagegate-backup/1';

/** Files of the data folder that a backup carries, since tokens and checkpoints need them; by name, with their text. */
export const KEPT_FILES = ['jwt-secret', 'checkpoint-key.pem'] as const;

export interface BackupHeader {
  format: string;
  /** The release that wrote it. */
  release: string;
  /** RFC 3339: the moment that it shows. */
  takenAt: string;
  /** Names of the migrations that the database had. */
  migrations: string[];
  files: Record<string, string>;
}

export interface BackupTable {
  table: string;
  columns: string[];
}

export interface BackupSequence {
  sequence: string;
  value: string;
  isCalled: boolean;
}

export interface BackupEnd {
  rows: number;
  /** SHA-256, in hex, over every line before with its end. */
  digest: string;
}

export type BackupEntry = BackupHeader | BackupTable | BackupSequence | BackupEnd | string;

/** A fault of the file, in a sentence. */
export class BackupFault extends Error {}

export function toLine(entry: BackupEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** @throws {BackupFault} for a line that is no entry */
export function readEntry(line: string): BackupEntry {
  try {
    return JSON.parse(line) as BackupEntry;
  } catch {
    throw new BackupFault('The file is damaged: a line of it cannot be read.');
  }
}

/** @throws {BackupFault} when the first line is not that of a backup this program can read */
export function assertHeader(entry: BackupEntry | undefined): asserts entry is BackupHeader {
  const format = (entry as BackupHeader | undefined)?.format;
  if (format === BACKUP_FORMAT) return;
  if (typeof format === 'string' && format.startsWith('stagegate-backup/'))
    throw new BackupFault(
      `The file is a backup of the form ${format}, which this program cannot read; a newer one can.`,
    );
  throw new BackupFault('The file is no backup of Stagegate.');
}

export function isTable(entry: BackupEntry): entry is BackupTable {
  return typeof entry === 'object' && 'table' in entry;
}

export function isSequence(entry: BackupEntry): entry is BackupSequence {
  return typeof entry === 'object' && 'sequence' in entry;
}

export function isEnd(entry: BackupEntry): entry is BackupEnd {
  return typeof entry === 'object' && 'digest' in entry;
}
