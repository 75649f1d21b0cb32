import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { waiverTerms } from '../../judging/policy/approval-terms.js';
import { type StagePolicy, stagePolicy } from '../../judging/policy/gate-policy.js';
import { type Caller } from '../../platform/access/caller.js';
import { insertRow } from '../../platform/database/columns.js';
import { Clock } from '../../platform/clock.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { Denials } from '../../record/audit/denials.service.js';
import { type AuditEntry } from '../../record/events/catalogue.js';
import { type LockedModel, lockModel } from '../../registry/models/models.queries.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { loadBesideProduction, loadVersion } from '../../registry/versions/versions.queries.js';
import { GatesService, type Judgement } from '../gates/gates.service.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { findRequesters } from '../transitions/transitions.queries.js';
import { excludedFromWaiving } from './excluded-waivers.js';
import { digestWaiver } from './stored-waiver.js';
import { latestExpiry, refuseWaiver, type WaiverRefusal } from './waiver-refusals.js';
import { Waiver } from './waiver.entity.js';
import {
  type GrantedWaiverResponse,
  type GrantWaiverRequest,
  type ListWaiversQuery,
  toWaiverResponse,
  type WaiverResponse,
} from './waivers.dto.js';
import { revocationForbidden, waiverNotFound, waiverRefused } from './waivers.problems.js';
import { findHoldingWaivers, listWaiverRows } from './waivers.queries.js';

/** A version for which a rule is to be waived, as its gates judge it now. */
interface WaiverCase {
  model: LockedModel;
  row: VersionRow;
  judgement: Judgement;
  stage: StagePolicy | undefined;
  request: GrantWaiverRequest;
  caller: Caller;
  at: Date;
}

/** Waivers of inconclusive rules, each the word of one person, bound to the policy and the evidence it was given on. */
@Injectable()
export class WaiversService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gates: GatesService,
    private readonly audit: AuditService,
    private readonly denials: Denials,
    private readonly clock: Clock,
  ) {}

  /** Grants a waiver, under the model's lock, on what the gates say now. */
  async grantWaiver(
    name: string,
    version: number,
    request: GrantWaiverRequest,
    caller: Caller,
  ): Promise<GrantedWaiverResponse> {
    const result = await this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      const asked = await this.load(manager, model, version, { request, caller });
      const waiver = toWaiver(asked);
      const refusal = await refuse(manager, asked, waiver);
      if (refusal) return { refused: await this.deny(manager, asked, refusal) };
      await insertRow(manager, Waiver, waiver);
      await this.audit.record(manager, caller, waiverEvent('waiver.granted', model, waiver));
      return { granted: { ...toWaiverResponse(waiver, model.name, asked.at), lacking: lackingBeside(asked) } };
    });
    if (result.refused) throw waiverRefused(result.refused);
    return result.granted;
  }

  async listWaivers(name: string, version: number, query: ListWaiversQuery): Promise<Page<WaiverResponse>> {
    const { manager } = this.dataSource;
    const { modelId } = await loadVersion(manager, name, version);
    const at = this.clock.now();
    const page = await listWaiverRows(manager, { modelId, version }, query);
    return mapPage(page, (waiver) => toWaiverResponse(waiver, name, at));
  }

  /** Revokes a waiver; one that is revoked already is answered as it is. */
  async revokeWaiver(
    { model: name, version, id }: { model: string; version: number; id: string },
    caller: Caller,
  ): Promise<WaiverResponse> {
    return this.dataSource.transaction(async (manager) => {
      const model = await lockModel(manager, name);
      const waiver = await manager.findOneBy(Waiver, { id, modelId: model.id, version });
      if (!waiver) throw waiverNotFound(id);
      if (waiver.grantedBy !== caller.subject && !caller.permissions.has('transition:cancel-all'))
        throw revocationForbidden(waiver.grantedBy);
      const at = this.clock.now();
      if (waiver.revokedAt !== null) return toWaiverResponse(waiver, name, at);
      const revoked = { ...waiver, revokedAt: model.now, revokedBy: caller.subject };
      await manager.update(Waiver, id, { revokedAt: revoked.revokedAt, revokedBy: revoked.revokedBy });
      await this.audit.record(manager, caller, waiverEvent('waiver.revoked', model, revoked));
      return toWaiverResponse(revoked, name, at);
    });
  }

  private async load(
    manager: EntityManager,
    model: LockedModel,
    version: number,
    { request, caller }: Pick<WaiverCase, 'request' | 'caller'>,
  ): Promise<WaiverCase> {
    const { row, production } = await loadBesideProduction(manager, model, version);
    const effective = await loadEffectivePolicy(manager, model.id);
    const { toStage } = request;
    const versions = { challenger: row, incumbent: production };
    const judgement = await this.gates.judge(manager, {
      ...versions,
      toStage,
      effective,
      now: model.now,
      requestedBy: null,
    });
    const stage = stagePolicy(effective.policy, toStage);
    return { model, row, judgement, stage, request, caller, at: this.clock.now() };
  }

  /** An attempt on what separation of duty forbids is on record. */
  private async deny(
    manager: EntityManager,
    { model, row, request, caller }: WaiverCase,
    refusal: WaiverRefusal,
  ): Promise<WaiverRefusal> {
    const { code } = refusal;
    if (code !== 'SELF_WAIVER' && code !== 'SERVICE_ACCOUNT') return refusal;
    const { toStage, ruleId } = request;
    const subject = { modelId: model.id, model: model.name, version: row.version };
    // Without the rule, whose id the caller writes.
    const what = `waiver ${model.id} ${row.version} ${toStage} ${code}`;
    await this.denials.record(
      caller,
      what,
      { action: 'access.denied', ...subject, details: { toStage, ruleId, code } },
      manager,
    );
    return refusal;
  }
}

/** Decided on all that bears on it; null when it may be granted. */
async function refuse(
  manager: EntityManager,
  { row, judgement, stage, request, caller, at }: WaiverCase,
  waiver: Waiver,
): Promise<WaiverRefusal | null> {
  const holding = await findHoldingWaivers(manager, waiver, at);
  const { evidenceAuthors: evaluator, policyAuthors: policyAuthor } = judgement;
  const actors = { registrant: row.createdBy, requester: null, evaluator, policyAuthor };
  const requesters = await findRequesters(manager, waiver);
  return refuseWaiver({
    ruleId: request.ruleId,
    reason: request.reason,
    expiresAt: waiver.expiresAt,
    by: caller.subject,
    isService: caller.isService,
    excluded: [
      ...excludedFromWaiving(stage, actors).map(({ subject, reason }) => ({ subject, did: DID[reason] })),
      ...requesters.map((subject) => ({ subject, did: DID.requester })),
    ],
    terms: waiverTerms(stage),
    judged: judgement.content,
    holders: holding.filter(({ ruleId }) => ruleId === request.ruleId).map(({ grantedBy }) => grantedBy),
    at,
  });
}

const DID = {
  registrant: 'registered the version',
  requester: 'asked for its promotion',
  evaluator: 'submitted its evidence',
  policyAuthor: 'changed the policy since',
} as const;

function toWaiver({ model, row, judgement, stage, request, caller, at }: WaiverCase): Waiver {
  const { toStage, ruleId, reason, expiresAt } = request;
  const { policyDigest, evidenceDigest } = judgement;
  return {
    id: uuidv7(),
    modelId: model.id,
    version: row.version,
    toStage,
    ruleId,
    reason,
    policyDigest,
    evidenceDigest,
    grantedBy: caller.subject,
    grantedAt: at,
    expiresAt: expiresAt === undefined ? latestExpiry(waiverTerms(stage), at) : new Date(expiresAt),
    revokedAt: null,
    revokedBy: null,
  };
}

/** How many persons lack still once this one waived, too. */
function lackingBeside({ judgement, stage, request }: WaiverCase): number {
  const others = judgement.waived.find(({ ruleId }) => ruleId === request.ruleId)?.by.length ?? 0;
  return Math.max(0, waiverTerms(stage).approvals - others - 1);
}

function waiverEvent(action: 'waiver.granted' | 'waiver.revoked', model: LockedModel, waiver: Waiver): AuditEntry {
  const { id, version, toStage, ruleId, reason, policyDigest, evidenceDigest, grantedBy, expiresAt } = waiver;
  const bound = { toStage, ruleId, policyDigest, evidenceDigest };
  const revoked = waiver.revokedAt === null ? {} : { revokedAt: waiver.revokedAt };
  const details = { id, ...bound, reason, grantedBy, expiresAt, ...revoked, stored: digestWaiver(waiver) };
  return { action, modelId: model.id, model: model.name, version, details };
}
