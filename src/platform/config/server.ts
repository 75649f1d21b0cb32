import { type SettingsReader } from './settings-reader.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How the service listens, speaks and stops. */
export interface ServerSettings {
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  /** Lines for machines instead of people. */
  readonly logJson: boolean;
  readonly bodyLimitBytes: number;
  readonly shutdownSeconds: number;
}

export function readServerSettings(read: SettingsReader, isTerminal: boolean): ServerSettings {
  return {
    port: read.count('PORT', 3000, 0, 65_535),
    host: read.text('HOST') ?? '127.0.0.1',
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    logJson: read.oneOf('LOG_FORMAT', ['json', 'text'], isTerminal ? 'text' : 'json') === 'json',
    bodyLimitBytes: read.count('BODY_LIMIT', 8 * 1024 * 1024, 1_024, 256 * 1024 * 1024),
    shutdownSeconds: read.count('SHUTDOWN_SECONDS', 20, 1, 600),
  };
}
