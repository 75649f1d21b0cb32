import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import {
  DatasetVersionPage,
  DatasetVersionResponse,
  ListDatasetsQuery,
  RegisterDatasetRequest,
} from './datasets.dto.js';
import { DatasetsService } from './datasets.service.js';

@ApiTags('datasets')
@Controller('api/v1/datasets')
export class DatasetsController {
  constructor(private readonly datasets: DatasetsService) {}

  /**
   * Registers a dataset version with its slice inventory, so that gates notice a slice that is missing from every evaluation.
   * @throws {409} The dataset version is registered already.
   */
  @Post()
  @Requires('evaluation:submit')
  registerDataset(
    @Body() request: RegisterDatasetRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DatasetVersionResponse> {
    return this.datasets.registerDataset(request, caller);
  }

  /** Lists registered dataset versions, newest first. */
  @Get()
  @MayLag()
  @Requires('registry:read', 'anywhere')
  listDatasets(@Query() query: ListDatasetsQuery): Promise<DatasetVersionPage> {
    return this.datasets.listDatasets(query);
  }

  /**
   * Answers one registered dataset version.
   * @throws {404} The dataset version does not exist.
   */
  @Get(':id')
  @Requires('registry:read', 'anywhere')
  getDataset(@IdParam() id: string): Promise<DatasetVersionResponse> {
    return this.datasets.getDataset(id);
  }
}
