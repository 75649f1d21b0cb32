import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { type AuditEntry } from '../events/catalogue.js';
import { contentDigest, explainEnd, keepEarliest, REGISTRY_CHAIN, startWalk, walkOn } from './audit-chain.js';
import { type AuditEvent } from './audit-event.entity.js';
import {
  type AuditEventResponse,
  type AuditFilter,
  type AuditVerificationResponse,
  type ListAuditEventsQuery,
  toAuditEventResponse,
  toVerificationResponse,
} from './audit.dto.js';
import { findAstrayChains, listEventRows, readChainsAfter, readEventsAfter } from './audit.queries.js';

/** Events held in memory at a time by an export or a verification. */
const BATCH = 500;

@Injectable()
export class AuditService {
  constructor(private readonly dataSource: DataSource) {}

  /** Appends one event in the caller's transaction, so that a change and its record commit together or not at all. */
  async record(
    manager: EntityManager,
    caller: Pick<Caller, 'subject' | 'requestId'>,
    entry: AuditEntry,
  ): Promise<void> {
    const content = {
      actor: caller.subject,
      action: entry.action,
      model: entry.model ?? null,
      version: entry.version ?? null,
      requestId: caller.requestId,
      details: JSON.parse(JSON.stringify(entry.details)) as Record<string, unknown>,
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
  }

  async listAuditEvents(query: ListAuditEventsQuery): Promise<Page<AuditEventResponse>> {
    return mapPage(await listEventRows(this.dataSource.manager, query), toAuditEventResponse);
  }

  /** One snapshot for the whole walk: events that commit meanwhile neither help nor disturb. */
  async verifyAuditEvents(): Promise<AuditVerificationResponse> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      let walk = startWalk();
      let batch: AuditEvent[];
      do {
        batch = await readChainsAfter(manager, walk.last, BATCH);
        walk = batch.reduce(walkOn, walk);
      } while (batch.length === BATCH);
      for (const { chain, model, head, last } of await findAstrayChains(manager))
        keepEarliest(walk.broken, { chain, model, ...explainEnd(head, last) });
      return toVerificationResponse(walk.events, walk.broken.values());
    });
  }

  /** One JSON line per event, oldest first; the next batch is read when the last one has been taken. */
  async *exportAuditEvents(filter: AuditFilter): AsyncGenerator<string> {
    let last = 0;
    let batch: AuditEvent[];
    do {
      batch = await readEventsAfter(this.dataSource.manager, filter, last, BATCH);
      last = batch.at(-1)?.sequence ?? last;
      yield batch.map((event) => `${JSON.stringify(toAuditEventResponse(event))}\n`).join('');
    } while (batch.length === BATCH);
  }
}
