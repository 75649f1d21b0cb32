import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { oneReason, QuarantineRequest, ReleaseQuery, ReleaseRequest } from './quarantine.dto.js';
import {
  ListVersionsQuery,
  RegisterVersionRequest,
  StagedVersionResponse,
  StageQuery,
  UpdateVersionRequest,
  VersionPage,
  VersionResponse,
} from './versions.dto.js';
import { AsOfQuery } from '../models/as-of.dto.js';
import { VersionsService } from './versions.service.js';

@ApiTags('versions')
@Controller('api/v1/models/:model')
export class VersionsController {
  constructor(private readonly versions: VersionsService) {}

  /**
   * Registers a version; the server gives it the next number.
   * @throws {404} The model does not exist.
   */
  @Post('versions')
  @Requires('version:register')
  registerVersion(
    @ModelParam() model: string,
    @Body() request: RegisterVersionRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<VersionResponse> {
    return this.versions.registerVersion(model, request, caller);
  }

  /**
   * Lists the versions of a model, newest first unless another order is asked for.
   * @throws {404} The model does not exist.
   */
  @Get('versions')
  @MayLag()
  @Requires('registry:read')
  listVersions(@ModelParam() model: string, @Query() query: ListVersionsQuery): Promise<VersionPage> {
    return this.versions.listVersions(model, query);
  }

  /**
   * Answers one version; with `at`, as it stood then.
   * @throws {400} `at` is to come.
   * @throws {404} The model or the version does not exist, or did not then.
   */
  @Get('versions/:version')
  @Requires('registry:read')
  getVersion(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Query() query: AsOfQuery,
  ): Promise<VersionResponse> {
    return this.versions.getVersion(model, version, query.at);
  }

  /**
   * Changes description and tags; all else of a version is immutable.
   * @throws {404} The model or the version does not exist.
   */
  @Patch('versions/:version')
  @Requires('version:update')
  updateVersion(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: UpdateVersionRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<VersionResponse> {
    return this.versions.updateVersion(model, version, request, caller);
  }

  /**
   * Deletes a version in None or Archived that never held Production; its number is not given again.
   * @throws {404} The model or the version does not exist.
   * @throws {409} The version is in use or has held Production.
   */
  @Delete('versions/:version')
  @HttpCode(204)
  @Requires('version:delete')
  deleteVersion(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    return this.versions.deleteVersion(model, version, caller);
  }

  /**
   * Bars a version from promotion and rollback.
   * @throws {404} The model or the version does not exist.
   * @throws {409} The version is quarantined already.
   */
  @Post('versions/:version/quarantine')
  @HttpCode(200)
  @Requires('version:quarantine')
  quarantineVersion(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: QuarantineRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<VersionResponse> {
    return this.versions.quarantineVersion(model, version, request.reason, caller);
  }

  /**
   * Lifts a quarantine. The reason stands in the query or, where nothing between drops it, in a body.
   * @throws {404} The model or the version does not exist.
   * @throws {409} The version is not quarantined.
   */
  @Delete('versions/:version/quarantine')
  @ApiBody({ type: ReleaseRequest, required: false })
  @Requires('version:quarantine')
  releaseVersion(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: ReleaseRequest,
    @Query() query: ReleaseQuery,
    @CurrentCaller() caller: Caller,
  ): Promise<VersionResponse> {
    return this.versions.releaseVersion(model, version, oneReason(request.reason, query.reason), caller);
  }

  /**
   * Answers the version in a stage: the one in Production, or the highest in another stage. With `at`, the version that held Production then, as it stood then, with its tenure.
   * @throws {400} There is no such stage, or `at` is to come or asks for another stage than Production.
   * @throws {404} The model does not exist, or no version is in the stage.
   */
  @Get('stages/:stage')
  @Requires('registry:read')
  getStage(
    @ModelParam() model: string,
    @Param('stage') stage: string,
    @Query() query: StageQuery,
  ): Promise<StagedVersionResponse> {
    return this.versions.getStage(model, stage, query.at);
  }
}
