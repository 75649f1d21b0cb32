import { type Registry } from 'prom-client';

/** What the SDK was started for. */
export interface Telemetry {
  /** Takes a line of the log, as JSON; null unless logs are asked for. */
  takeLine: ((line: string) => void) | null;
  /** Has metrics sent at intervals, where they are asked for. */
  sendMetrics(registry: Pick<Registry, 'getMetricsAsJSON'>, refresh: () => Promise<void>): void;
  /** Sends what is left, and ends; a receiver that does not answer holds nothing up for long. */
  stop(): Promise<void>;
}
