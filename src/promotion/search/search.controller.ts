import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { SearchRegistryQuery, SearchResponse } from './search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('models')
@Controller('api/v1')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** Finds models by name, versions by run id, commit and artifact digest, and transitions and gate reports by id. */
  @Get('search')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  searchRegistry(@Query() query: SearchRegistryQuery, @CurrentCaller() { scope }: Caller): Promise<SearchResponse> {
    return this.search.searchRegistry(query.q, scope);
  }
}
