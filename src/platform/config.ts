import { type ConsoleSettings, readConsoleSettings } from './config/console.js';
import { type DatabaseSettings, readDatabaseSettings } from './config/database.js';
import { type PredictionLimits, readPredictionLimits } from './config/predictions.js';
import { type RateLimitSettings, readRateLimits } from './config/rate-limits.js';
import { readServerSettings, type ServerSettings } from './config/server.js';
import { type Environment, SettingsReader } from './config/settings-reader.js';
import { readTokenSettings, type TokenSettings } from './config/tokens.js';

interface Settings extends ServerSettings, DatabaseSettings, TokenSettings, ConsoleSettings {
  readonly predictions: PredictionLimits;
  readonly rateLimits: RateLimitSettings;
}

/** A class is what the framework hands out by; this one has what it is made of. */
const Made = class {
  constructor(settings: Settings) {
    Object.assign(this, settings);
  }
} as new (settings: Settings) => Settings;

/** Everything the service can be told from outside; frozen, and read once. */
export class Config extends Made {}

/** The only reader of the environment. @throws ConfigError with every fault at once */
export function readConfig(env: Environment = process.env, isTerminal = process.stdout.isTTY === true): Config {
  const read = new SettingsReader(env);
  const predictions = readPredictionLimits(read);
  const database = readDatabaseSettings(read, predictions.gateWaitSeconds);
  const settings = {
    ...database,
    ...readServerSettings(read, isTerminal),
    ...readConsoleSettings(read),
    predictions,
    rateLimits: readRateLimits(read),
    ...readTokenSettings(read, database.dataDir),
  };
  read.end();
  return Object.freeze(new Config(settings));
}
