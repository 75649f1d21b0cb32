import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Caller } from '../../platform/access/caller.js';
import { CurrentCaller } from '../../platform/access/current-caller.decorator.js';
import { Requires } from '../../platform/access/requires.decorator.js';
import { LoadedExampleResponse } from './examples.dto.js';
import { ExamplesService } from './examples.service.js';

@ApiTags('models')
@Controller('api/v1')
export class ExamplesController {
  constructor(private readonly examples: ExamplesService) {}

  /**
   * Loads the census example to try things out on: a model with a policy and four versions, of which the second is in
   * Production, the third was refused and the fourth awaits approval. Only a service with the embedded database has it.
   * @throws {409} The service keeps its registry in a database of your own.
   */
  @Post('examples/census-income')
  @Requires('example:load')
  loadExample(@CurrentCaller() caller: Caller): Promise<LoadedExampleResponse> {
    return this.examples.loadExample(caller);
  }
}
