import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { noteEffect } from '../../platform/database/ambient-transaction.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { type AuditEntry } from '../events/catalogue.js';
import { contentDigest, REGISTRY_CHAIN } from './audit-chain.js';
import { type ListAuditEventsQuery, type AuditEventResponse, toListedAuditEvent } from './audit.dto.js';
import { listEventRows } from './audit.queries.js';
import { settledSequence } from './settled.queries.js';

@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** Appends one event in the caller's transaction, so that a change and its record commit together or not at all. */
  async record(
    manager: EntityManager,
    caller: Pick<Caller, 'subject' | 'requestId' | 'claims'>,
    entry: AuditEntry,
  ): Promise<void> {
    const content = {
      actor: caller.subject,
      action: entry.action,
      model: entry.model ?? null,
      version: entry.version ?? null,
      requestId: caller.requestId,
      details: JSON.parse(JSON.stringify(detailsOf(entry, caller))) as Record<string, unknown>,
    };
    const modelId = entry.modelId ?? null;
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
  async listAuditEvents(
    query: ListAuditEventsQuery,
    { scope }: Pick<Caller, 'scope'>,
  ): Promise<Page<AuditEventResponse>> {
    const { manager } = this.dataSource;
    const settled = query.sort === 'sequence' ? await settledSequence(manager) : null;
    return mapPage(await listEventRows(manager, { ...query, scope }, settled), toListedAuditEvent);
  }
}

/** What an exchanged token stands for is told with all that is done by it. */
function detailsOf({ details }: AuditEntry, { claims }: Pick<Caller, 'claims'>): object {
  return claims === undefined ? details : { ...details, claims };
}
