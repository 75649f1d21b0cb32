import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { ModelParam } from '../../platform/http/parameters.js';
import { CompareVersionsQuery, ComparisonResponse } from './comparisons.dto.js';
import { ComparisonsService } from './comparisons.service.js';

@ApiTags('gates')
@Controller('api/v1')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonsService) {}

  /**
   * Compares two versions on the same data: every metric on every slice with both values, delta and 95 % interval, worst first.
   * With a gate report, what it said of each row stands beside it.
   * @throws {400} The report judged other versions, or the cursor belongs to another comparison; newer evidence or another policy makes it one.
   * @throws {404} The model, a version, the report, the transition or an evaluation to compare does not exist.
   */
  @Get('models/:model/comparison')
  @MayLag()
  @Requires('registry:read')
  compareVersions(@ModelParam() model: string, @Query() query: CompareVersionsQuery): Promise<ComparisonResponse> {
    return this.comparisons.compareVersions(model, query);
  }
}
