import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { departureOf } from '../../platform/http/departure.js';
import { patiently, SIGN_OF_LIFE } from '../../platform/http/patient-answer.js';
import { SharedWalks } from './shared-walks.service.js';
import {
  AuditVerificationResponse,
  toProgressResponse,
  VerificationProgressResponse,
  VerificationQuery,
} from './verification.dto.js';

/** A walk that ends within it is answered as anything else; a proxy waits longer for the first byte. */
const SIGN_OF_LIFE_MS = 10_000;

@ApiTags('audit')
@Controller('api/v1/audit-events/verification')
export class VerificationController {
  constructor(private readonly walks: SharedWalks) {}

  /**
   * Verifies every chain of the record, and every object that its events tell of, and names the first of each that does not fit. Callers share one walk; an answer that takes long is preceded by blanks, which keep the connection open.
   * @throws {429} A verification of another part of the record is running, or the caller's last one was long and recent.
   */
  @Get()
  @Requires('registry:read')
  @ApiOkResponse({ type: AuditVerificationResponse })
  async verifyAuditEvents(
    @Query() query: VerificationQuery,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuditVerificationResponse | StreamableFile> {
    const asker = { subject: caller.subject, signal: departureOf(reply) };
    const answer = this.walks.verify({ from: query.from, to: query.to }, asker);
    const text = patiently(answer, SIGN_OF_LIFE_MS);
    const { value } = await text.next();
    return value === SIGN_OF_LIFE
      ? new StreamableFile(Readable.from(text), { type: 'application/json; charset=utf-8' })
      : answer;
  }

  /** Says how far the verification is that runs in the process that answers, whoever asked for it. */
  @Get('progress')
  @Requires('registry:read')
  getVerificationProgress(): VerificationProgressResponse {
    return toProgressResponse(this.walks.progress());
  }
}
