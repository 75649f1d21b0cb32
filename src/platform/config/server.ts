import { type SettingsReader } from './settings-reader.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Prediction files may be large and their senders slow; no other request may have longer. */
export const LONGEST_UPLOAD_SECONDS = 15 * 60;

/** How the service listens, speaks and stops. */
export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  /** Where metrics are told without a token, beside the way with one; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  readonly logLevel: LogLevel;
  /** Lines for machines instead of people. */
  readonly logJson: boolean;
  readonly bodyLimitBytes: number;
  readonly shutdownSeconds: number;
  /** How long `/readyz` says no before the port is closed, so that balancers look elsewhere first. */
  readonly drainSeconds: number;
  /** For a request to arrive whole; prediction files have a limit of their own. */
  readonly requestSeconds: number;
  /** Connections of callers, whatever they do; 0 for as many as three quarters of the files that the process may open. */
  readonly connections: number;
  /** Origins whose pages browsers let read the answers; none unless given. */
  readonly corsOrigins: readonly string[];
}

export function readServerSettings(read: SettingsReader, isTerminal: boolean): ServerSettings {
  return {
    port: read.count('PORT', 3000, 0, 65_535),
    host: read.text('HOST') ?? '127.0.0.1',
    metrics: readMetricsDoor(read),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    logJson: read.oneOf('LOG_FORMAT', ['json', 'text'], isTerminal ? 'text' : 'json') === 'json',
    bodyLimitBytes: read.count('BODY_LIMIT', 8 * 1024 * 1024, 1_024, 256 * 1024 * 1024),
    shutdownSeconds: read.count('SHUTDOWN_SECONDS', 20, 1, 600),
    drainSeconds: read.count('DRAIN_SECONDS', 2, 0, 600),
    requestSeconds: read.count('REQUEST_SECONDS', 30, 1, LONGEST_UPLOAD_SECONDS),
    connections: read.count('MAX_CONNECTIONS', 0, 0, 1_000_000),
    corsOrigins: readOrigins(read),
  };
}

function readMetricsDoor(read: SettingsReader): ServerSettings['metrics'] {
  const host = read.text('METRICS_HOST') ?? '127.0.0.1';
  return read.text('METRICS_PORT') === null ? null : { port: read.count('METRICS_PORT', 0, 0, 65_535), host };
}

/** As browsers write them: scheme, host and a port that is not the scheme's own, and nothing after. */
function readOrigins(read: SettingsReader): string[] {
  const origins = (read.text('CORS_ORIGINS') ?? '').split(/[\s,]+/).filter((origin) => origin !== '');
  for (const origin of origins) {
    if (/^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin) continue;
    read.fault(`CORS_ORIGINS must be origins such as https://models.example.org, not "${origin}".`);
  }
  return origins;
}
