import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '../../platform/database/migrate.js';
import { problemKind } from '../../platform/http/problem.js';
import { databaseUnavailable } from '../../platform/http/unavailable.js';
import { type ReadinessResponse } from './health.dto.js';

const MIGRATIONS_PENDING = problemKind(503, 'MIGRATIONS_PENDING', 'The database is older than this program');
const LONGEST_WAIT_MS = 3_000;

@Injectable()
export class HealthService {
  constructor(private readonly dataSource: DataSource) {}

  /** Ready means that a request sent now would find its tables. */
  async checkReadiness(): Promise<ReadinessResponse> {
    const pending = await this.readPending();
    if (pending.length > 0) {
      throw MIGRATIONS_PENDING(`The database lacks the migrations ${pending.join(', ')}.`, {
        headers: { 'Retry-After': '5' },
      });
    }
    return { status: 'ready' };
  }

  private async readPending(): Promise<string[]> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('The database took too long to answer.')), LONGEST_WAIT_MS);
    });
    try {
      return await Promise.race([pendingMigrations(this.dataSource), tooLate]);
    } catch (error) {
      throw databaseUnavailable(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
