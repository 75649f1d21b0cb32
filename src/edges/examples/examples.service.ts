import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller, ORDINARY } from '../../platform/access/caller.js';
import { permissionsOf, type Role } from '../../platform/access/permission.js';
import { Config } from '../../platform/config.js';
import { ambientTransaction } from '../../platform/database/ambient-transaction.js';
import { Problem, problemKind } from '../../platform/http/problem.js';
import { ApprovalsService } from '../../promotion/transitions/decisions/approvals.service.js';
import { type RequestedTransitionResponse } from '../../promotion/transitions/transitions.dto.js';
import { TransitionsService } from '../../promotion/transitions/transitions.service.js';
import { EXAMPLE_MODEL, ExampleRegistry } from './example-registry.service.js';
import { type LoadedExampleResponse } from './examples.dto.js';

const EXAMPLE_NOT_OFFERED = problemKind(409, 'EXAMPLE_NOT_OFFERED', 'The example is for trying things out');
/** Of several who load it at once, one does. */
const LOAD_LOCK = 7_305_118_223;
/** Who acts in the example; nobody who may be there besides is said to have done what they did not. */
const CI = 'example-ci';
const REVIEWER = 'example-reviewer';

@Injectable()
export class ExamplesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly registry: ExampleRegistry,
    private readonly transitions: TransitionsService,
    private readonly approvals: ApprovalsService,
  ) {}

  /** All of it is there afterwards, or nothing: its commands run in one transaction. */
  async loadExample(caller: Caller): Promise<LoadedExampleResponse> {
    if (this.config.databaseUrl !== null)
      throw EXAMPLE_NOT_OFFERED('Only a service with the embedded database loads it; "npm run demo" starts one.');
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [LOAD_LOCK]);
      return ambientTransaction.run(manager, () => this.load(caller));
    });
  }

  private async load(caller: Caller): Promise<LoadedExampleResponse> {
    const model = await this.registry.begin(caller);
    if (model === null) return { model: EXAMPLE_MODEL, isNew: false };
    await this.promote(model, 1, caller);
    await this.promote(model, 2, caller);
    await this.ask(model, 3, caller).catch(expectRefusal);
    await this.ask(model, 4, caller);
    return { model, isNew: true };
  }

  private async promote(model: string, version: number, caller: Caller): Promise<void> {
    const { id } = await this.ask(model, version, caller);
    const comment = 'The gates pass; read the report.';
    await this.approvals.decideTransition(id, { decision: 'approve', comment }, acting(REVIEWER, 'approver', caller));
  }

  /** Registers a version with its evidence and asks for Production. */
  private async ask(model: string, version: number, caller: Caller): Promise<RequestedTransitionResponse> {
    const ci = acting(CI, 'contributor', caller);
    await this.registry.addVersion(model, version, ci);
    await this.transitions.requestTransition({ model, version }, { toStage: 'Staging' }, ci);
    return this.transitions.requestTransition({ model, version }, { toStage: 'Production' }, ci);
  }
}

/** Somebody of the example, on behalf of the request that loads it. */
function acting(subject: string, role: Role, { requestId }: Caller): Caller {
  const roles = [role];
  return {
    subject,
    roles,
    approvalRoles: [],
    ...ORDINARY,
    permissions: permissionsOf(roles),
    tokenId: null,
    requestId,
  };
}

function expectRefusal(error: unknown): void {
  if (!(error instanceof Problem) || error.code !== 'GATES_REFUSED') throw error;
}
