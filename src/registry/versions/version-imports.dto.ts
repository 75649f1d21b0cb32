import { type ImportRow } from './version-row.js';

export class VersionImportResponse {
  /** Address of the other registry. */
  source: string;

  /** When it was registered there. */
  createdAt: Date;

  /** Who registered it there; null where that is not known. */
  createdBy: string | null;

  /** When it last changed there. */
  updatedAt: Date;

  /** When it was last taken over. */
  importedAt: Date;
}

export function toImportResponse({
  source,
  createdAt,
  createdBy,
  updatedAt,
  importedAt,
}: ImportRow): VersionImportResponse {
  return {
    source,
    createdAt: new Date(createdAt),
    createdBy,
    updatedAt: new Date(updatedAt),
    importedAt: new Date(importedAt),
  };
}
