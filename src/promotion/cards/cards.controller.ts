import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { MayLag, Requires } from '../../platform/access/requires.decorator.js';
import { ModelParam, VersionParam } from '../../platform/http/parameters.js';
import { cardFormFor, inForm, InThreeForms } from './card-form.decorator.js';
import { type ModelCardResponse } from './cards.dto.js';
import { CardsService } from './cards.service.js';

@ApiTags('versions')
@Controller('api/v1/models/:model/versions/:version/card')
export class CardsController {
  constructor(private readonly cards: CardsService) {}

  /**
   * Answers the model card of a version: purpose and limits, lineage, metrics with intervals, slices and gaps, decisions and approvals. With `Accept: text/markdown` it is Markdown, with `text/html` a page to be printed.
   * @throws {404} The model or the version does not exist.
   */
  @Get()
  @InThreeForms()
  @MayLag()
  @Requires('registry:read')
  async getVersionCard(
    @ModelParam() model: string,
    @VersionParam() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ModelCardResponse> {
    const form = cardFormFor(reply);
    return inForm(form, await this.cards.getVersionCard(model, version), reply);
  }
}
