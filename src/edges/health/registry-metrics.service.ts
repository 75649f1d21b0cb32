import { Inject, Injectable } from '@nestjs/common';
import { Gauge, type Metric } from 'prom-client';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { steadyNow } from '../../platform/database/steady-clock.js';
import { type Log, LOG } from '../../platform/http/log.js';
import { readRegistryState, type RegistryState } from './registry-state.queries.js';

/** Scrapers that come more often are told what was read last, so that no number of them is a load. */
const FRESH_MS = 5_000;
/** Prometheus gives a scrape ten seconds; the process's own metrics must not wait for a database that hangs. */
const LONGEST_WAIT_MS = 3_000;

type NumberName = Exclude<keyof RegistryState, 'jobs'>;

/** Each number of the state with its metric. */
const NUMBERS: Readonly<Record<NumberName, readonly [name: string, help: string]>> = {
  approvalsWaiting: ['approvals_waiting', 'Transitions that await approval.'],
  oldestApprovalSeconds: ['approvals_oldest_seconds', 'Age of the transition that has awaited approval longest.'],
  outboxEvents: ['outbox_lag_events', 'Settled events that the webhook furthest behind has no deliveries of yet.'],
  outboxSeconds: ['outbox_oldest_seconds', 'Age of the oldest delivery that waits, of webhooks that are enabled.'],
  deliveriesWaiting: ['webhook_deliveries_waiting', 'Deliveries that wait, of webhooks that are enabled.'],
  deliveriesDead: ['webhook_deliveries_dead', 'Deliveries that were given up.'],
  webhooksDisabled: ['webhooks_disabled', 'Webhooks that are told of nothing.'],
  kafkaEvents: ['kafka_lag_events', 'Settled events that Kafka has not acknowledged yet.'],
  kafkaSeconds: ['kafka_lag_seconds', 'Age of the oldest of them.'],
  chains: ['audit_chains', 'Chains of the record: one for each model, and one for the registry.'],
  newestSequence: ['audit_head_sequence', 'Sequence of the newest event of the record; it never falls.'],
  recentOverrides: ['overrides_last_thirty_days', 'Versions that passed the gates in an emergency within thirty days.'],
  overdueReviews: ['reviews_overdue', 'Reviews of emergencies that should be closed by now.'],
};

/** Metrics that any replica reads from the database, and that are left out while it cannot. */
@Injectable()
export class RegistryMetrics {
  private readonly jobs = new Gauge({
    name: 'jobs',
    help: 'Jobs that wait, run or failed, by kind; a periodic one always waits or runs.',
    labelNames: ['kind', 'state'],
    registers: [],
  });
  private readonly gauges = Object.entries(NUMBERS).map(
    ([field, [name, help]]) => [field as NumberName, new Gauge({ name, help, registers: [] })] as const,
  );
  private read: { at: number; state: Promise<RegistryState> } | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  get metrics(): Metric[] {
    return [this.jobs, ...this.gauges.map(([, gauge]) => gauge)];
  }

  /** Brings the metrics up to date. */
  async refresh(): Promise<void> {
    const state = await this.state();
    this.jobs.reset();
    for (const [field, gauge] of this.gauges) {
      if (state === null) gauge.remove();
      else gauge.set(state[field]);
    }
    for (const { kind, state: is, count } of state?.jobs ?? []) this.jobs.set({ kind, state: is }, count);
  }

  private async state(): Promise<RegistryState | null> {
    if (this.read === null || steadyNow() - this.read.at > FRESH_MS) {
      this.read = { at: steadyNow(), state: readRegistryState(this.dataSource.manager, this.clock.now()) };
    }
    const { state } = this.read;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), LONGEST_WAIT_MS)));
    try {
      return await Promise.race([state, tooLate]);
    } catch (error) {
      this.log.debug({ err: error }, 'The state of the registry could not be measured.');
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}
