import { readFileSync } from 'node:fs';
import { type CheckpointSettings, readCheckpointSettings } from './config/checkpoints.js';
import { type ConsoleSettings, readConsoleSettings } from './config/console.js';
import { type DatabaseSettings, readDatabaseSettings } from './config/database.js';
import { type EventSettings, readEventSettings } from './config/events.js';
import { type PredictionLimits, readPredictionLimits } from './config/predictions.js';
import { type RateLimitSettings, readRateLimits } from './config/rate-limits.js';
import { type IssuerSettings, readIssuers } from './config/issuers.js';
import { readRetentionSettings, type RetentionSettings } from './config/retention.js';
import { readSigstoreSettings, type SigstoreSettings } from './config/sigstore.js';
import { readServerSettings, type ServerSettings } from './config/server.js';
import { type Environment } from './config/settings.js';
import { SettingsReader } from './config/settings-reader.js';
import { readTelemetrySettings, type TelemetrySettings } from './config/telemetry.js';
import { readTokenSettings, type TokenSettings } from './config/tokens.js';
import { readTrackingSettings, type TrackingSettings } from './config/tracking.js';
import { type AllowedNetworks, readAllowedNetworks } from './egress/allowed-networks.js';
import { readTrustedProxies, type TrustedProxies } from './http/client-address.js';

interface Settings
  extends ServerSettings, DatabaseSettings, TokenSettings, CheckpointSettings, ConsoleSettings, SigstoreSettings {
  readonly predictions: PredictionLimits;
  /** Whose tokens are believed beside our own. */
  readonly issuers: readonly IssuerSettings[];
  readonly events: EventSettings;
  readonly allowedNetworks: AllowedNetworks;
  readonly rateLimits: RateLimitSettings;
  readonly retention: RetentionSettings;
  readonly trustedProxies: TrustedProxies;
  readonly tracking: TrackingSettings;
  readonly telemetry: TelemetrySettings;
  /** What the log says once about variables that look like settings but are not. */
  readonly warnings: readonly string[];
}

/** A class is what the framework hands out by; this one has what it is made of. */
const Made = class {
  constructor(settings: Settings) {
    Object.assign(this, settings);
  }
} as new (settings: Settings) => Settings;

/** Everything the service can be told from outside; frozen, and read once. */
export class Config extends Made {}

const readText = (path: string): string => readFileSync(path, 'utf8');

/** The only reader of the environment. @throws ConfigError with every fault at once */
export function readConfig(env: Environment = process.env, isTerminal = process.stdout.isTTY === true): Config {
  const read = new SettingsReader(env, readText);
  const predictions = readPredictionLimits(read);
  const database = readDatabaseSettings(read, predictions.gateWaitSeconds);
  const settings = {
    ...database,
    ...readServerSettings(read, isTerminal),
    ...readConsoleSettings(read),
    predictions,
    issuers: readIssuers(read),
    events: readEventSettings(read),
    allowedNetworks: readAllowedNetworks(read),
    rateLimits: readRateLimits(read),
    retention: readRetentionSettings(read),
    trustedProxies: readTrustedProxies(read),
    tracking: readTrackingSettings(read),
    telemetry: readTelemetrySettings(read),
    ...readTokenSettings(read, database.dataDir),
    ...readCheckpointSettings(read),
    ...readSigstoreSettings(read),
  };
  const warnings = read.end();
  return Object.freeze(new Config({ ...settings, warnings }));
}

/** What a program needs that works on the database alone and signs nothing. @throws ConfigError */
export function readDatabaseConfig(env: Environment = process.env): DatabaseSettings & Pick<Config, 'warnings'> {
  const read = new SettingsReader(env, readText);
  const settings = readDatabaseSettings(read, readPredictionLimits(read).gateWaitSeconds);
  return Object.freeze({ ...settings, warnings: read.end() });
}
