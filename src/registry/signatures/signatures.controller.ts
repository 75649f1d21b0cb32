import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires } from '../../platform/access/requires.decorator.js';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { SignatureList, SignatureResponse, SubmitSignatureRequest } from './signatures.dto.js';
import { SignaturesService } from './signatures.service.js';

@ApiTags('versions')
@Controller('api/v1/models/:model/versions/:version/signatures')
export class SignaturesController {
  constructor(private readonly signatures: SignaturesService) {}

  /**
   * Keeps a signature over the artifact of a version: an in-toto statement in a DSSE envelope, alone or in a Sigstore bundle. It is immutable; a rule of kind `metadata` can demand one by keys or identities that the policy names.
   * @throws {404} The model or the version does not exist.
   * @throws {409} The version states no digest of its artifact, or has this signature already.
   * @throws {422} What is signed is no in-toto statement, or one about another artifact, or the bundle is none that is read.
   */
  @Post()
  @Requires('version:register')
  submitSignature(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Body() request: SubmitSignatureRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<SignatureResponse> {
    return this.signatures.submitSignature(model, version, request, caller);
  }

  /**
   * Answers the signatures over the artifact of a version, oldest first.
   * @throws {404} The model or the version does not exist.
   */
  @Get()
  @Requires('registry:read')
  getVersionSignatures(@ModelParam() model: string, @VersionParam() version: number): Promise<SignatureList> {
    return this.signatures.listSignatures(model, version);
  }
}
