import { setTimeout as sleep } from 'node:timers/promises';
import { createDataSource } from '../../../src/database.js';
import { createLog } from '../../../src/platform/http/log.js';
import { type JobKind } from '../../../src/platform/jobs/job.kind.js';
import { Jobs } from '../../../src/platform/jobs/jobs.service.js';

/** A process that does jobs of one kind: each takes a while, and its outcome is a row of the table `done`. */
const [url, milliseconds] = process.argv.slice(2);
const dataSource = await createDataSource(url!).initialize();
const jobs = new Jobs(dataSource, createLog('silent', true));
const kind: JobKind = {
  name: 'toy',
  limits: { concurrency: 2, queued: 1_000, attempts: 3, backoffSeconds: 0, leaseSeconds: 1 },
  async run({ id, number }) {
    await sleep(Number(milliseconds));
    return {
      status: 'succeeded',
      record: async (manager) => {
        await manager.query('INSERT INTO done (job, attempt, process) VALUES ($1, $2, $3)', [id, number, process.pid]);
        return {};
      },
    };
  },
};
jobs.register(kind);
jobs.onApplicationBootstrap();
// The timers of the queue keep no process running.
setInterval(() => undefined, 60_000);
