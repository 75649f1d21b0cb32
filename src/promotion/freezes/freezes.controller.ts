import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import {
  CreateFreezeRequest,
  FreezeCalendarQuery,
  FreezeCalendarResponse,
  FreezePage,
  FreezeResponse,
  ListFreezesQuery,
} from './freezes.dto.js';
import { FreezesService } from './freezes.service.js';

@ApiTags('transitions')
@Controller('api/v1/freezes')
export class FreezesController {
  constructor(private readonly freezes: FreezesService) {}

  /**
   * Sets a freeze: in its windows nothing is promoted to Production, of the whole registry or of the models named. Rollbacks go on.
   * @throws {403} The caller may not freeze all of it.
   * @throws {404} A model does not exist.
   * @throws {409} As many freezes hold or are to come as there may be.
   */
  @Post()
  @Requires('freeze:write', { named: 'models', isList: true, otherwise: 'registry' })
  createFreeze(@Body() request: CreateFreezeRequest, @CurrentCaller() caller: Caller): Promise<FreezeResponse> {
    return this.freezes.createFreeze(request, caller);
  }

  /**
   * Lists the freezes that were not ended, newest first; with `at`, those that hold then.
   * @throws {404} The model that is asked for does not exist.
   */
  @Get()
  @MayLag()
  @Requires('registry:read', { named: 'model', otherwise: 'anywhere' })
  listFreezes(@Query() query: ListFreezesQuery, @CurrentCaller() caller: Caller): Promise<FreezePage> {
    return this.freezes.listFreezes(query, caller);
  }

  /**
   * Answers every while of a range of time in which something is frozen, recurring ones written out.
   * @throws {400} The range is too long, or ends before it begins.
   * @throws {404} The model that is asked for does not exist.
   */
  @Get('calendar')
  @Requires('registry:read', { named: 'model', otherwise: 'anywhere' })
  getFreezeCalendar(
    @Query() query: FreezeCalendarQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<FreezeCalendarResponse> {
    return this.freezes.getCalendar(query, caller);
  }

  /**
   * Answers one freeze, one that was ended too.
   * @throws {404} The freeze does not exist.
   */
  @Get(':id')
  @Requires('registry:read', 'anywhere')
  getFreeze(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<FreezeResponse> {
    return this.freezes.getFreeze(id, caller);
  }

  /**
   * Ends a freeze from now on; it stays on record.
   * @throws {403} It holds back more than the caller may freeze.
   * @throws {404} The freeze does not exist.
   * @throws {409} It was ended already.
   */
  @Delete(':id')
  @HttpCode(204)
  @Requires('freeze:write', 'anywhere')
  endFreeze(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<void> {
    return this.freezes.endFreeze(id, caller);
  }
}
