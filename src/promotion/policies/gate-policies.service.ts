import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { requireMatch } from '../../platform/http/etag.js';
import { type ListQuery, mapPage, type Page } from '../../platform/lists/page.dto.js';
import { Clock } from '../../platform/clock.js';
import { type ApprovalsPolicy } from '../../judging/policy/gate-policy.js';
import { requirePast } from '../../platform/lists/past.queries.js';
import { databaseTime, findModel } from '../../registry/models/models.queries.js';
import { type Viewer } from '../approvals/decider.js';
import { changeApprovals, demandForChange } from './changes-of-policy.js';
import { changeEvent } from './policy-change-events.js';
import { PolicyChange } from './policy-change.entity.js';
import { type PolicyChangeResponse, toPolicyChangeResponse } from './policy-changes.dto.js';
import { policyChangeIsOpen } from './policy-changes.problems.js';
import { findOpenChange } from './policy-changes.queries.js';
import { findLost, settleChange } from './policy-changes.service.js';
import {
  lockOwner,
  type PolicyDraft,
  PolicyRevisions,
  requireComposable,
  type RevisionOwner,
} from './policy-revisions.service.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
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

/** What became of a policy that was to be set. */
export type SetPolicyAnswer =
  { outcome: 'set'; policy: EffectiveGatePolicyResponse } | { outcome: 'requested'; change: PolicyChangeResponse };

/** A policy as it was sent, and why. */
export interface SentPolicy {
  document: PolicyDocument;
  comment?: string;
}

/** A change that the policy in force wants to be approved. */
interface GovernedChange {
  owner: RevisionOwner;
  newest: NewestRevisions;
  approvals: ApprovalsPolicy;
  draft: PolicyDraft;
}

@Injectable()
export class GatePoliciesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly revisions: PolicyRevisions,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a new revision of a policy, or, where the policy in force says that changes need approval, a request for it. A
   * model's policy may only tighten the registry's default.
   */
  async setGatePolicy(scope: PolicyScope, { document, comment }: SentPolicy, caller: Caller): Promise<SetPolicyAnswer> {
    const parsed = parseGatePolicy(document);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const draft = { document, policy: parsed.policy, digest: parsed.digest, comment: comment ?? null };
    return this.dataSource.transaction(async (manager) => {
      const owner = await lockOwner(manager, scope);
      await lockRevisions(manager);
      const newest = await loadNewestRevisions(manager, owner.scope);
      if (caller.preconditions !== undefined) {
        // What is shown before a policy was set is the default's; whoever wants to set the first one means its own.
        const isSet = newest[owner.part] !== undefined;
        requireMatch(caller, toEffectiveGatePolicyResponse(composeRevisions(newest)), isSet);
      }
      const approvals = changeApprovals(composeRevisions(newest).policy);
      if (approvals !== null) return this.request(manager, { owner, newest, approvals, draft }, caller);
      const { effective } = await this.revisions.insert(manager, scope, draft, { author: caller.subject, caller });
      return { outcome: 'set', policy: toEffectiveGatePolicyResponse(effective) };
    });
  }

  /** Keeps a change that needs approval, in place of one whose ground is gone. */
  private async request(
    manager: EntityManager,
    { owner, newest, approvals, draft }: GovernedChange,
    caller: Caller,
  ): Promise<SetPolicyAnswer> {
    const viewer = { caller, at: this.clock.now() };
    requireComposable(newest, owner.part, draft.policy);
    await this.makeRoom(manager, owner.scope, viewer);
    const change: PolicyChange = {
      id: uuidv7(),
      scope: owner.scope,
      modelId: owner.modelId,
      source: draft.document,
      digest: draft.digest,
      basedOn: composeRevisions(newest).composedOf,
      approvalDemand: demandForChange(approvals, caller.subject, viewer.at),
      status: 'awaiting_approval',
      requestedBy: caller.subject,
      comment: draft.comment,
      requestedAt: await databaseTime(manager),
      settledAt: null,
      settledBy: null,
      outcomeCode: null,
      outcomeDetail: null,
      revision: null,
    };
    await manager.insert(PolicyChange, change);
    const row = { ...change, model: owner.model, approvals: [] };
    await this.audit.record(manager, caller, changeEvent('requested', row));
    return { outcome: 'requested', change: toPolicyChangeResponse(row, viewer) };
  }

  /** Only one change of a policy is open at a time; one that can no longer be applied ends here. */
  private async makeRoom(manager: EntityManager, scope: string, viewer: Viewer): Promise<void> {
    const open = await findOpenChange(manager, scope);
    if (!open) return;
    const lost = await findLost(manager, open, viewer);
    if (!lost) throw policyChangeIsOpen(open);
    const { code, detail } = lost;
    const settled = await settleChange(manager, open, { status: 'stale', code, detail }, viewer.caller);
    await this.audit.record(manager, viewer.caller, changeEvent('stale', settled));
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

/** The scope as its revisions name it, or 404. */
async function findScope(manager: EntityManager, scope: PolicyScope): Promise<string> {
  return scope.of === 'registry' ? REGISTRY_SCOPE : (await findModel(manager, scope.model)).id;
}
