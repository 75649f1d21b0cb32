import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { type ModelRef } from '../../platform/access/grant.js';
import { grantable, type GrantTarget, may, reachOf } from '../../platform/access/rights.js';
import { isSafeUrl } from '../../platform/config/issuers.js';
import { changeGround } from '../../platform/database/common-ground.js';
import { requireMatch } from '../../platform/http/etag.js';
import { modelNotFound } from '../../platform/http/models.problems.js';
import { type ProblemError } from '../../platform/http/problem.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { problemAt } from '../../values/pointer.js';
import { OidcIssuers } from '../oidc/oidc-issuers.service.js';
import { lockRoles } from '../roles/roles.queries.js';
import { forbidden } from '../tokens/auth.problems.js';
import { requireGiving } from '../tokens/auth.service.js';
import { revokeTokensOfRule } from '../tokens/auth.queries.js';
import { ISSUER as OWN_ISSUER } from '../tokens/token.js';
import { identifies } from './claim-patterns.js';
import { TrustRule, type TrustRuleRow } from './trust-rule.entity.js';
import {
  type CreateTrustRuleRequest,
  DEFAULT_LIFE_SECONDS,
  type ListTrustRulesQuery,
  toTrustRuleResponse,
  type TrustRuleResponse,
} from './trust-rules.dto.js';
import { trustRuleNotFound } from './trust-rules.problems.js';
import { findLiveModel } from '../role-bindings/role-bindings.queries.js';
import { findTrustRuleRow, listTrustRuleRows } from './trust-rules.queries.js';

const MANAGE = 'trust-rule:manage';
@Injectable()
export class TrustRulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly issuers: OidcIssuers,
  ) {}

  async createTrustRule(request: CreateTrustRuleRequest, caller: Caller): Promise<TrustRuleResponse> {
    const issuer = this.issuers.named(request.issuer)?.iss ?? request.issuer;
    const faults = faultsOf(request, issuer);
    if (faults.length > 0) throw validationFailed(faults);
    return this.dataSource.transaction(async (manager) => {
      await lockRoles(manager);
      const model = request.model === undefined ? null : await this.findModel(manager, request.model, caller);
      const target = targetOf({ model, modelPrefix: request.modelPrefix ?? null });
      if (!grantable(caller, [MANAGE], target) || this.isForeignAudience(request.audience, issuer, caller))
        throw forbidden(MANAGE, caller.roles);
      await requireGiving(manager, caller, request.roles, target);
      const rule = newRule({ ...request, issuer }, model?.id ?? null, caller.subject);
      await manager.insert(TrustRule, rule);
      const row = { ...rule, model: model?.name ?? null };
      const { id, audience, claims, roles, model: named, modelPrefix, expiresInSeconds } = row;
      const reach = { ...(named !== null && { model: named }), ...(modelPrefix !== null && { modelPrefix }) };
      const details = { id, issuer, audience, conditions: conditionsOf(claims), roles, ...reach, expiresInSeconds };
      const { modelId } = row;
      await this.audit.record(manager, caller, { action: 'trust_rule.created', details, modelId, model: named });
      return toTrustRuleResponse(row);
    });
  }

  /** Rules for models whose rules the caller may manage; those for the whole registry only if the caller may manage all. */
  async listTrustRules(query: ListTrustRulesQuery, caller: Caller): Promise<Page<TrustRuleResponse>> {
    const rows = await listTrustRuleRows(this.dataSource.manager, query, reachOf(caller, MANAGE));
    return mapPage(rows, toTrustRuleResponse);
  }

  async getTrustRule(id: string, caller: Caller): Promise<TrustRuleResponse> {
    return toTrustRuleResponse(await this.load(this.dataSource.manager, id, caller));
  }

  /** What a rule gave ends with it. */
  async deleteTrustRule(id: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await changeGround(manager);
      const rule = await this.load(manager, id, caller);
      requireMatch(caller, toTrustRuleResponse(rule));
      const { affected } = await manager.delete(TrustRule, { id });
      if (!affected) throw trustRuleNotFound(id);
      const revokedTokens = await revokeTokensOfRule(manager, id, caller.subject);
      const { modelId, model } = rule;
      const details = { id, revokedTokens };
      await this.audit.record(manager, caller, { action: 'trust_rule.deleted', details, modelId, model });
    });
  }

  /**
   * Whether an issuer that is configured is to be believed for another audience than it is there, which is for the registry alone to
   * say: its people show such tokens to others, who might exchange them here.
   */
  private isForeignAudience(audience: string, issuer: string, caller: Caller): boolean {
    const configured = this.issuers.all.find(({ iss }) => iss === issuer);
    return configured !== undefined && !configured.settings.audiences.includes(audience) && !may(caller, MANAGE);
  }

  /** A rule for models whose rules the caller may manage; any other counts as missing. */
  private async load(manager: EntityManager, id: string, caller: Caller): Promise<TrustRuleRow> {
    const row = await findTrustRuleRow(manager, id);
    const model = row && row.modelId !== null ? { id: row.modelId, name: row.model! } : null;
    const isManaged = row && grantable(caller, [MANAGE], targetOf({ model, modelPrefix: row.modelPrefix }));
    if (!row || !isManaged) throw trustRuleNotFound(id);
    return row;
  }

  private async findModel(manager: EntityManager, name: string, caller: Caller): Promise<{ id: string; name: string }> {
    const model = await findLiveModel(manager, name);
    if (model === undefined || !(may(caller, 'registry:read', model) || may(caller, MANAGE, model)))
      throw modelNotFound(name);
    return model;
  }
}

/** Where the tokens of a rule have their rights. */
function targetOf({ model, modelPrefix }: { model: ModelRef | null; modelPrefix: string | null }): GrantTarget {
  if (model !== null) return { model };
  return modelPrefix === null ? null : { modelPrefix };
}

function newRule(request: CreateTrustRuleRequest, modelId: string | null, createdBy: string): TrustRule {
  const { issuer, audience, claims, roles, expiresInSeconds = DEFAULT_LIFE_SECONDS } = request;
  const own = { id: uuidv7(), name: request.name ?? null, createdAt: new Date(), createdBy };
  const reach = { modelId, modelPrefix: request.modelPrefix ?? null };
  return { ...own, issuer, audience, claims, roles, ...reach, expiresInSeconds };
}

/** As the record tells them, whose details name their fields. */
function conditionsOf(claims: Readonly<Record<string, string>>): { claim: string; value: string }[] {
  return Object.entries(claims).map(([claim, value]) => ({ claim, value }));
}

function faultsOf({ claims, model, modelPrefix }: CreateTrustRuleRequest, issuer: string): ProblemError[] {
  const entries = Object.entries(claims);
  const faults: ProblemError[] = [];
  if (issuer === OWN_ISSUER || !isSafeUrl(issuer))
    faults.push(
      problemAt(
        ['issuer'],
        'IS_ISSUER',
        'issuer must be an https URL, an http one of this machine, or a configured name',
      ),
    );
  if (!entries.some(([claim, pattern]) => identifies(claim, pattern)))
    faults.push(
      problemAt(
        ['claims'],
        'IS_IDENTIFYING',
        'claims must say who asks: the whole of repository_id, project_id, sub or the like, or a path such as repo:acme/* of it',
      ),
    );
  if (model !== undefined && modelPrefix !== undefined)
    faults.push(problemAt(['modelPrefix'], 'IS_ONE_REACH', 'give either a model or a modelPrefix'));
  return faults;
}
