import { Module } from '@nestjs/common';
import { GatesModule } from '../gates/gates.module.js';
import { ReplaysController } from './replays.controller.js';
import { ReplaysService } from './replays.service.js';

@Module({ imports: [GatesModule], controllers: [ReplaysController], providers: [ReplaysService] })
export class ReplaysModule {}
