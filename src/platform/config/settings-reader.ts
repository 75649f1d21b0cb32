import { type Environment, type SettingName, type SystemVariable } from './settings.js';
import { unknownSettings } from './unknown-settings.js';

/** Names every fault of the environment, so that one restart mends them all. */
export class ConfigError extends Error {
  constructor(
    readonly faults: readonly string[],
    hints: readonly string[] = [],
  ) {
    const heading = `The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:`;
    super([heading, ...[...faults, ...hints].map((line) => `  ${line}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Reads values and collects what is wrong with them. An empty variable counts as absent. */
export class SettingsReader {
  private readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: SettingName): string | null {
    const value = this.env[name]?.trim();
    return value ? value : null;
  }

  count(name: SettingName, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.fault(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
    return fallback;
  }

  oneOf<Value extends string>(name: SettingName, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name);
    if (value === null) return fallback;
    if ((values as readonly string[]).includes(value)) return value as Value;
    this.fault(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return fallback;
  }

  /** The URL may hold a password, so a fault does not repeat it. */
  databaseUrl(name: SettingName): string | null {
    const value = this.text(name);
    if (value === null || (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value))) return value;
    this.fault(`${name} must be a URL such as postgres://user:password@host:5432/database.`);
    return value;
  }

  /** Variables handed on to another process as they are. */
  pick(names: readonly (SettingName | SystemVariable)[]): Readonly<Record<string, string | undefined>> {
    return Object.freeze(Object.fromEntries(names.map((name) => [name, this.env[name]])));
  }

  /** Notes what is wrong with several variables together. */
  fault(sentence: string): void {
    this.faults.push(sentence);
  }

  /** Answers what is worth a warning. @throws ConfigError with every fault that was found, and these beside them */
  end(): readonly string[] {
    const warnings = unknownSettings(this.env);
    if (this.faults.length > 0) throw new ConfigError(this.faults, warnings);
    return warnings;
  }
}
