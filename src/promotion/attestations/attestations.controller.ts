import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { IdParam } from '../../platform/http/parameters.js';
import { AttestationResponse } from './attestations.dto.js';
import { Attestations } from './attestations.service.js';

@ApiTags('transitions')
@Controller('api/v1/transitions/:id/attestation')
export class AttestationsController {
  constructor(private readonly attestations: Attestations) {}

  /**
   * Answers the attestation of an applied transition: an in-toto statement in a DSSE envelope, about the artifact, with verdict, digests, approvals, and the proof that the signed record tells of it. It is signed once, and the same ever after.
   * @throws {404} The transition does not exist.
   * @throws {409} The transition was not applied, or its version states no digest of the artifact.
   * @throws {410} The event of the transition is in the archive, and it was not attested before.
   * @throws {503} The event of the transition cannot be signed yet.
   */
  @Get()
  @Requires('registry:read', { idOf: 'transition' })
  getTransitionAttestation(@IdParam() id: string, @CurrentCaller() caller: Caller): Promise<AttestationResponse> {
    return this.attestations.getAttestation(id, caller);
  }
}
