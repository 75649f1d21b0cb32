import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsService } from './comparisons.service.js';

@Module({ imports: [GatesModule], controllers: [ComparisonsController], providers: [ComparisonsService] })
export class ComparisonsModule {}
