import { guidesAt } from './problem-guide.js';

/** What the service cannot do now, mostly for reasons that are not the caller's. */
export const SERVICE_GUIDES = {
  ...guidesAt('/api/v1/models/churn/versions', {
    INTERNAL_ERROR: [
      'Something failed that nobody foresaw; it is a fault of the service.',
      'Give the requestId to whoever runs the service: the log has the cause under it. A repetition with an Idempotency-Key is safe.',
      'Something went wrong on our side. The request id helps to find it in the log.',
    ],
    DATABASE_UNAVAILABLE: [
      'The database does not answer, or its connections broke.',
      'Wait as long as Retry-After says and send the request again; the service recovers by itself when the database is back.',
      'The database cannot be reached. Try again in a moment.',
      ['DATABASE_BUSY', 'DATABASE_READ_ONLY'],
    ],
    DATABASE_BUSY: [
      'The database did not do its work in the time it has, DATABASE_STATEMENT_SECONDS, and nothing was changed.',
      'Send the request again. If it stays, look at the load of the database and at what waits in it.',
      'The database did not do this in the time it has, and nothing was changed. Try again in a moment.',
      ['DATABASE_UNAVAILABLE', 'MODEL_BUSY'],
    ],
    DATABASE_READ_ONLY: [
      'The database takes no changes, as a standby does after a failover, or one that was set so.',
      'Reads are answered meanwhile. Point DATABASE_URL at the primary, or make the database writable.',
      'The database is read-only at the moment, and nothing was changed. Reads are answered.',
      ['DATABASE_FULL'],
    ],
    DATABASE_FULL: [
      'The disk of the database has no room left, so nothing could be written.',
      'Make room, or give the database a larger disk; the service goes on by itself then.',
      'The disk of the database is full, and nothing was changed. Somebody has to make room.',
      ['STORAGE_FULL'],
    ],
    STORAGE_FULL: [
      'The disk of the data folder, where prediction files are kept, has no room left.',
      'Make room in STAGEGATE_DATA_DIR, or lower STAGEGATE_PREDICTIONS_KEEP_DAYS; jobs wait until then.',
      'The disk of the data folder is full, and nothing was kept. Somebody has to make room.',
      ['DATABASE_FULL', 'PREDICTION_SPACE_TAKEN'],
    ],
    MODEL_BUSY: [
      'Another change of the same model holds its lock for longer than DATABASE_LOCK_SECONDS.',
      'Send the request again as Retry-After says; changes of one model queue, those of others do not wait.',
      'Another change of the same model, or of the same record, takes long, and nothing was changed. Try again.',
      ['DATABASE_BUSY'],
    ],
    SERVICE_BUSY: [
      'More is under way than this process can do at once, and the request was not begun.',
      'Send it again in a moment, send fewer at once, or have another replica started.',
      'More is under way than this process can do at once, and this was not begun. Try again in a moment.',
      ['RATE_LIMITED'],
    ],
    CALLER_LEFT: [
      'The caller closed the connection before the answer; only the log shows this.',
      'Nothing was changed. Give requests more time, and repeat them with an Idempotency-Key.',
      'The caller closed the connection before the answer, and nothing was changed.',
      ['REQUEST_TIMEOUT'],
    ],
  }),
  ...guidesAt('/readyz', {
    MIGRATIONS_PENDING: [
      'The schema of the database is older than this program.',
      'Run npm run migration:run as the owner of the tables, or restart the service when its role may migrate.',
      'The database lacks the migrations IndexChangesOfVersions1795888900000.',
      ['DATABASE_READ_ONLY'],
    ],
    SERVICE_STOPPING: [
      'The process was told to stop and wants no more requests; what it has it still answers.',
      'Ask another replica. Balancers that watch /readyz do so by themselves.',
      'The service is stopping. Ask another one.',
      ['SERVICE_STUCK'],
    ],
    SERVICE_STUCK: [
      'The connections to the database are stuck, and new ones did not help.',
      'Restart the process; a supervisor that watches /livez does so by itself.',
      'The connections to the database are stuck, and new ones did not help. Restart the service.',
      ['DATABASE_UNAVAILABLE'],
    ],
  }),
};
