import { applyDecorators, Body, Controller, Get, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { declareSchema } from '../../platform/http/api-schemas.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { ModelParam, NumberParam } from '../../platform/http/parameters.js';
import { GatePoliciesService, type SetPolicyAnswer } from './gate-policies.service.js';
import { PolicyChangeResponse } from './policy-changes.dto.js';
import { AsOfQuery } from '../../registry/models/as-of.dto.js';
import { REGISTRY } from './policy-scope.js';
import { gatePolicyJsonSchema } from '../../judging/policy/gate-policy-json-schema.js';
import {
  EffectiveGatePolicyResponse,
  GatePolicyPage,
  GatePolicyResponse,
  ListPolicyRevisionsQuery,
  type PolicyDocument,
  SetGatePolicyQuery,
} from './gate-policies.dto.js';

const POLICY_SCHEMA = declareSchema('GatePolicyDocument', () => gatePolicyJsonSchema());

const PolicyBody = (): MethodDecorator => applyDecorators(ApiBody({ schema: POLICY_SCHEMA, required: true }));

/** A policy that was set is answered with 200, a change that awaits approval with 202. */
const AnswersPolicyChange = (): MethodDecorator =>
  applyDecorators(
    ApiResponse({ status: 200, type: EffectiveGatePolicyResponse, description: 'The policy holds.' }),
    ApiResponse({ status: 202, type: PolicyChangeResponse, description: 'The change awaits approval.' }),
  );

function withOutcome(reply: FastifyReply, answer: SetPolicyAnswer): EffectiveGatePolicyResponse | PolicyChangeResponse {
  if (answer.outcome === 'set') return answer.policy;
  reply.status(202);
  return answer.change;
}

@ApiTags('gatePolicies')
@Controller('api/v1')
export class GatePoliciesController {
  constructor(private readonly policies: GatePoliciesService) {}

  /**
   * Sets the gate policy of a model: makes a new immutable revision. It may only tighten what the registry's default asks for. Where the policy in force says that changes need approval, a change awaits it.
   * @throws {404} The model does not exist.
   * @throws {409} Another change of the policy awaits approval.
   * @throws {422} The policy is not valid; every fault is named with its place.
   */
  @Put('models/:model/gate-policy')
  @Requires('policy:write')
  @PolicyBody()
  @AnswersPolicyChange()
  async setGatePolicy(
    @ModelParam() model: string,
    @Body() document: PolicyDocument,
    @Query() { comment }: SetGatePolicyQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EffectiveGatePolicyResponse | PolicyChangeResponse> {
    return withOutcome(reply, await this.policies.setGatePolicy({ of: 'model', model }, { document, comment }, caller));
  }

  /**
   * Answers the policy that holds for a model: the registry's default and its own composed, or the built-in one; with `at`, what held then.
   * @throws {400} `at` is to come.
   * @throws {404} The model does not exist, or did not then.
   */
  @Get('models/:model/gate-policy')
  @Requires('registry:read')
  getGatePolicy(@ModelParam() model: string, @Query() query: AsOfQuery): Promise<EffectiveGatePolicyResponse> {
    return this.policies.getGatePolicy({ of: 'model', model }, query.at);
  }

  /**
   * Lists the revisions of a model's own policy, newest first.
   * @throws {404} The model does not exist.
   */
  @Get('models/:model/gate-policy/revisions')
  @MayLag()
  @Requires('registry:read')
  listGatePolicyRevisions(
    @ModelParam() model: string,
    @Query() query: ListPolicyRevisionsQuery,
  ): Promise<GatePolicyPage> {
    return this.policies.listRevisions({ of: 'model', model }, query);
  }

  /**
   * Answers one revision of a model's own policy.
   * @throws {404} The model or the revision does not exist.
   */
  @Get('models/:model/gate-policy/revisions/:revision')
  @Requires('registry:read')
  getGatePolicyRevision(
    @ModelParam() model: string,
    @NumberParam('revision') revision: number,
  ): Promise<GatePolicyResponse> {
    return this.policies.getRevision({ of: 'model', model }, revision);
  }

  /**
   * Sets the registry's default policy, which holds for models without one of their own. Where it says that changes need approval, a change awaits it.
   * @throws {409} Another change of the policy awaits approval.
   * @throws {422} The policy is not valid; every fault is named with its place.
   */
  @Put('gate-policy')
  @Requires('policy:write')
  @PolicyBody()
  @AnswersPolicyChange()
  async setDefaultGatePolicy(
    @Body() document: PolicyDocument,
    @Query() { comment }: SetGatePolicyQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EffectiveGatePolicyResponse | PolicyChangeResponse> {
    return withOutcome(reply, await this.policies.setGatePolicy(REGISTRY, { document, comment }, caller));
  }

  /**
   * Answers the registry's default policy, or the built-in one when none was set; with `at`, what it was then.
   * @throws {400} `at` is to come.
   */
  @Get('gate-policy')
  @Requires('registry:read', 'anywhere')
  getDefaultGatePolicy(@Query() query: AsOfQuery): Promise<EffectiveGatePolicyResponse> {
    return this.policies.getGatePolicy(REGISTRY, query.at);
  }

  /** Lists the revisions of the registry's default policy, newest first. */
  @Get('gate-policy/revisions')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  listDefaultGatePolicyRevisions(@Query() query: ListPolicyRevisionsQuery): Promise<GatePolicyPage> {
    return this.policies.listRevisions(REGISTRY, query);
  }

  /**
   * Answers one revision of the registry's default policy.
   * @throws {404} The revision does not exist.
   */
  @Get('gate-policy/revisions/:revision')
  @Requires('registry:read', 'anywhere')
  getDefaultGatePolicyRevision(@NumberParam('revision') revision: number): Promise<GatePolicyResponse> {
    return this.policies.getRevision(REGISTRY, revision);
  }
}
