import { type ApprovalsPolicy, type GatedStage, type Preset, type StagePolicy } from './gate-policy.js';

type StageDefaults = Omit<StagePolicy, 'rules' | 'preset'>;

const ONE_APPROVER: ApprovalsPolicy = {
  slots: [{ role: 'approver', count: 1 }],
  distinctPersons: true,
  excludeActors: ['registrant', 'requester'],
  rejectionIsVeto: true,
};
const NO_APPROVAL: ApprovalsPolicy = { ...ONE_APPROVER, slots: [] };

const PLAIN: Omit<StageDefaults, 'approvals'> = {
  firstPromotion: { allowed: true, requireThresholdRules: true, extraApprovals: 0 },
  allowSkipStaging: false,
  rollback: { requireGates: false },
  comparability: {
    sameDatasetVersion: true,
    sameDatasetDigest: true,
    sameMetricDefinition: true,
    forbidTrainEvalOverlap: true,
  },
};

const BY_PRESET: Record<Preset, StageDefaults> = {
  open: { ...PLAIN, approvals: NO_APPROVAL, allowSkipStaging: true },
  simple: { ...PLAIN, approvals: ONE_APPROVER },
  staging: { ...PLAIN, approvals: { ...ONE_APPROVER, excludeActors: [] } },
};

const BY_STAGE: Record<GatedStage, StageDefaults> = {
  Production: { ...PLAIN, approvals: ONE_APPROVER },
  Staging: { ...PLAIN, approvals: NO_APPROVAL },
};

/** What a stage block means where it is silent: its preset, else the defaults of its stage. */
export function stageDefaults(stage: GatedStage, preset: Preset | undefined): StageDefaults {
  return preset === undefined ? BY_STAGE[stage] : BY_PRESET[preset];
}
