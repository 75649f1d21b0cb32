import { Module } from '@nestjs/common';
import { ComparisonsController } from './comparisons.controller.js';
import { ComparisonsService } from './comparisons.service.js';

@Module({ controllers: [ComparisonsController], providers: [ComparisonsService] })
export class ComparisonsModule {}
