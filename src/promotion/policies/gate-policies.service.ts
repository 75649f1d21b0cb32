import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { requireMatch } from '../../platform/http/etag.js';
import { type ListQuery, mapPage, type Page } from '../../platform/lists/page.dto.js';
import { canonicalDigest } from '../../values/digest.js';
import { modelNotFound } from '../../registry/models/models.problems.js';
import { databaseTime, findModel, lockModel, requirePast } from '../../registry/models/models.queries.js';
import { GatePolicyRevision } from './gate-policy-revision.entity.js';
import {
  type EffectiveGatePolicyResponse,
  type GatePolicyResponse,
  type PolicyDocument,
  toEffectiveGatePolicyResponse,
  toPolicyRevisionResponse,
} from './gate-policies.dto.js';
import { policyIsInvalid, policyRevisionNotFound } from './gate-policies.problems.js';
import {
  composeRevisions,
  listRevisionRows,
  loadDefaultPolicy,
  loadEffectivePolicy,
  loadNewestRevisions,
  lockRevisions,
  type NewestRevisions,
  REGISTRY_SCOPE,
} from './gate-policies.queries.js';
import { describeScope, type PolicyScope } from './policy-scope.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';

@Injectable()
export class GatePoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** Makes a new revision of a policy; that of a model may only tighten the registry's default. */
  async setGatePolicy(
    scope: PolicyScope,
    document: PolicyDocument,
    caller: Caller,
  ): Promise<EffectiveGatePolicyResponse> {
    const parsed = parseGatePolicy(document);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const { policy, digest } = parsed;
    return this.dataSource.transaction(async (manager) => {
      const owner = await lockOwner(manager, scope);
      await lockRevisions(manager);
      const newest = await loadNewestRevisions(manager, owner.scope);
      if (caller.preconditions !== undefined) {
        // What is shown before a policy was set is the default's; whoever wants to set the first one means its own.
        const isSet = newest[owner.part] !== undefined;
        requireMatch(caller, toEffectiveGatePolicyResponse(composeRevisions(newest)), isSet);
      }
      const revision: GatePolicyRevision = {
        scope: owner.scope,
        revision: (newest[owner.part]?.revision ?? 0) + 1,
        modelId: owner.modelId,
        source: document,
        policy,
        digest,
        createdAt: await databaseTime(manager),
        createdBy: caller.subject,
      };
      const effective = composeRevisions({ ...newest, [owner.part]: revision });
      if (effective.conflicts.length > 0) throw policyIsInvalid(effective.conflicts);
      await manager.insert(GatePolicyRevision, revision);
      await this.audit.record(manager, caller, {
        action: 'gate_policy.set',
        modelId: owner.modelId,
        model: owner.model,
        details: {
          revision: revision.revision,
          digest,
          preset: toPreset(document),
          sourceDigest: canonicalDigest(document),
        },
      });
      return toEffectiveGatePolicyResponse(effective);
    });
  }

  /** The policy that holds: the registry's default and the model's own composed, or the built-in one. */
  async getGatePolicy(scope: PolicyScope, at?: string): Promise<EffectiveGatePolicyResponse> {
    const { manager } = this.dataSource;
    if (at !== undefined) return this.getGatePolicyAt(scope, at);
    const effective =
      scope.of === 'registry'
        ? await loadDefaultPolicy(manager)
        : await loadEffectivePolicy(manager, (await findModel(manager, scope.model)).id);
    return toEffectiveGatePolicyResponse(effective);
  }

  /** The policy that held at a time, of a model that was there then. */
  private async getGatePolicyAt(scope: PolicyScope, at: string): Promise<EffectiveGatePolicyResponse> {
    const { manager } = this.dataSource;
    await requirePast(manager, at);
    const model = scope.of === 'registry' ? null : await findModel(manager, scope.model);
    if (model !== null && model.createdAt > new Date(at)) throw modelNotFound(model.name);
    const newest = await loadNewestRevisions(manager, model?.id ?? REGISTRY_SCOPE, at);
    return toEffectiveGatePolicyResponse(composeRevisions(newest));
  }

  async listRevisions(of: PolicyScope, query: ListQuery): Promise<Page<GatePolicyResponse>> {
    const { manager } = this.dataSource;
    return mapPage(await listRevisionRows(manager, await findScope(manager, of), query), toPolicyRevisionResponse);
  }

  async getRevision(of: PolicyScope, revision: number): Promise<GatePolicyResponse> {
    const { manager } = this.dataSource;
    const record = await manager.findOneBy(GatePolicyRevision, { scope: await findScope(manager, of), revision });
    if (!record) throw policyRevisionNotFound(describeScope(of), revision);
    return toPolicyRevisionResponse(record);
  }
}

/** Whose revision is made, as its row and the audit record name them, and the part it has in the policy that holds. */
interface RevisionOwner {
  scope: string;
  modelId: string | null;
  model: string | null;
  part: keyof NewestRevisions;
}

/** Changes of a model's policy queue with all else about the model; those of the registry's only with each other. */
async function lockOwner(manager: EntityManager, scope: PolicyScope): Promise<RevisionOwner> {
  if (scope.of === 'registry') return { scope: REGISTRY_SCOPE, modelId: null, model: null, part: 'base' };
  const { id, name } = await lockModel(manager, scope.model);
  return { scope: id, modelId: id, model: name, part: 'own' };
}

/** The scope as its revisions name it, or 404. */
async function findScope(manager: EntityManager, scope: PolicyScope): Promise<string> {
  return scope.of === 'registry' ? REGISTRY_SCOPE : (await findModel(manager, scope.model)).id;
}

/** The document passed its schema: a preset is text. */
function toPreset({ preset }: Record<string, unknown>): string | null {
  return typeof preset === 'string' ? preset : null;
}
