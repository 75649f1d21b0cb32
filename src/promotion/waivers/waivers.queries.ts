import { type EntityManager } from 'typeorm';
import { type GatedStage } from '../../judging/policy/gate-policy.js';
import { columnsOf } from '../../platform/database/columns.js';
import { EXACT } from '../../platform/lists/list-field.js';
import { type ListSource, readPage } from '../../platform/lists/lists.queries.js';
import { type ListQuery, type Page } from '../../platform/lists/page.dto.js';
import { Waiver } from './waiver.entity.js';

/** What a waiver is bound to: it holds as long as all of it is as it was. */
export interface WaiverGround {
  modelId: string;
  version: number;
  toStage: string;
  policyDigest: string;
  evidenceDigest: string;
}

/** The waivers that hold on a ground at a time: neither revoked nor expired; the end itself is out. */
export function findHoldingWaivers(manager: EntityManager, ground: WaiverGround, at: Date): Promise<Waiver[]> {
  const { modelId, version, toStage, policyDigest, evidenceDigest } = ground;
  return manager.query(
    `SELECT ${columnsOf(Waiver, 'w')} FROM waivers w
     WHERE w.model_id = $1 AND w.version = $2 AND w.to_stage = $3 AND w.policy_digest = $4 AND w.evidence_digest = $5
       AND w.revoked_at IS NULL AND w.expires_at > $6 ORDER BY w.id`,
    [modelId, version, toStage, policyDigest, evidenceDigest, at],
  );
}

/** The waivers of one version. */
export const WAIVER_LIST: ListSource = {
  name: 'waivers',
  select: columnsOf(Waiver, 'w'),
  from: 'waivers w',
  fields: {
    id: { column: 'w.id', type: 'uuid', sortable: true, operators: EXACT },
    toStage: { column: 'w.to_stage', type: 'text', operators: EXACT },
    ruleId: { column: 'w.rule_id', type: 'text', operators: EXACT },
    grantedBy: { column: 'w.granted_by', type: 'text', operators: EXACT },
    expiresAt: { column: 'w.expires_at', type: 'timestamptz' },
  },
  defaultSort: '-id',
  tieBreaker: 'id',
};

export function listWaiverRows(
  manager: EntityManager,
  { modelId, version }: { modelId: string; version: number },
  query: ListQuery & { toStage?: GatedStage },
): Promise<Page<Waiver>> {
  return readPage(manager, WAIVER_LIST, query, {
    'w.model_id = ?': modelId,
    'w.version = ?': version,
    'w.to_stage = ?': query.toStage,
  });
}
