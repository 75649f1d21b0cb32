import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelScope } from '../../platform/access/model-scope.js';
import { Clock } from '../../platform/clock.js';
import { requireMatch } from '../../platform/http/etag.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../audit/audit.service.js';
import { newestSequenceOf } from '../audit/feed.queries.js';
import { REGISTRY_CHAIN } from '../audit/audit-chain.js';
import { hurryLanes } from './lanes.queries.js';
import { isMail, WebhookTargets } from './webhook-targets.service.js';
import { newSecrets, publicKeyOf } from './signatures.js';
import { WebhookSecrets } from './webhook-secrets.service.js';
import { Webhook } from './webhook.entity.js';
import {
  type CreatedWebhookResponse,
  type CreateWebhookRequest,
  DEFAULT_OVERLAP_SECONDS,
  type ListWebhooksQuery,
  type RotateSecretRequest,
  toCreatedWebhookResponse,
  toWebhookResponse,
  type UpdateWebhookRequest,
  type WebhookResponse,
} from './webhooks.dto.js';
import { tooManyWebhooks, webhookNotFound } from './webhooks.problems.js';
import { findWebhook, listWebhookRows, movePositions } from './webhooks.queries.js';

const MOST_WEBHOOKS = 1_000;

@Injectable()
export class WebhooksService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly targets: WebhookTargets,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {}

  async listWebhooks(query: ListWebhooksQuery, caller: Caller): Promise<Page<WebhookResponse>> {
    const madeBy = caller.scope === null ? undefined : caller.subject;
    const page = await listWebhookRows(this.dataSource.manager, query, madeBy);
    return mapPage(page, (webhook) => this.show(webhook));
  }

  async getWebhook(id: string, caller: Caller): Promise<WebhookResponse> {
    return this.show(await this.require(this.dataSource.manager, id, caller));
  }

  async createWebhook(request: CreateWebhookRequest, caller: Caller): Promise<CreatedWebhookResponse> {
    const { url, types, model = null, modelPrefix = null } = request;
    const format = request.format ?? (isMail(url) ? 'mail' : 'cloudevents');
    await this.targets.check(url, format);
    const secrets = newSecrets();
    const webhook = Object.assign(new Webhook(), {
      id: uuidv7(),
      url,
      format,
      types,
      model,
      modelPrefix,
      scope: caller.scope,
      sealedSecrets: this.secrets.seal(secrets),
      sealedFormerSecrets: null,
      formerUntil: null,
      position: 0,
      createdAt: this.clock.now(),
      createdBy: caller.subject,
      disabledAt: null,
      disabledReason: null,
    });
    await this.dataSource.transaction(async (manager) => {
      if ((await manager.count(Webhook)) >= MOST_WEBHOOKS) throw tooManyWebhooks(MOST_WEBHOOKS);
      const details = { id: webhook.id, ...publicParts(webhook) };
      await manager.insert(Webhook, webhook);
      await this.audit.record(manager, caller, { action: 'webhook.created', details });
      // It is told of what follows, and not of its own making.
      webhook.position = await newestSequenceOf(manager, REGISTRY_CHAIN);
      await movePositions(manager, [webhook.id], webhook.position);
    });
    return toCreatedWebhookResponse(webhook, secrets, { publicKey: publicKeyOf(secrets), now: this.clock.now() });
  }

  async updateWebhook(id: string, request: UpdateWebhookRequest, caller: Caller): Promise<WebhookResponse> {
    const { enabled, ...changes } = request;
    if (changes.url !== undefined || changes.format !== undefined) {
      const known = await this.require(this.dataSource.manager, id, caller);
      await this.targets.check(changes.url ?? known.url, changes.format ?? known.format);
    }
    return this.dataSource.transaction(async (manager) => {
      const webhook = await this.requireLocked(manager, id, caller);
      const changed = Object.assign(new Webhook(), webhook, changes, enabling(webhook, enabled, this.clock.now()));
      await manager.save(Webhook, changed);
      await hurryLanes(manager, id, this.clock.now());
      const details = { id, ...publicParts(changed), enabled: changed.disabledAt === null };
      await this.audit.record(manager, caller, { action: 'webhook.updated', details });
      return this.show(changed);
    });
  }

  /** Deliveries that wait are gone with it. */
  async deleteWebhook(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.requireLocked(manager, id, caller);
      await manager.delete(Webhook, { id });
      await this.audit.record(manager, caller, { action: 'webhook.deleted', details: { id } });
    });
  }

  async rotateWebhookSecret(
    id: string,
    { overlapSeconds = DEFAULT_OVERLAP_SECONDS }: RotateSecretRequest,
    caller: Caller,
  ): Promise<CreatedWebhookResponse> {
    const secrets = newSecrets();
    return this.dataSource.transaction(async (manager) => {
      const webhook = await this.require(manager, id, caller, { isLocked: true });
      const now = this.clock.now();
      const formerUntil = overlapSeconds === 0 ? null : new Date(now.getTime() + overlapSeconds * 1000);
      const changed = Object.assign(new Webhook(), webhook, {
        sealedSecrets: this.secrets.seal(secrets),
        sealedFormerSecrets: formerUntil === null ? null : webhook.sealedSecrets,
        formerUntil,
      });
      await manager.save(Webhook, changed);
      const details = { id, formerUntil };
      await this.audit.record(manager, caller, { action: 'webhook.secret_rotated', details });
      return toCreatedWebhookResponse(changed, secrets, { publicKey: publicKeyOf(secrets), now });
    });
  }

  /** The webhook, if the caller may know of it. @throws {Problem} 404 */
  async require(
    manager: EntityManager,
    id: string,
    { scope, subject }: Caller,
    lock: { isLocked?: boolean } = {},
  ): Promise<Webhook> {
    const webhook = await findWebhook(manager, id, lock);
    const isOwn = webhook?.createdBy === subject && isWithin(webhook.scope, scope);
    if (webhook === undefined || !(scope === null || isOwn)) throw webhookNotFound(id);
    return webhook;
  }

  private async requireLocked(manager: EntityManager, id: string, caller: Caller): Promise<Webhook> {
    const webhook = await this.require(manager, id, caller, { isLocked: true });
    requireMatch(caller, this.show(webhook));
    return webhook;
  }

  private show(webhook: Webhook): WebhookResponse {
    const now = this.clock.now();
    const [secrets] = this.secrets.open(webhook, now);
    return toWebhookResponse(webhook, { publicKey: secrets === undefined ? null : publicKeyOf(secrets), now });
  }
}

/** Whether a webhook tells of nothing but what somebody may know of. */
function isWithin(told: ModelScope | null, scope: ModelScope | null): boolean {
  if (scope === null) return true;
  return (
    told !== null &&
    told.modelIds.every((id) => scope.modelIds.includes(id)) &&
    told.prefixes.every((prefix) => scope.prefixes.some((known) => prefix.startsWith(known)))
  );
}

/** What of a webhook goes on record: a path may be a secret, as that of a chat's is. */
function publicParts({ url, format, types, model, modelPrefix }: Webhook) {
  const target = isMail(url) ? 'mailto:' : new URL(url).origin;
  return { target, format, types, model, modelPrefix };
}

function enabling({ disabledAt, disabledReason }: Webhook, enabled: boolean | undefined, now: Date) {
  if (enabled === undefined) return { disabledAt, disabledReason };
  return enabled ? { disabledAt: null, disabledReason: null } : { disabledAt: disabledAt ?? now, disabledReason };
}
