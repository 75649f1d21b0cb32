import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Public, Requires } from '../../platform/access/requires.decorator.js';
import { AlsoNote, checkpointFormFor, inForm } from './checkpoint-form.decorator.js';
import { CheckpointKeys } from './checkpoint-keys.service.js';
import {
  CheckpointKeysResponse,
  CheckpointResponse,
  ConsistencyProofResponse,
  ConsistencyQuery,
  InclusionProofResponse,
  InclusionQuery,
} from './checkpoints.dto.js';
import { Checkpoints } from './checkpoints.service.js';

@ApiTags('audit')
@Controller()
export class CheckpointsController {
  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly keys: CheckpointKeys,
  ) {}

  /** Answers how far the record goes, signed: the number of events and the root of the tree over them. With `Accept: text/plain` it is a C2SP signed note, which the offline verifier reads. */
  @Get('api/v1/audit-events/checkpoint')
  @AlsoNote()
  @Requires('registry:read')
  async getCheckpoint(@Res({ passthrough: true }) reply: FastifyReply): Promise<CheckpointResponse> {
    const form = checkpointFormFor(reply);
    return inForm(form, await this.checkpoints.getCheckpoint(), reply);
  }

  /**
   * Proves that the record of a later checkpoint begins with that of an earlier one, hash for hash.
   * @throws {409} The record has fewer events than one of the checkpoints.
   */
  @Get('api/v1/audit-events/checkpoint/consistency')
  @Requires('registry:read')
  proveConsistency(@Query() query: ConsistencyQuery): Promise<ConsistencyProofResponse> {
    return this.checkpoints.proveConsistency(query);
  }

  /**
   * Proves that an event is part of the record that a checkpoint signs.
   * @throws {404} The checkpoint does not sign an event of this sequence.
   * @throws {409} The record has fewer events than the checkpoint.
   */
  @Get('api/v1/audit-events/checkpoint/inclusion')
  @Requires('registry:read')
  proveInclusion(@Query() query: InclusionQuery): Promise<InclusionProofResponse> {
    return this.checkpoints.proveInclusion(query);
  }

  /** Answers the public keys that sign checkpoints and attestations, those that did before among them. */
  @Get('.well-known/stagegate-keys.json')
  @Public()
  getCheckpointKeys(): Promise<CheckpointKeysResponse> {
    return this.keys.list();
  }
}
