import { type Environment, type SecretName, type SettingName, type SystemVariable } from './settings.js';
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

function noFiles(): never {
  throw new Error('no files are read here');
}

/** Reads values and collects what is wrong with them. An empty variable counts as absent. */
export class SettingsReader {
  private readonly faults: string[] = [];

  /** `readText` answers the text of a file, or throws. */
  constructor(
    private readonly env: Environment,
    private readonly readText: (path: string) => string = noFiles,
  ) {}

  text(name: SettingName): string | null {
    const value = this.env[name]?.trim();
    return value ? value : null;
  }

  /** A secret: the variable itself, or the file that the variable with `_FILE` at its end names, as orchestrators mount them. */
  secret(name: SecretName): string | null {
    const [value, path] = [this.text(name), this.text(`${name}_FILE`)];
    if (path === null) return value;
    if (value !== null) this.fault(`${name} and ${name}_FILE exclude each other; give one.`);
    return this.file(`${name}_FILE`, path);
  }

  /** The text of a file that a variable names; null, and a fault, when it cannot be read or is empty. */
  file(name: SettingName, path: string): string | null {
    try {
      const text = this.readText(path).trim();
      if (text !== '') return text;
      this.fault(`${name}: ${path} is empty.`);
    } catch (error) {
      this.fault(`${name}: ${path} cannot be read (${(error as Error).message}).`);
    }
    return null;
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
  databaseUrl(name: SecretName): string | null {
    const value = this.secret(name);
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
