import { Module } from '@nestjs/common';
import { EndedJobs } from './ended-jobs.service.js';
import { Jobs } from './jobs.service.js';

@Module({ providers: [Jobs, EndedJobs], exports: [Jobs] })
export class JobsModule {}
