import { canonicalDigest } from '../../values/digest.js';

/** As much of a waiver as its digest covers. */
interface StoredWaiver {
  id: string;
  modelId: string;
  version: number;
  toStage: string;
  ruleId: string;
  reason: string;
  policyDigest: string;
  evidenceDigest: string;
  grantedBy: string;
  grantedAt: Date;
  expiresAt: Date;
}

/** The digest over all that is stored of a waiver as it was granted. */
export function digestWaiver(waiver: StoredWaiver): string {
  const { id, modelId, version, toStage, ruleId, reason, policyDigest, evidenceDigest, grantedBy } = waiver;
  const [grantedAt, expiresAt] = [waiver.grantedAt.toISOString(), waiver.expiresAt.toISOString()];
  const bound = { modelId, version, toStage, ruleId, policyDigest, evidenceDigest };
  return canonicalDigest({ id, ...bound, reason, grantedBy, grantedAt, expiresAt });
}
