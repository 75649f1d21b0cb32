import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../../platform/access/caller.js';
import { CurrentCaller } from '../../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../../platform/access/requires.decorator.js';
import { IdParam, ModelParam } from '../../../platform/http/parameters.js';
import {
  AwaitingCountResponse,
  ListAllTransitionsQuery,
  ListTransitionsQuery,
  TransitionPage,
  TransitionResponse,
} from '../transitions.dto.js';
import {
  HistoryPage,
  ListHistoryQuery,
  ListProductionsQuery,
  ListTenuresQuery,
  ProductionPage,
  ProductionTenurePage,
} from './history.dto.js';
import { TransitionHistory } from './history.service.js';

@ApiTags('transitions')
@Controller('api/v1')
export class HistoryController {
  constructor(private readonly history: TransitionHistory) {}

  /**
   * Lists the transitions of a model, refused ones too, newest first.
   * @throws {404} The model does not exist.
   */
  @Get('models/:model/transitions')
  @MayLag()
  @Requires('registry:read')
  listModelTransitions(
    @ModelParam() model: string,
    @Query() query: ListTransitionsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<TransitionPage> {
    return this.history.listTransitions(model, query, caller);
  }

  /**
   * Lists the tenures of Production of a model, newest first unless another order is asked for: who put each version there and took it away, why, and on what evidence.
   * @throws {404} The model does not exist.
   */
  @Get('models/:model/history')
  @MayLag()
  @Requires('registry:read')
  listModelHistory(@ModelParam() model: string, @Query() query: ListHistoryQuery): Promise<HistoryPage> {
    return this.history.listHistory(model, query);
  }

  /**
   * Lists who held Production of a model from when to when, newest first unless another order is asked for.
   * @throws {404} The model does not exist.
   */
  @Get('models/:model/tenures')
  @MayLag()
  @Requires('registry:read')
  listTenures(@ModelParam() model: string, @Query() query: ListTenuresQuery): Promise<ProductionTenurePage> {
    return this.history.listTenures(model, query);
  }

  /**
   * Lists what every model has in Production, or had there at a time, deleted models too.
   * @throws {400} `at` is to come.
   */
  @Get('production')
  @Requires('registry:read', 'anywhere')
  listProductions(@Query() query: ListProductionsQuery, @CurrentCaller() caller: Caller): Promise<ProductionPage> {
    return this.history.listProductions(query, caller);
  }

  /**
   * Lists the transitions of all models, newest first.
   * @throws {404} The model that is asked for does not exist.
   */
  @Get('transitions')
  @MayLag()
  @Requires('registry:read', { named: 'model', otherwise: 'anywhere' })
  listTransitions(@Query() query: ListAllTransitionsQuery, @CurrentCaller() caller: Caller): Promise<TransitionPage> {
    return this.history.listTransitions(query.model ?? null, query, caller);
  }

  /** Counts what waits for the caller's decision, as `awaiting=me` of the list of transitions finds it. */
  @Get('transitions/awaiting-count')
  @Requires('registry:read', 'anywhere')
  countAwaiting(@CurrentCaller() caller: Caller): Promise<AwaitingCountResponse> {
    return this.history.countAwaiting(caller);
  }

  /**
   * Answers one transition with its approvals.
   * @throws {404} The transition does not exist.
   */
  @Get('transitions/:id')
  @Requires('registry:read', { idOf: 'transition' })
  getTransition(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<TransitionResponse> {
    return this.history.getTransition(id, caller);
  }
}
