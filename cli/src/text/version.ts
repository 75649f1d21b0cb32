import { type VersionResponse } from '@stagegate/client';
import { type Cell, minute } from './table.js';

/** What is known of a version, by name. */
export function versionFacts(found: VersionResponse): [string, Cell][] {
  const { dataset } = found;
  return [
    ['Version', `${found.model} ${found.version}`],
    ['Stage', found.stage],
    ['Since', minute(found.stageEnteredAt)],
    ['Aliases', found.aliases.join(', ')],
    ['Quarantined', found.quarantined ? (found.quarantineReason ?? 'yes') : 'no'],
    ['Artifact', found.artifactUri],
    ['Digest', found.artifactDigest],
    ['Dataset', dataset === null ? null : `${dataset.name}@${dataset.version}`],
    ['Run', found.runId],
    ['Commit', found.gitCommit],
    ['Framework', found.framework],
    ['Registered', `${minute(found.createdAt)} by ${found.createdBy}`],
    ['Promoted', promotion(found)],
    ['Description', found.description],
  ];
}

function promotion({
  promotedAt,
  promotionRequestedBy,
  promotionApprovedBy,
  promotedBy,
}: VersionResponse): string | null {
  if (promotedAt === null) return null;
  const approved = promotionApprovedBy.length === 0 ? '' : `, approved by ${promotionApprovedBy.join(', ')}`;
  return `${minute(promotedAt)}, asked for by ${promotionRequestedBy ?? promotedBy}${approved}`;
}
