import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../../platform/access/requires.decorator.js';
import { ModelParam, VersionParam } from '../../../platform/http/parameters.js';
import { VersionCurvesQuery, VersionCurvesResponse } from './curves.dto.js';
import { CurvesService } from './curves.service.js';

@ApiTags('predictions')
@Controller('api/v1/models/:model/versions/:version/curves')
export class CurvesController {
  constructor(private readonly curves: CurvesService) {}

  /**
   * Draws a curve of the predictions that are kept of a version: calibration or ROC of binary scores, residuals of regression, in at most 200 points.
   * @throws {400} The predictions are of another kind, or have no such slice.
   * @throws {404} The model or the version does not exist, or no predictions of it are kept here.
   */
  @Get()
  @Requires('registry:read')
  getVersionCurves(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Query() query: VersionCurvesQuery,
  ): Promise<VersionCurvesResponse> {
    return this.curves.getVersionCurves(model, version, query);
  }
}
