import { Module } from '@nestjs/common';
import { EventStreams } from './event-streams.service.js';
import { EventTail } from './event-tail.service.js';
import { FeedController } from './feed.controller.js';
import { Feed } from './feed.service.js';
import { OriginOfEvents } from './origin-of-events.service.js';

@Module({
  controllers: [FeedController],
  providers: [Feed, EventStreams, EventTail, OriginOfEvents],
  exports: [EventTail, OriginOfEvents],
})
export class FeedModule {}
