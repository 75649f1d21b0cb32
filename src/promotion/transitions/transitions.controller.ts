import { Body, Controller, Delete, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { ApprovalsService } from './decisions/approvals.service.js';
import { PreviewRollbackQuery, RollbackPreviewResponse } from './standing/rollback-preview.dto.js';
import { RollbackPreviews } from './standing/rollback-previews.service.js';
import { TransitionStandingResponse } from './standing/standing.dto.js';
import { Standings } from './standing/standings.service.js';
import { AnswersRefusals, withStatus } from './transition-answers.decorator.js';
import { BreakGlassRequest } from './safeguards/override.dto.js';
import {
  DecideTransitionRequest,
  RequestedTransitionResponse,
  RequestTransitionRequest,
  RollbackRequest,
  TransitionProblemResponse,
  TransitionResponse,
} from './transitions.dto.js';
import { Withdrawals } from './decisions/withdrawals.service.js';
import { TransitionsService } from './transitions.service.js';

@ApiTags('transitions')
@Controller('api/v1')
export class TransitionsController {
  constructor(
    private readonly transitions: TransitionsService,
    private readonly approvals: ApprovalsService,
    private readonly standings: Standings,
    private readonly rollbacks: RollbackPreviews,
    private readonly withdrawals: Withdrawals,
  ) {}

  /**
   * Asks for a change of stage: it is judged by the gates of the target stage and applied, refused, or left to approval.
   * @throws {400} The move needs a reason.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/versions/:version/transitions')
  @ApiResponse({ status: 201, type: RequestedTransitionResponse, description: 'The transition was applied.' })
  @ApiResponse({
    status: 202,
    type: RequestedTransitionResponse,
    description: 'The gates passed and approval is awaited.',
  })
  @AnswersRefusals(
    'The lifecycle has no such move, its conditions do not hold, or Production is not what the caller expects.',
    'The gates refused the version; `gateReport` says why.',
  )
  @Requires('transition:move')
  async requestTransition(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: RequestTransitionRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedTransitionResponse> {
    return withStatus(reply, await this.transitions.requestTransition({ model, version }, request, caller));
  }

  /**
   * Asks for a promotion past the gates, in an emergency: another person with the right confirms it by an approval, it says what stands in the way, and once applied it opens a review. Nobody gets past evidence that contradicts itself, a quarantine or changed ground.
   * @throws {400} The reason is too short, or the ticket lacks.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/versions/:version/break-glass')
  @ApiResponse({
    status: 201,
    type: RequestedTransitionResponse,
    description: 'The policy asks for no second person, and the transition was applied.',
  })
  @ApiResponse({ status: 202, type: RequestedTransitionResponse, description: 'A second person has to confirm it.' })
  @AnswersRefusals(
    'The policy has no way past its gates, nothing stands in the way, or what does is nothing that anybody gets past.',
    'The gates are not passed by what was named.',
  )
  @Requires('transition:override')
  async breakGlass(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: BreakGlassRequest,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestedTransitionResponse> {
    return withStatus(reply, await this.transitions.breakGlass({ model, version }, request, caller));
  }

  /**
   * Puts an earlier Production version back in one call and archives the one there now; deletes nothing.
   * @throws {404} The model or the version does not exist.
   */
  @Post('models/:model/rollback')
  @AnswersRefusals(
    'There is no version to roll back to, it never held Production, or it is quarantined.',
    'The policy demands gates for rollbacks, and they refused.',
  )
  @Requires('transition:rollback')
  rollbackModel(
    @ModelParam() model: string,
    @Body() request: RollbackRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<RequestedTransitionResponse> {
    return this.transitions.rollbackModel(model, request, caller);
  }

  /**
   * Tells what a rollback would do and what stands in its way. Changes nothing.
   * @throws {404} The model or the version does not exist.
   */
  @Get('models/:model/rollback')
  @Requires('registry:read')
  previewRollback(
    @ModelParam() model: string,
    @Query() query: PreviewRollbackQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<RollbackPreviewResponse> {
    return this.rollbacks.preview(model, query.toVersion, caller);
  }

  /**
   * Tells where a transition stands now: what it is pinned to, what of it changed, what stands in the way, and what an approval would make of it. Changes nothing.
   * @throws {404} The transition does not exist.
   */
  @Get('transitions/:id/standing')
  @Requires('registry:read', { idOf: 'transition' })
  getTransitionStanding(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<TransitionStandingResponse> {
    return this.standings.getStanding(id, caller);
  }

  /**
   * Approves or rejects a transition that awaits approval; the last approval needed applies it if its ground still holds.
   * @throws {404} The transition does not exist.
   */
  @Post('transitions/:id/approvals')
  @AnswersRefusals(
    'The transition has an outcome already, rests on another report, the caller has decided already, or the ground changed.',
    'The gates no longer pass.',
  )
  @Requires('transition:decide', { idOf: 'transition' })
  decideTransition(
    @IdParam() id: string,
    @Body() request: DecideTransitionRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<TransitionResponse> {
    return this.approvals.decideTransition(id, request, caller);
  }

  /**
   * Withdraws the caller's own decision. The withdrawal of a rejection opens the transition again, if its ground is as it was.
   * @throws {404} The transition does not exist, or the caller has no decision on it.
   */
  @Delete('transitions/:id/approvals/mine')
  @ApiResponse({
    status: 409,
    type: TransitionProblemResponse,
    description: 'The transition has another outcome, its ground changed, or the same was asked for again.',
  })
  @Requires('transition:decide', { idOf: 'transition' })
  withdrawDecision(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<TransitionResponse> {
    return this.withdrawals.withdrawDecision(id, caller);
  }

  /**
   * Takes back a transition that awaits approval.
   * @throws {404} The transition does not exist.
   * @throws {409} The transition has an outcome already.
   */
  @Post('transitions/:id/cancel')
  @HttpCode(200)
  @Requires('transition:cancel', { idOf: 'transition' })
  cancelTransition(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<TransitionResponse> {
    return this.withdrawals.cancelTransition(id, caller);
  }
}
