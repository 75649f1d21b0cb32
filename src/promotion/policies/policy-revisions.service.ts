import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { Clock } from '../../platform/clock.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { databaseTime, lockToDecide } from '../../registry/models/models.queries.js';
import { canonicalDigest } from '../../values/digest.js';
import { type PolicyDocument } from './gate-policies.dto.js';
import { policyIsInvalid } from './gate-policies.problems.js';
import {
  composeRevisions,
  type EffectivePolicy,
  loadNewestRevisions,
  type NewestRevisions,
  REGISTRY_SCOPE,
  withDraft,
} from './gate-policies.queries.js';
import { GatePolicyRevision } from './gate-policy-revision.entity.js';
import { policyChangeNotFound } from './policy-changes.problems.js';
import { findChange, modelOf } from './policy-changes.queries.js';
import { type PolicyScope } from './policy-scope.js';

/** A policy that is to be set: as it was sent, and as it was read. */
export interface PolicyDraft {
  document: PolicyDocument;
  policy: GatePolicy;
  digest: string;
  /** Why, in its author's words. */
  comment: string | null;
}

/** The one way a revision of a policy comes about, in the transaction and under the locks of whoever decides that it does. */
@Injectable()
export class PolicyRevisions {
  constructor(
    private readonly audit: AuditService,
    private readonly clock: Clock,
    dataSource: DataSource,
    resources: OwnedResources,
  ) {
    const findOwner = async (id: string): Promise<ModelRef | null | undefined> => {
      const row = await findChange(dataSource.manager, id);
      return row && modelOf(row);
    };
    resources.register('policy-change', { findModel: findOwner, notFound: policyChangeNotFound });
  }

  /** The time that decides what has expired. */
  now(): Date {
    return this.clock.now();
  }

  /** Writes the next revision of a scope; its author may be another than the caller, whose approval was the last. */
  async insert(
    manager: EntityManager,
    scope: PolicyScope,
    { document, policy, digest, comment }: PolicyDraft,
    { author, caller }: { author: string; caller: Caller },
  ): Promise<{ revision: GatePolicyRevision; effective: EffectivePolicy }> {
    const owner = await lockOwner(manager, scope);
    const newest = await loadNewestRevisions(manager, owner.scope);
    const revision: GatePolicyRevision = {
      scope: owner.scope,
      revision: (newest[owner.part]?.revision ?? 0) + 1,
      modelId: owner.modelId,
      source: document,
      policy,
      digest,
      createdAt: await databaseTime(manager),
      createdBy: author,
      comment,
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
        ...(author !== caller.subject && { requestedBy: author }),
        ...(comment !== null && { comment }),
      },
    });
    return { revision, effective };
  }
}

/** Refuses a draft that asks for less than the scope above it. */
export function requireComposable(newest: NewestRevisions, part: keyof NewestRevisions, policy: GatePolicy): void {
  const { conflicts } = withDraft(newest, policy, part === 'own');
  if (conflicts.length > 0 && part === 'own') throw policyIsInvalid(conflicts);
}

/** Whose revision is made, as its row and the audit record name them, and the part it has in the policy that holds. */
export interface RevisionOwner {
  scope: string;
  modelId: string | null;
  model: string | null;
  part: keyof NewestRevisions;
}

/** Changes of a model's policy queue with all else about the model; those of the registry's with decisions about any. */
export async function lockOwner(manager: EntityManager, scope: PolicyScope): Promise<RevisionOwner> {
  if (scope.of === 'registry') {
    await changeGround(manager);
    return { scope: REGISTRY_SCOPE, modelId: null, model: null, part: 'base' };
  }
  const { id, name } = await lockToDecide(manager, scope.model);
  return { scope: id, modelId: id, model: name, part: 'own' };
}

/** The document passed its schema: a preset is text. */
function toPreset({ preset }: Record<string, unknown>): string | null {
  return typeof preset === 'string' ? preset : null;
}
