import { GATED_STAGES, type GatedStage } from '../../judging/policy/gate-policy.js';
import { IsCount, IsDigest, IsId, IsOneOf, IsText, IsTimestamp, Optional } from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { type Waiver } from './waiver.entity.js';

export class GrantWaiverRequest {
  /** The stage whose gates the rule belongs to. */
  @IsOneOf(GATED_STAGES)
  toStage: GatedStage;

  /** The rule that shall not stand in the way; it must be one that blocks and is INCONCLUSIVE now. */
  @IsText(1, 200)
  ruleId: string;

  /** Why the version may go on with so little evidence; the policy may ask for more characters. */
  @IsStatement(2_000)
  reason: string;

  /** When the waiver ends, at most seven days from now, or fewer where the policy says so; the latest there is unless given. */
  @Optional()
  @IsTimestamp()
  expiresAt?: string;
}

export class ListWaiversQuery extends ListQuery {
  /** Only waivers of rules of this stage. */
  @Optional()
  @IsOneOf(GATED_STAGES)
  toStage?: GatedStage;
}

/** Where a waiver stands by itself; whether its ground is as it was, the gate report tells. */
export const WAIVER_STATES = ['holds', 'expired', 'revoked'] as const;

export class WaiverResponse {
  /** Identifier of the waiver. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** The version it is for. */
  @IsCount(1)
  version: number;

  /** The stage whose gates the rule belongs to. */
  @IsOneOf(GATED_STAGES)
  toStage: GatedStage;

  /** The rule that is waived. */
  ruleId: string;

  /** Why. */
  reason: string;

  /** Digest of the evidence it is bound to; on other evidence it does not count. */
  @IsDigest()
  evidenceDigest: string;

  /** Digest of the policy it is bound to; under another it does not count. */
  @IsDigest()
  policyDigest: string;

  /** Who granted it. */
  grantedBy: string;

  /** When. */
  grantedAt: Date;

  /** When it ends; at that instant it holds no more. */
  expiresAt: Date;

  /** `holds`, `expired` or `revoked`. */
  @IsOneOf(WAIVER_STATES)
  state: (typeof WAIVER_STATES)[number];

  /** When it was revoked; null unless it was. */
  revokedAt: Date | null;

  /** Who revoked it; null likewise. */
  revokedBy: string | null;
}

export class GrantedWaiverResponse extends WaiverResponse {
  /** Persons who must still waive the rule before it counts as waived. */
  @IsCount()
  lacking: number;
}

export class WaiverPage {
  /** The waivers of this page, newest first. */
  items: WaiverResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toWaiverResponse(waiver: Waiver, model: string, at: Date): WaiverResponse {
  const { id, version, toStage, ruleId, reason, evidenceDigest, policyDigest, revokedAt, revokedBy } = waiver;
  const { grantedBy, grantedAt, expiresAt } = waiver;
  const state = revokedAt !== null ? 'revoked' : expiresAt <= at ? 'expired' : 'holds';
  return {
    id,
    model,
    version,
    toStage,
    ruleId,
    reason,
    evidenceDigest,
    policyDigest,
    grantedBy,
    grantedAt,
    expiresAt,
    state,
    revokedAt,
    revokedBy,
  };
}
