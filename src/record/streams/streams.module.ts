import { Module } from '@nestjs/common';
import { FeedModule } from '../feed/feed.module.js';
import { Kafka } from './kafka.service.js';
import { Streamer } from './streamer.service.js';

@Module({ imports: [FeedModule], providers: [Kafka, Streamer], exports: [Streamer] })
export class StreamsModule {}
