import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { noteEffect } from '../../platform/database/ambient-transaction.js';
import { mapPage } from '../../platform/lists/page.dto.js';
import { type AuditEntry } from '../events/catalogue.js';
import { Witnesses } from './witnesses.service.js';
import { readArchiveExtent } from './archive.queries.js';
import { contentDigest, REGISTRY_CHAIN } from './audit-chain.js';
import { type AuditEventPage, type ListAuditEventsQuery, toListedAuditEvent } from './audit.dto.js';
import { listEventRows } from './audit.queries.js';
import { settledSequence } from './settled.queries.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly witnesses: Witnesses,
  ) {}

  /**
   * Appends one event in the caller's transaction, so that a change and its record commit together or not at all. What the event
   * tells of is written before it, since the event carries its digest.
   */
  async record(
    manager: EntityManager,
    caller: Pick<Caller, 'subject' | 'requestId' | 'claims'>,
    entry: AuditEntry,
  ): Promise<void> {
    const modelId = entry.modelId ?? null;
    const told = JSON.parse(JSON.stringify(detailsOf(entry, caller))) as Record<string, unknown>;
    const stored = await this.witnesses.digestTold(manager, {
      action: entry.action,
      modelId,
      version: entry.version ?? null,
      details: told,
    });
    const content = {
      actor: caller.subject,
      action: entry.action,
      model: entry.model ?? null,
      version: entry.version ?? null,
      requestId: caller.requestId,
      details: stored === null ? told : { ...told, stored },
    };
    await manager.query(
      `INSERT INTO audit_events (chain, actor, action, model_id, model, version, request_id, details, content_digest)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        modelId ?? REGISTRY_CHAIN,
        content.actor,
        content.action,
        modelId,
        content.model,
        content.version,
        content.requestId,
        JSON.stringify(content.details),
        contentDigest(content),
      ],
    );
    noteEffect(manager);
  }

  /** Oldest first means in an order that a reader goes on from later, so nothing is shown that an event may still come before. */
  async listAuditEvents(query: ListAuditEventsQuery, { scope }: Pick<Caller, 'scope'>): Promise<AuditEventPage> {
    const { manager } = this.dataSource;
    const settled = query.sort === 'sequence' ? await settledSequence(manager) : null;
    const page = mapPage(await listEventRows(manager, { ...query, scope }, settled), toListedAuditEvent);
    // Read after the events: what was archived between is told of.
    const archive = await readArchiveExtent(manager);
    const isAsked = archive !== null && (query.from === undefined || new Date(query.from) <= archive.until);
    return isAsked ? { ...page, archived: archive } : page;
  }
}

/** What an exchanged token stands for is told with all that is done by it. */
function detailsOf({ details }: AuditEntry, { claims }: Pick<Caller, 'claims'>): object {
  return claims === undefined ? details : { ...details, claims };
}
