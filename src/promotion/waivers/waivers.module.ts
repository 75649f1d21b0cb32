import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { GatesModule } from '../gates/gates.module.js';
import { WaiversController } from './waivers.controller.js';
import { WaiversService } from './waivers.service.js';
import { WaiversWitness } from './waivers-witness.service.js';

@Module({
  imports: [AuditModule, GatesModule],
  controllers: [WaiversController],
  providers: [WaiversService, WaiversWitness],
})
export class WaiversModule {}
