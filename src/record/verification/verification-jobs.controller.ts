import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { StartVerificationRequest, VerificationJobResponse } from './verification-jobs.dto.js';
import { VerificationJobs } from './verification-jobs.service.js';

@ApiTags('audit')
@Controller('api/v1/audit-events/verifications')
export class VerificationJobsController {
  constructor(private readonly verifications: VerificationJobs) {}

  /**
   * Starts a verification of the record that runs apart from the request, or joins the one under way over the same part; changes nothing. One in the registry at a time.
   * @throws {409} One of another part of the record is under way.
   */
  @Post()
  @HttpCode(202)
  @Requires('registry:read')
  startVerification(@Body() request: StartVerificationRequest): Promise<VerificationJobResponse> {
    return this.verifications.startVerification({ from: request.from, to: request.to });
  }

  /**
   * Answers how far a verification is, or what it found.
   * @throws {404} The verification does not exist.
   */
  @Get(':id')
  @Requires('registry:read')
  getVerification(@IdParam() id: string): Promise<VerificationJobResponse> {
    return this.verifications.getVerification(id);
  }
}
