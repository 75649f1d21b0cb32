import { type Action } from '../events/catalogue.js';

/** Members by which any object finds the events that tell of it. */
const NAMES = ['id', 'transitionId', 'evaluationId', 'revision', 'freezeId', 'holdId', 'signatureId', 'role'];

const OF_MODEL = ['name', 'description', 'owner', 'tags', 'to'];
const OF_VERSION = ['description', 'tags', 'reason'];

/** What else of an archived event the service itself goes on telling: models and versions as they stood, rights that were taken back, keys. */
const OF_ACTION: Partial<Record<Action, readonly string[]>> = {
  'model.created': OF_MODEL,
  'model.updated': OF_MODEL,
  'model.renamed': OF_MODEL,
  'version.registered': OF_VERSION,
  'version.updated': OF_VERSION,
  'version.quarantined': OF_VERSION,
  'version.released': OF_VERSION,
  'alias.set': ['alias'],
  'alias.deleted': ['alias'],
  'transition.applied': ['toStage', 'displacedVersion', 'alias', 'requestedBy', 'approvals'],
  'role_binding.created': ['subject', 'group', 'modelPrefix'],
  'role_binding.deleted': ['subject', 'group'],
  'checkpoint_key.introduced': ['keyId', 'name', 'publicKey'],
};

/** The members of the details that stay when an event is archived, by its action; of any other those of `otherwise`. */
export const KEPT_DETAILS = {
  otherwise: NAMES,
  of: Object.fromEntries(Object.entries(OF_ACTION).map(([action, members]) => [action, [...NAMES, ...members]])),
} as const;
