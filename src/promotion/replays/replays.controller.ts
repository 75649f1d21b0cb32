import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { MayLag, OnlyReads, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam, ModelParam } from '../../platform/http/parameters.js';
import { BackTestJobResponse, StartBackTestRequest } from './back-test-jobs.dto.js';
import { BackTestJobs } from './back-test-jobs.service.js';
import { BackTestRequest, BackTestResponse } from './back-tests.dto.js';
import { REGISTRY } from '../policies/policy-scope.js';
import { CheckGatePolicyRequest, PolicyCheckResponse } from './policy-checks.dto.js';
import { PolicyChecks } from './policy-checks.service.js';
import { ReplayedGateReportResponse, ReplayProblemResponse } from './replays.dto.js';
import { ReplaysService } from './replays.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class ReplaysController {
  constructor(
    private readonly replays: ReplaysService,
    private readonly backTests: BackTestJobs,
    private readonly checks: PolicyChecks,
  ) {}

  /**
   * Judges the evidence of a stored gate report again by the same policy revisions; the answer equals the stored report, or is 409 and leaves an audit event.
   * @throws {404} The gate report does not exist.
   */
  @Post('gate-reports/:id/replay')
  @HttpCode(200)
  @OnlyReads()
  @ApiResponse({
    status: 409,
    type: ReplayProblemResponse,
    description: 'The judgement does not come out as it is stored; `difference` says where.',
  })
  @Requires('registry:read', { idOf: 'gate-report' })
  replayGateReport(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<ReplayedGateReportResponse> {
    return this.replays.replayGateReport(id, caller);
  }

  /**
   * Judges the recorded promotions of one or all models by a draft policy and says which it would have refused or let through.
   * @throws {404} The model does not exist.
   * @throws {422} The draft policy is not valid; every fault is named with its place.
   */
  @Post('gate-policy/back-tests')
  @HttpCode(200)
  @OnlyReads()
  @MayLag()
  @Requires('gate:check', { named: 'model', otherwise: 'registry' })
  backTestGatePolicy(@Body() request: BackTestRequest): Promise<BackTestResponse> {
    return this.replays.backTest(request);
  }

  /**
   * Says of a draft policy of a model what is wrong with it, what it would be with the registry's default, and what it would change for waiting requests and for the version in Production. Changes nothing.
   * @throws {404} The model does not exist.
   */
  @Post('models/:model/gate-policy/checks')
  @HttpCode(200)
  @OnlyReads()
  @Requires('gate:check')
  checkGatePolicy(
    @ModelParam() model: string,
    @Body() { policy }: CheckGatePolicyRequest,
  ): Promise<PolicyCheckResponse> {
    return this.checks.checkGatePolicy({ of: 'model', model }, policy);
  }

  /** Says the same of a draft of the registry's default policy, of the requests and models that it is wider than. Changes nothing. */
  @Post('gate-policy/checks')
  @HttpCode(200)
  @OnlyReads()
  @Requires('gate:check')
  checkDefaultGatePolicy(@Body() { policy }: CheckGatePolicyRequest): Promise<PolicyCheckResponse> {
    return this.checks.checkGatePolicy(REGISTRY, policy);
  }

  /**
   * Starts judging all recorded promotions to Production, and all that is live, by a draft policy; changes nothing. It runs apart from the request; those of all callers take turns.
   * @throws {404} The model does not exist.
   * @throws {409} One of the caller's for the same is under way, or as many as there may be.
   * @throws {422} The draft policy is not valid; every fault is named with its place.
   */
  @Post('gate-policy/back-test-jobs')
  @HttpCode(202)
  @Requires('gate:check', { named: 'model', otherwise: 'registry' })
  startBackTest(@Body() request: StartBackTestRequest, @CurrentCaller() caller: Caller): Promise<BackTestJobResponse> {
    return this.backTests.startBackTest(request, caller);
  }

  /**
   * Answers how far a back-test over everything is, or what it found.
   * @throws {404} The back-test does not exist.
   */
  @Get('gate-policy/back-test-jobs/:id')
  @Requires('gate:check', { idOf: 'back-test' })
  getBackTest(@IdParam() id: string): Promise<BackTestJobResponse> {
    return this.backTests.getBackTest(id);
  }

  /**
   * Ends a back-test over everything that is queued or under way; what one that has ended found stays.
   * @throws {404} The back-test does not exist.
   */
  @Delete('gate-policy/back-test-jobs/:id')
  @HttpCode(204)
  @Requires('gate:check', { idOf: 'back-test' })
  cancelBackTest(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.backTests.cancelBackTest(id, caller);
  }
}
