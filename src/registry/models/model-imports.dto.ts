/** What another registry said of a model; times as the database writes them in JSON. */
export interface ImportedModel {
  source: string;
  createdAt: string;
  createdBy: string | null;
  updatedAt: string;
  importedAt: string;
}

export class ModelImportResponse {
  /** Address of the other registry. */
  source: string;

  /** When it was created there. */
  createdAt: Date;

  /** Who made it there; null where that is not known. */
  createdBy: string | null;

  /** When it last changed there. */
  updatedAt: Date;

  /** When it was last taken over. */
  importedAt: Date;
}

export function toModelImportResponse({
  source,
  createdAt,
  createdBy,
  updatedAt,
  importedAt,
}: ImportedModel): ModelImportResponse {
  return {
    source,
    createdAt: new Date(createdAt),
    createdBy,
    updatedAt: new Date(updatedAt),
    importedAt: new Date(importedAt),
  };
}
