import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../record/audit/audit.service.js';
import { forbidden } from '../../access/tokens/auth.problems.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { type Caller } from '../../platform/access/caller.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { requireMatch } from '../../platform/http/etag.js';
import { lockToDecide } from '../../registry/models/models.queries.js';
import { type RequestedTransitionResponse } from '../transitions/transitions.dto.js';
import { TransitionsService } from '../transitions/transitions.service.js';
import { ModelAlias } from '../../registry/versions/model-alias.entity.js';
import {
  findAliased,
  loadAliased,
  loadVersion,
  removeAlias,
  writeAlias,
} from '../../registry/versions/versions.queries.js';
import { aliasFault, aliasKey, isChampion } from './alias-name.js';
import { type AliasResponse } from './aliases.dto.js';
import { aliasIsInvalid, aliasNotFound, championIsProtected } from './aliases.problems.js';

@Injectable()
export class AliasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reads: PreparedReads,
    private readonly audit: AuditService,
    private readonly transitions: TransitionsService,
  ) {}

  /** Points an alias at a version; champion and protected aliases ask for a promotion instead, so none is a way around the gates. */
  async setAlias(
    model: string,
    alias: string,
    version: number,
    caller: Caller,
  ): Promise<AliasResponse | RequestedTransitionResponse> {
    const fault = aliasFault(alias);
    if (fault) throw aliasIsInvalid(fault);
    if (await this.setFreely(model, alias, version, caller)) return { model, alias, version };
    const request = {
      toStage: 'Production',
      reason: `Alias ${alias} set to version ${version}.`,
      alias: isChampion(alias) ? undefined : alias,
      ground: (manager: EntityManager) => this.requireMatch(manager, model, alias, caller),
    } as const;
    return this.transitions.requestTransition({ model, version }, request, caller);
  }

  async getAlias(model: string, alias: string): Promise<AliasResponse> {
    const version = await findAliased(this.reads, model, aliasKey(alias));
    if (version === null) throw aliasNotFound(model, alias);
    return { model, alias, version };
  }

  async deleteAlias(model: string, alias: string, caller: Caller): Promise<void> {
    if (isChampion(alias)) throw championIsProtected();
    await this.dataSource.transaction(async (manager) => {
      const { id } = await lockToDecide(manager, model);
      const found = await manager.findOneBy(ModelAlias, { modelId: id, alias });
      if (!found) throw aliasNotFound(model, alias);
      requireMatch(caller, { model, alias, version: found.version });
      const { policy } = await loadEffectivePolicy(manager, id);
      const isProtected = policy.protectedAliases.includes(alias);
      if (isProtected && !caller.permissions.has('transition:archive'))
        throw forbidden('transition:archive', caller.roles);
      await removeAlias(manager, found);
      const { version } = found;
      await this.audit.record(manager, caller, {
        action: 'alias.deleted',
        modelId: id,
        model,
        version,
        details: { alias },
      });
    });
  }

  /** False when the alias goes with Production and the version is not there, so that a promotion has to be asked for. */
  private async setFreely(model: string, alias: string, version: number, caller: Caller): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const { id, now } = await lockToDecide(manager, model);
      const row = await loadVersion(manager, model, version);
      await this.requireMatch(manager, model, alias, caller);
      if (isChampion(alias)) return row.stage === 'Production';
      const { policy } = await loadEffectivePolicy(manager, id);
      if (policy.protectedAliases.includes(alias) && row.stage !== 'Production') return false;
      await writeAlias(manager, { modelId: id, alias, version, updatedAt: now, updatedBy: caller.subject });
      await this.audit.record(manager, caller, {
        action: 'alias.set',
        modelId: id,
        model,
        version,
        details: { alias },
      });
      return true;
    });
  }

  /** An alias that is not set yet has no representation to match. */
  private async requireMatch(manager: EntityManager, model: string, alias: string, caller: Caller): Promise<void> {
    if (caller.preconditions === undefined) return;
    const version = await loadAliased(manager, model, aliasKey(alias));
    requireMatch(caller, version === null ? null : { model, alias, version });
  }
}
