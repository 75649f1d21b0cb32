/** Series by name, in promtool's notation with a sample every 30 seconds: `0+2x4` is 0 2 4 6 8, and `_` none. */
export type Series = Readonly<Record<string, string>>;

export interface AlarmCase {
  alarm: string;
  /** What goes wrong, with the last minute in which the alarm is still quiet, and the first in which it has to be heard. */
  trouble: Series;
  quietAt: number;
  heardAt: number;
  /** Labels of the alarm that is heard, but for its severity. */
  labels?: Readonly<Record<string, string>>;
  /** What is near it and no reason to call anybody, for an hour and a half. */
  calm: Series;
}

const UP = (instance: string): string => `up{job="stagegate",instance="${instance}"}`;
const REQUESTS = (status: number, route = '/api/v1/models'): string =>
  `http_request_duration_seconds_count{instance="a",method="GET",route="${route}",status="${status}"}`;
const READ = (limit: string, instance = 'a'): string =>
  `http_request_duration_seconds_bucket{instance="${instance}",route="/api/v1/models/:model/stages/:stage",status="200",le="${limit}"}`;
const at = (name: string, labels = ''): string => `${name}{job="stagegate",instance="a"${labels && `,${labels}`}}`;
const BLAMED = { job: 'stagegate', instance: 'a' };
const DAYS = 86_400;

/** Of every alarm at least one: when it is heard, and what it overhears. */
export const ALARM_CASES: readonly AlarmCase[] = [
  {
    alarm: 'StagegateDown',
    trouble: { [UP('a')]: '1x3 0x176', [UP('b')]: '1x1 0x178' },
    quietAt: 3.5,
    heardAt: 4,
    labels: { job: 'stagegate' },
    calm: { [UP('a')]: '1x180', [UP('b')]: '0x180' },
  },
  {
    alarm: 'StagegateDown',
    trouble: { [UP('a')]: '1x3' },
    quietAt: 8,
    heardAt: 9.5,
    labels: { job: 'stagegate' },
    calm: { [UP('a')]: '1x10 0x2 1x166' },
  },
  {
    alarm: 'StagegateReplicaDown',
    trouble: { [UP('a')]: '1x2 0x177', [UP('b')]: '1x180' },
    quietAt: 11,
    heardAt: 11.5,
    labels: BLAMED,
    calm: { [UP('a')]: '1x2 0x18 1x159', [UP('b')]: '1x180' },
  },
  // A process that has just started with a replica that is away calls nobody yet.
  {
    alarm: 'StagegateReadReplicaUnused',
    trouble: { [at('database_replica_usable')]: '0x180' },
    quietAt: 14.5,
    heardAt: 15.5,
    labels: BLAMED,
    calm: { [at('database_replica_usable')]: '0x28 1x2 0x28 1x120' },
  },
  {
    alarm: 'StagegateErrors',
    trouble: { [REQUESTS(200)]: '0+98x180', [REQUESTS(500)]: '0+1x180', [REQUESTS(503)]: '0+1x180' },
    quietAt: 5,
    heardAt: 6,
    calm: { [REQUESTS(200)]: '0+990x180', [REQUESTS(503)]: '0+9x180', [REQUESTS(404)]: '0+500x180' },
  },
  // Replicas that drain tell the prober so, which is no failure of a request, however quiet the hour.
  {
    alarm: 'StagegateErrors',
    trouble: { [REQUESTS(200, '/readyz')]: '0+900x180', [REQUESTS(200)]: '0+2x180', [REQUESTS(500)]: '0+1x180' },
    quietAt: 5,
    heardAt: 6,
    calm: { [REQUESTS(200, '/readyz')]: '0+15x180', [REQUESTS(503, '/readyz')]: '0+5x180', [REQUESTS(200)]: '0+1x180' },
  },
  {
    alarm: 'StagegateSlowReads',
    trouble: { [READ('0.1')]: '0+90x180', [READ('0.25')]: '0+100x180', [READ('+Inf')]: '0+100x180' },
    quietAt: 10,
    heardAt: 11,
    calm: { [READ('0.05')]: '0+995x180', [READ('0.1')]: '0+995x180', [READ('+Inf')]: '0+1000x180' },
  },
  {
    alarm: 'StagegatePoolExhausted',
    trouble: { [at('database_connections', 'state="waiting"')]: '0x1 3x178' },
    quietAt: 5.5,
    heardAt: 6,
    labels: { ...BLAMED, state: 'waiting' },
    calm: {
      [at('database_connections', 'state="waiting"')]: '9x8 0 9x8 0 9x8 0',
      [at('database_connections', 'state="open"')]: '9x180',
    },
  },
  {
    alarm: 'StagegateDatabaseSilent',
    trouble: { [at('database_last_answer_timestamp_seconds')]: '0+30x10 300x170' },
    quietAt: 6,
    heardAt: 6.5,
    labels: BLAMED,
    calm: { [at('database_last_answer_timestamp_seconds')]: '0x2 60x1 120+30x176' },
  },
  {
    alarm: 'StagegateModelLocked',
    trouble: { [at('model_lock_waiting')]: '0x1 2x178' },
    quietAt: 10.5,
    heardAt: 11,
    labels: BLAMED,
    calm: { [at('model_lock_waiting')]: '5x15 0 5x15 0 5x15 0' },
  },
  {
    alarm: 'StagegateEventLoopBlocked',
    trouble: { [at('nodejs_eventloop_lag_p99_seconds')]: '0.01x1 0.6x178' },
    quietAt: 5.5,
    heardAt: 6,
    labels: BLAMED,
    calm: { [at('nodejs_eventloop_lag_p99_seconds')]: '0.5x80 0.9x8 0.01x90' },
  },
  {
    alarm: 'StagegateBrokenRule',
    trouble: {
      [at('gate_rules_broken_total', 'kind="threshold"')]: '0x4 1x175',
      [at('gate_rules_broken_total', 'kind="soak"')]: '0x180',
    },
    quietAt: 2,
    heardAt: 2.5,
    labels: { kind: 'threshold' },
    calm: { [at('gate_rules_broken_total', 'kind="threshold"')]: '3x180' },
  },
  {
    alarm: 'StagegateApprovalsForgotten',
    trouble: { [at('approvals_oldest_seconds')]: `${3 * DAYS - 60}+30x180` },
    quietAt: 16,
    heardAt: 17,
    calm: { [at('approvals_oldest_seconds')]: `${2 * DAYS}+30x180` },
  },
  {
    alarm: 'StagegateOverride',
    trouble: { [at('overrides_total')]: '0x4 1x175' },
    quietAt: 2,
    heardAt: 2.5,
    calm: { [at('overrides_total')]: '2x180' },
  },
  {
    alarm: 'StagegateReviewOverdue',
    trouble: { [at('reviews_overdue')]: '0x1 1x178' },
    quietAt: 60.5,
    heardAt: 61,
    calm: { [at('reviews_overdue')]: '0x10 1x60 0x108' },
  },
  {
    alarm: 'StagegateOutboxBehind',
    trouble: { [at('outbox_lag_events')]: '0x1 40x178' },
    quietAt: 10.5,
    heardAt: 11,
    calm: { [at('outbox_lag_events')]: '0x10 900x18 0x150' },
  },
  {
    alarm: 'StagegateWebhookFailing',
    trouble: { [at('outbox_oldest_seconds')]: '3500+30x180' },
    quietAt: 6.5,
    heardAt: 7,
    calm: { [at('outbox_oldest_seconds')]: '0+19x180' },
  },
  {
    alarm: 'StagegateKafkaBehind',
    trouble: { [at('kafka_lag_seconds')]: '570+30x180' },
    quietAt: 5.5,
    heardAt: 6,
    calm: { [at('kafka_lag_seconds')]: '0+19x10 0x170' },
  },
  {
    alarm: 'StagegateDeliveriesGivenUp',
    trouble: { [at('webhook_deliveries_dead')]: '0x1 1x178' },
    quietAt: 5.5,
    heardAt: 6,
    calm: { [at('webhook_deliveries_dead')]: '0x180', [at('webhook_deliveries_waiting')]: '70x180' },
  },
  {
    alarm: 'StagegateMeasuringBroken',
    trouble: { [at('prediction_jobs_failed_total', 'code="INTERNAL_ERROR"')]: '0x4 1x175' },
    quietAt: 2,
    heardAt: 2.5,
    calm: {
      [at('prediction_jobs_failed_total', 'code="NO_ROWS"')]: '0+3x180',
      [at('prediction_jobs_failed_total', 'code="INTERNAL_ERROR"')]: '4x180',
    },
  },
  {
    alarm: 'StagegateJobsQueued',
    trouble: { [at('jobs', 'kind="predictions",state="queued"')]: '0x1 51x178' },
    quietAt: 30.5,
    heardAt: 31,
    calm: {
      [at('jobs', 'kind="predictions",state="queued"')]: '50x180',
      [at('jobs', 'kind="predictions",state="running"')]: '99x180',
    },
  },
  {
    alarm: 'StagegateTokensRefused',
    trouble: { [at('http_requests_refused_total', 'status="401"')]: '0+33x180' },
    quietAt: 18,
    heardAt: 20,
    calm: {
      [at('http_requests_refused_total', 'status="401"')]: '0+29x180',
      [at('http_requests_refused_total', 'status="403"')]: '0+90x180',
    },
  },
];
