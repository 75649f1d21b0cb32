import { LARGEST_COUNT } from '../../values/values.js';
import {
  IsCount,
  IsId,
  IsMatching,
  IsKnown,
  IsModelName,
  IsOneOf,
  IsQueryCount,
  IsText,
  IsMoment,
  Optional,
} from '../../platform/http/fields.js';
import { combined, without } from '../../platform/http/wire-instance.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { ACTIONS } from '../events/catalogue.js';
import { type AuditEvent } from './audit-event.entity.js';
import { EVIDENCE_KINDS, type EvidenceKind, evidenceLinks } from './evidence-links.js';

export const AUDIT_ORDERS = ['-sequence', 'sequence'] as const;

/** Which events are asked for; every condition given must hold. */
export class AuditFilter {
  /** Only what this subject did. */
  @Optional()
  @IsText(1, 200)
  actor?: string;

  /** Only this action, such as `transition.applied`; one that no event can have is refused. */
  @Optional()
  @IsKnown(ACTIONS, 'the catalogue of audit events')
  action?: string;

  /** Only what concerns the model that has this name, or had it last, under its earlier and later names too. */
  @Optional()
  @IsModelName()
  model?: string;

  /** Only what concerns the model of this id, whatever it was called. */
  @Optional()
  @IsId()
  modelId?: string;

  /** Only what concerns this version number. */
  @Optional()
  @IsQueryCount(1)
  version?: number;

  /** Only what this request did. */
  @Optional()
  @IsText(1, 128)
  requestId?: string;

  /** Only events at or after this time; a day alone is its first moment in UTC. */
  @Optional()
  @IsMoment()
  from?: string;

  /** Only events before this time; a day alone is its first moment in UTC. */
  @Optional()
  @IsMoment()
  to?: string;
}

const EXPORT_INCLUDES = ['evidence'] as const;

export class ExportAuditEventsQuery extends AuditFilter {
  /** Only events after this sequence: the last one of an export before, to go on from there without missing any. */
  @Optional()
  @IsQueryCount(0, LARGEST_COUNT)
  after?: number;

  /** Only events up to this sequence: that of a checkpoint, so that the export holds what it signs. */
  @Optional()
  @IsQueryCount(0, LARGEST_COUNT)
  through?: number;

  /** `evidence` adds to each event where its evidence is, and the documents whose digests it tells, part by part. */
  @Optional()
  @IsOneOf(EXPORT_INCLUDES)
  include?: (typeof EXPORT_INCLUDES)[number];
}

export class ListAuditEventsQuery extends combined(without(ListQuery, 'sort'), AuditFilter) {
  /** Newest first (`-sequence`) unless `sequence` asks for oldest first. */
  @Optional()
  @IsOneOf(AUDIT_ORDERS)
  sort?: (typeof AUDIT_ORDERS)[number];
}

const HASH = /^[0-9a-f]{64}$/;
const HASH_FORM = 'must be 64 hexadecimal digits';

/** Where to read what an event rests on. */
export class EvidenceLinkResponse {
  /** What it is. */
  @IsOneOf(EVIDENCE_KINDS)
  kind: EvidenceKind;

  /** Its id; of a version its number, of a policy its revision. */
  id: string;

  /** Path of the service; what is deleted or was renamed since is no longer there. */
  href: string;

  /** What is stored of it, part by part; each is digested as canonical JSON in the details of the event. In an export that asks for it, of what the event tells the digests of. */
  parts?: Record<string, unknown>;
}

export class AuditEventResponse {
  /** Grows with every event of the registry; gaps are transactions that did not commit. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number;

  /** Place of the event in its chain, that of its model or of the registry; from 1 on, without gaps. */
  @IsCount(1, LARGEST_COUNT)
  position: number;

  /** When the event was written. */
  at: Date;

  /** Who did it. */
  actor: string;

  /** What was done. */
  action: string;

  /** The model's name on that day; null when no single model is concerned. */
  model: string | null;

  /** Id of the model, which it keeps under every name; null when no single model is concerned. */
  @IsId()
  modelId: string | null;

  /** The version concerned; null when none is. */
  @IsCount(1)
  version: number | null;

  /** The request that did it. */
  requestId: string;

  /** What else belongs to the event. */
  details: Record<string, unknown>;

  /** Hash of the event before it in the same chain; zeros in the first. */
  @IsMatching(HASH, HASH_FORM)
  previousHash: string;

  /** SHA-256 over the previous hash, the event's place and its content. */
  @IsMatching(HASH, HASH_FORM)
  hash: string;

  /** What the event rests on and tells of, each with its path; absent in an export that does not ask for it. */
  evidence?: EvidenceLinkResponse[];
}

/** The part of the record whose events are in the archive. */
export class ArchivedPartResponse {
  /** Sequence of the last event that was archived: it and all before it are listed nowhere. */
  @IsCount(1, LARGEST_COUNT)
  through: number;

  /** When that event was written. */
  until: Date;
}

export class AuditEventPage {
  /** The events of this page, in the order asked for. */
  items: AuditEventResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;

  /** Set when events that were asked for may lie in the archive, and so not in this list; absent when none can. */
  archived?: ArchivedPartResponse;
}

export function toAuditEventResponse(event: AuditEvent): AuditEventResponse {
  const { sequence, position, at, actor, action, model, modelId, version, requestId, details } = event;
  const { previousHash, hash } = event;
  return { sequence, position, at, actor, action, model, modelId, version, requestId, details, previousHash, hash };
}

/** The same with where its evidence is to be read. */
export function toListedAuditEvent(event: AuditEvent): AuditEventResponse {
  return { ...toAuditEventResponse(event), evidence: evidenceLinks(event) };
}
