import { Module } from '@nestjs/common';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { Config } from '../../platform/config.js';
import { AuditModule } from '../audit/audit.module.js';
import { CHECKPOINT_KEY } from './checkpoint-key.js';
import { loadCheckpointKey } from './checkpoint-key.reader.js';
import { CheckpointKeys } from './checkpoint-keys.service.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { Checkpoints } from './checkpoints.service.js';
import { RecordTree } from './record-tree.service.js';

const KEY = {
  provide: CHECKPOINT_KEY,
  inject: [Config, SIGNING_KEY],
  useFactory: (config: Config, signing: SigningKey) => loadCheckpointKey(config, signing),
};

@Module({
  imports: [AuditModule],
  controllers: [CheckpointsController],
  providers: [KEY, RecordTree, CheckpointKeys, Checkpoints],
  exports: [CheckpointKeys, Checkpoints],
})
export class CheckpointsModule {}
