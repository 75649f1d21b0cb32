import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { requireMatch } from '../../platform/http/etag.js';
import { isCountKey, limitOf, type Page, type PageQuery, readCursor, toPage } from '../../platform/lists/page.dto.js';
import { databaseTime, findModel, lockModel } from '../../registry/models/models.queries.js';
import { GatePolicyRevision } from './gate-policy-revision.entity.js';
import {
  type EffectiveGatePolicyResponse,
  type GatePolicyResponse,
  toEffectiveGatePolicyResponse,
  toPolicyRevisionResponse,
} from './gate-policies.dto.js';
import { policyIsInvalid, policyRevisionNotFound } from './gate-policies.problems.js';
import { loadEffectivePolicy, nextRevision, REGISTRY_SCOPE } from './gate-policies.queries.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';

/** Whose policy: a model's, or with null the registry's default. */
interface PolicyOwner {
  id: string | null;
  name: string | null;
}

@Injectable()
export class GatePoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Makes a new revision of the policy of a model, which may only tighten the default, or with null of the registry's default. */
  async setGatePolicy(
    model: string | null,
    document: Record<string, unknown>,
    caller: Caller,
  ): Promise<EffectiveGatePolicyResponse> {
    const parsed = parseGatePolicy(document);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    return this.dataSource.transaction(async (manager) => {
      const owner = model === null ? { id: null, name: null } : await lockModel(manager, model);
      const scope = owner.id ?? REGISTRY_SCOPE;
      if (caller.ifMatch !== undefined) requireMatch(caller, await this.current(manager, owner.id));
      const record = manager.create(GatePolicyRevision, {
        scope,
        revision: await nextRevision(manager, scope),
        modelId: owner.id,
        source: document,
        policy: { ...parsed.policy },
        digest: parsed.digest,
        createdAt: await databaseTime(manager),
        createdBy: caller.subject,
      });
      await manager.insert(GatePolicyRevision, record);
      await this.recordRevision(manager, caller, owner, record, toPreset(document));
      const effective = await loadEffectivePolicy(manager, owner.id);
      if (effective.conflicts.length > 0) throw policyIsInvalid(effective.conflicts);
      return toEffectiveGatePolicyResponse(effective);
    });
  }

  /** The policy that holds: the registry's default and the model's own composed, or the built-in one. */
  async getGatePolicy(model: string | null): Promise<EffectiveGatePolicyResponse> {
    const manager = this.dataSource.manager;
    const id = model === null ? null : (await findModel(manager, model)).id;
    return toEffectiveGatePolicyResponse(await loadEffectivePolicy(manager, id));
  }

  private async current(manager: EntityManager, modelId: string | null): Promise<EffectiveGatePolicyResponse> {
    return toEffectiveGatePolicyResponse(await loadEffectivePolicy(manager, modelId));
  }

  async listRevisions(model: string | null, query: PageQuery): Promise<Page<GatePolicyResponse>> {
    const { scope } = await this.findScope(model);
    const list = { list: 'policy-revisions', scope };
    const after = readCursor(query, list, isCountKey);
    const rows = await this.dataSource.manager
      .createQueryBuilder(GatePolicyRevision, 'p')
      .where('p.scope = :scope AND (:after::int IS NULL OR p.revision < :after)', { scope, after: after?.[0] ?? null })
      .orderBy('p.revision', 'DESC')
      .limit(limitOf(query) + 1)
      .getMany();
    return toPage(rows, query, list, toPolicyRevisionResponse, (row) => [row.revision]);
  }

  async getRevision(model: string | null, revision: number): Promise<GatePolicyResponse> {
    const { scope } = await this.findScope(model);
    const record = await this.dataSource.manager.findOneBy(GatePolicyRevision, { scope, revision });
    if (!record) throw policyRevisionNotFound(model === null ? 'the registry' : `model '${model}'`, revision);
    return toPolicyRevisionResponse(record);
  }

  private async findScope(model: string | null): Promise<{ scope: string }> {
    if (model === null) return { scope: REGISTRY_SCOPE };
    return { scope: (await findModel(this.dataSource.manager, model)).id };
  }

  private recordRevision(
    manager: EntityManager,
    caller: Caller,
    owner: PolicyOwner,
    { revision, digest }: GatePolicyRevision,
    preset: string | null,
  ): Promise<void> {
    const details = { revision, digest, preset };
    return this.audit.record(manager, caller, {
      action: 'gate_policy.set',
      modelId: owner.id,
      model: owner.name,
      details,
    });
  }
}

/** The document passed its schema: a preset is text. */
function toPreset({ preset }: Record<string, unknown>): string | null {
  return typeof preset === 'string' ? preset : null;
}
