import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { declareSchema } from '../../platform/http/api-schemas.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { IdParam, ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { ListPredictionJobsQuery, PredictionJobPage, PredictionJobResponse } from './jobs/prediction-jobs.dto.js';
import { EvaluateStoredPredictionsRequest, SubmitPredictionsRequest } from './predictions.dto.js';
import { PredictionsService } from './predictions.service.js';
import { UPLOAD_ROUTE } from './uploads/upload-route.hook.js';

/** A body is a form of the request and its file, or the request alone where it names a file that the server reads. */
const FORM = declareSchema('PredictionUpload', () => ({
  type: 'object',
  description: 'A request with its file.',
  required: ['request', 'file'],
  properties: {
    request: {
      type: 'string',
      description: 'The request as JSON; it comes before the file.',
      contentMediaType: 'application/json',
      contentSchema: { $ref: getSchemaPath(SubmitPredictionsRequest) },
    },
    file: {
      type: 'string',
      format: 'binary',
      description: 'Parquet, or CSV or NDJSON as plain, gzip or zstd text.',
    },
  },
}));
const BODY_SCHEMA = { oneOf: [FORM, { $ref: getSchemaPath(SubmitPredictionsRequest) }] };

@ApiTags('predictions')
@Controller('api/v1')
export class PredictionsController {
  constructor(private readonly predictions: PredictionsService) {}

  /**
   * Submits predictions row by row, as a file or the name of one; a job computes metrics and paired evidence from them.
   * @throws {404} The model, the version or the named file does not exist.
   * @throws {429} Too many jobs are waiting, too many files arrive, or their place is taken; of all callers, or of this one.
   * @throws {507} The disk that takes the file is full.
   */
  @Post(UPLOAD_ROUTE)
  @HttpCode(202)
  @Requires('evaluation:submit')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiExtraModels(SubmitPredictionsRequest)
  @ApiBody({ schema: BODY_SCHEMA })
  submitPredictions(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Req() request: FastifyRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PredictionJobResponse> {
    return this.predictions.submitPredictions(model, version, request.body, caller);
  }

  /**
   * Measures predictions that were kept on rows that are known: for an incumbent without evidence on a dataset, or a new comparison.
   * @throws {404} The model or the version does not exist, or no predictions of it are kept.
   * @throws {429} Too many jobs are waiting.
   */
  @Post('models/:model/versions/:version/evaluations/from-stored-predictions')
  @HttpCode(202)
  @Requires('evaluation:submit')
  evaluateStoredPredictions(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: EvaluateStoredPredictionsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PredictionJobResponse> {
    return this.predictions.evaluateStoredPredictions(model, version, request, caller);
  }

  /** Lists prediction jobs, newest first. */
  @Get('prediction-jobs')
  @MayLag()
  @Requires('registry:read', 'anywhere')
  listPredictionJobs(
    @Query() query: ListPredictionJobsQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<PredictionJobPage> {
    return this.predictions.listPredictionJobs(query, caller);
  }

  /**
   * Answers one prediction job: where it stands, what came of it, or why it failed.
   * @throws {404} The prediction job does not exist.
   */
  @Get('prediction-jobs/:id')
  @Requires('registry:read', { idOf: 'prediction-job' })
  getPredictionJob(@IdParam() id: string): Promise<PredictionJobResponse> {
    return this.predictions.getPredictionJob(id);
  }

  /**
   * Cancels a prediction job that has not ended; nothing comes of it.
   * @throws {404} The prediction job does not exist.
   * @throws {409} The prediction job has ended.
   */
  @Post('prediction-jobs/:id/cancel')
  @HttpCode(200)
  @Requires('evaluation:submit', { idOf: 'prediction-job' })
  cancelPredictionJob(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<PredictionJobResponse> {
    return this.predictions.cancelPredictionJob(id, caller);
  }
}
