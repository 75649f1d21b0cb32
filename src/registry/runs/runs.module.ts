import { Module } from '@nestjs/common';
import { TrackingServer } from './tracking-server.reader.js';

@Module({
  providers: [TrackingServer],
  exports: [TrackingServer],
})
export class RunsModule {}
