import { guidesAt } from './problem-guide.js';

/** Models, versions, aliases and datasets. */
export const REGISTRY_GUIDES = {
  ...guidesAt('/api/v1/models/churn', {
    MODEL_NOT_FOUND: [
      'There is no model of this name, or it was deleted.',
      'Compare the name with GET /api/v1/models; upper and lower case differ. Create it by POST /api/v1/models.',
      "There is no model 'churn'.",
      ['INVALID_MODEL_NAME', 'VERSION_NOT_FOUND'],
    ],
    MODEL_EXISTS: [
      'A model of this name is in the registry already.',
      'Use it, or choose another name. A job that may run twice sends an Idempotency-Key.',
      "There is a model 'churn' already.",
      ['MODEL_NAME_KEPT'],
    ],
    MODEL_NAME_KEPT: [
      'A model of this name was deleted and had versions, which the record still speaks of.',
      'Choose another name; the numbers of the deleted one keep their meaning in the record.',
      "A deleted model 'churn' had versions, whose numbers keep their meaning; choose another name.",
      ['MODEL_EXISTS'],
    ],
    MODEL_IN_PRODUCTION: [
      'A version of the model is in Production, and what serves is not deleted.',
      'Archive the version first, then delete the model.',
      "Version 4 of 'churn' is in Production; archive it before the model is deleted.",
      ['PRODUCTION_WOULD_BE_EMPTY'],
    ],
    MODEL_AWAITS_DECISION: [
      'A change of stage of the model awaits approval.',
      'Decide or cancel it first, then delete the model.',
      "A change of stage of 'churn' awaits approval; cancel or decide it before the model is deleted.",
      ['TRANSITION_OPEN'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/versions/4', {
    VERSION_NOT_FOUND: [
      'The model has no version of this number, or it was deleted.',
      'Look at GET /api/v1/models/{model}/versions, which begins with the newest.',
      "Model 'churn' has no version 4.",
      ['MODEL_NOT_FOUND', 'INVALID_NUMBER'],
    ],
    VERSION_NOT_DELETABLE: [
      'The version is in Staging or Production, has held Production, so that the record needs it, or awaits a decision.',
      'Archive it, or decide the open request first. One that has held Production stays; put it into quarantine if nobody may use it.',
      "Version 4 of 'churn' cannot be deleted: it is in Staging; only versions in None or Archived can be.",
      ['MODEL_IN_PRODUCTION'],
    ],
    ALREADY_QUARANTINED: [
      'The version is in quarantine already.',
      'Nothing is left to do; GET the version to see who put it there and why.',
      "Version 4 of 'churn' was quarantined by anna already.",
      ['NOT_QUARANTINED', 'VERSION_QUARANTINED'],
    ],
    NOT_QUARANTINED: [
      'The version is not in quarantine, so it cannot be released from it.',
      'Check the number of the version; somebody may have released it before.',
      "Version 4 of 'churn' is not quarantined.",
      ['ALREADY_QUARANTINED'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/stages/Production', {
    STAGE_EMPTY: [
      'No version is in this stage now, or none was in Production at the time that was asked for.',
      'Promote one. A serving system treats this as nothing to serve, not as an outage.',
      "Model 'churn' has no version in Production.",
      ['MODEL_NOT_FOUND', 'NO_ROLLBACK_TARGET'],
    ],
    INVALID_STAGE: [
      'The path names a stage that does not exist.',
      'Use one of the stages that the detail names, in their spelling.',
      "'production' is no stage; stages are None, Staging, Production, Archived.",
    ],
    AT_NOT_APPLICABLE: [
      'The past was asked for with at, of a stage other than Production.',
      'Ask for Production, whose tenures are kept, or leave at out.',
      "'at' asks for the past of Production, not of Staging.",
      ['AT_TO_COME'],
    ],
    AT_TO_COME: [
      'The time in at lies in the future.',
      "Ask for a moment that has passed; see that the caller's clock is right.",
      '2030-01-01T00:00:00.000Z is to come; nobody knows yet what will be in Production then.',
      ['AT_NOT_APPLICABLE'],
    ],
  }),
  ...guidesAt('/api/v1/models/churn/aliases/blue', {
    ALIAS_NOT_FOUND: [
      'The model has no alias of this name.',
      'GET the model, which names its aliases, or set this one with PUT.',
      "Model 'churn' has no alias 'blue'.",
      ['INVALID_ALIAS'],
    ],
    INVALID_ALIAS: [
      'The name cannot be an alias that is set: its characters are not taken, or it is reserved.',
      'Begin with a letter and use letters, digits, dots, underscores or hyphens; latest, names such as v1 and the names of stages are taken.',
      "'latest' is reserved: latest and names such as v1 mean versions themselves, the names of stages what stands there.",
      ['ALIAS_PROTECTED'],
    ],
    ALIAS_PROTECTED: [
      'The alias champion mirrors Production and is never deleted by hand.',
      'Archive the version to leave Production empty; the alias goes with it.',
      'champion mirrors Production and cannot be deleted; archive the version to leave Production empty.',
      ['INVALID_ALIAS'],
    ],
  }),
  ...guidesAt('/api/v1/datasets', {
    DATASET_VERSION_EXISTS: [
      'This version of the dataset is registered already, and registered data does not change.',
      'Use the registered one when the data are the same; give changed data a new version.',
      "Version 2026-10 of dataset 'churn-test' is registered already, and registered data does not change.",
      ['DATASET_VERSION_NOT_FOUND'],
    ],
    DATASET_VERSION_NOT_FOUND: [
      'No registered version of a dataset has this id.',
      'Look at GET /api/v1/datasets, which filters by name and version.',
      "There is no dataset version '01936b2e-0000-7000-8000-000000000000'.",
      ['DATASET_VERSION_EXISTS'],
    ],
  }),
};
