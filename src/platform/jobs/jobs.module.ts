import { Module } from '@nestjs/common';
import { EndedJobs } from './ended-jobs.service.js';
import { Jobs } from './jobs.service.js';
import { Purges } from './purges.service.js';

@Module({ providers: [Jobs, Purges, EndedJobs], exports: [Jobs, Purges] })
export class JobsModule {}
