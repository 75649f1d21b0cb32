import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Caller } from '../http/caller.js';
import { contentDigest, REGISTRY_CHAIN } from './audit-chain.js';

/** What happened, in the words of the audit record: `transition.applied`, `token.revoked`. */
export interface AuditEntry {
  action: string;
  /** The model's id chooses the chain; without it the event joins the registry's. */
  modelId?: string | null;
  model?: string | null;
  version?: number | null;
  details?: object;
}

@Injectable()
export class AuditService {
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
      details: JSON.parse(JSON.stringify(entry.details ?? {})) as Record<string, unknown>,
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
}
