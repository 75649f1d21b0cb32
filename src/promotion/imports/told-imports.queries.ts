import { BY_MODEL, type ToldRows } from '../../record/audit/told-rows.queries.js';
import { ModelImport } from '../../registry/models/model-import.entity.js';
import { VersionImport } from '../../registry/versions/version-import.entity.js';

/** What the record tells of models that were taken over from another registry, with their versions. */
export const TOLD_IMPORTS: ToldRows = {
  kind: 'import',
  entity: ModelImport,
  key: BY_MODEL,
  states: ['model.imported'],
  told: ['source', 'createdAt', 'updatedAt'],
  parts: { versions: { entity: VersionImport, where: 'p.model_id = o.model_id', order: 'version' } },
};
