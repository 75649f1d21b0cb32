import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { type LockedModel, lockToDecide } from '../../registry/models/models.queries.js';
import { type Stage } from '../../values/stage.js';
import { findVersionsInStage, loadProduction, loadVersion } from '../../registry/versions/versions.queries.js';
import { personRequired } from '../holds/holds.problems.js';
import { type BegunEvaluation, ReEvaluations } from '../re-evaluations/re-evaluations.service.js';
import { type BreakGlassRequest } from './safeguards/override.dto.js';
import { type StageRequest } from './stage-change.js';
import { StageChanges } from './stage-changes.service.js';
import {
  type RequestedTransitionResponse,
  type RequestTransitionRequest,
  type RollbackRequest,
} from './transitions.dto.js';
import { noRollbackTarget, transitionNotFound } from './transitions.problems.js';
import { findModelRefOf, findRollbackTarget } from './transitions.queries.js';

/** Finds, under the model's lock, the version that a request is about. */
type ChooseVersion = (manager: EntityManager, model: LockedModel) => Promise<number>;

/** A version, by the name of its model. */
export interface NamedVersion {
  model: string;
  version: number;
}

/** What else is asked of a move besides its request. */
interface Aside {
  /** A protected alias that moves with the version. */
  alias?: string;
  /** Whether the other versions in the stage are archived once the move is applied, in its transaction. */
  archivesOthers?: boolean;
  /** Looks under the model's lock whether the ground still holds, and throws when it does not. */
  ground?: (manager: EntityManager) => Promise<void>;
}

/** A request before its version is known. */
type UnplacedRequest = Pick<StageRequest, 'demand' | 'alias' | 'caller'> & {
  /** Whether an applied move archives the other versions in its stage, in its transaction. */
  archivesOthers?: boolean;
};

@Injectable()
export class TransitionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: StageChanges,
    private readonly reEvaluations: ReEvaluations,
    resources: OwnedResources,
  ) {
    const findModel = (id: string) => findModelRefOf(dataSource.manager, id);
    resources.register('transition', { findModel, notFound: transitionNotFound });
  }

  /** Judges and applies a change of stage, or records why not. */
  async requestTransition(
    { model, version }: NamedVersion,
    request: RequestTransitionRequest & Aside,
    caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    const { toStage, reason, expectedIncumbent, allowEmptyProduction, alias = null, archivesOthers, ground } = request;
    const demand = {
      toStage,
      isRollback: false,
      reason: reason ?? null,
      expectedIncumbent,
      allowEmptyProduction: allowEmptyProduction ?? false,
    };
    const choose: ChooseVersion = async (manager) => {
      await ground?.(manager);
      return version;
    };
    return this.run(model, { demand, alias, caller, archivesOthers }, choose);
  }

  /** Archives every other version in the stage of this one, one by one, in one transaction; answers nothing. */
  async archiveOthers({ model, version }: NamedVersion, reason: string, caller: Caller): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const locked = await lockToDecide(manager, model);
      const { stage } = await loadVersion(manager, model, version);
      await this.archiveBeside(manager, locked, { version, stage, reason, caller });
    });
  }

  /** Puts an earlier Production version back and archives the one there now. */
  async rollbackModel(model: string, request: RollbackRequest, caller: Caller): Promise<RequestedTransitionResponse> {
    const { reason, expectedIncumbent } = request;
    const demand = {
      toStage: 'Production' as const,
      isRollback: true,
      reason,
      expectedIncumbent,
      allowEmptyProduction: false,
    };
    const choose: ChooseVersion = async (manager, locked) => request.toVersion ?? chooseRollbackTarget(manager, locked);
    return this.run(model, { demand, alias: null, caller }, choose);
  }

  /** Asks for a promotion past the gates, for another person to confirm; what it gets past is on record. */
  async breakGlass(
    { model, version }: NamedVersion,
    { toStage, reason, ticket, expectedIncumbent }: BreakGlassRequest,
    caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    if (caller.isService) throw personRequired('The gates are passed by persons alone, not by a service.');
    const override = { ticket: ticket ?? null };
    const demand = { toStage, isRollback: false, reason, expectedIncumbent, allowEmptyProduction: false, override };
    return this.run(model, { demand, alias: null, caller }, () => Promise.resolve(version));
  }

  private async archiveBeside(
    manager: EntityManager,
    model: LockedModel,
    { version, stage, reason, caller }: { version: number; stage: Stage; reason: string | null; caller: Caller },
  ): Promise<void> {
    const demand = { toStage: 'Archived', isRollback: false, reason, allowEmptyProduction: false } as const;
    for (const other of await findVersionsInStage(manager, model.id, stage)) {
      if (other === version) continue;
      const request = { version: other, demand, alias: null, requestedBy: caller.subject, approvals: [], caller };
      const result = await this.changes.perform(manager, model, request);
      if (result.outcome === 'refused') throw result.problem;
    }
  }

  /** Carries out a request under the model's lock; where evidence is outstanding it is computed without the lock first. */
  private async run(
    model: string,
    request: UnplacedRequest,
    chooseVersion: ChooseVersion,
  ): Promise<RequestedTransitionResponse> {
    const requestedBy = request.caller.subject;
    const perform = (begun?: readonly BegunEvaluation[]) =>
      this.dataSource.transaction(async (manager) => {
        const locked = await lockToDecide(manager, model);
        const version = await chooseVersion(manager, locked);
        const asked = { ...request, version, requestedBy, approvals: [], begun };
        const result = await this.changes.perform(manager, locked, asked);
        const { toStage: stage, reason } = request.demand;
        if (request.archivesOthers && result.outcome === 'applied')
          await this.archiveBeside(manager, locked, { version, stage, reason, caller: request.caller });
        return result;
      });
    let result = await perform();
    while (result.outcome === 'evidence-outstanding')
      result = await perform(await this.reEvaluations.carryOut(result, request.caller));
    if (result.outcome === 'refused') throw result.problem;
    return { ...result.transition, gateReport: result.gateReport };
  }
}

async function chooseRollbackTarget(manager: EntityManager, model: LockedModel): Promise<number> {
  const incumbent = await loadProduction(manager, model.id);
  const target = await findRollbackTarget(manager, model.id, incumbent?.version ?? null);
  if (target === undefined) throw noRollbackTarget(model.name);
  return target;
}
