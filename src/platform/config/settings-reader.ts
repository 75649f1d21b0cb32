export type Environment = Readonly<Record<string, string | undefined>>;

/** Names every fault of the environment, so that one restart mends them all. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The configuration has ${faults.length} fault${faults.length === 1 ? '' : 's'}:\n  ${faults.join('\n  ')}`);
    this.name = 'ConfigError';
  }
}

/** Reads values and collects what is wrong with them. An empty variable counts as absent. */
export class SettingsReader {
  private readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value ? value : null;
  }

  count(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = /^\d{1,12}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max) return number;
    this.fault(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
    return fallback;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const value = this.text(name);
    if (value === null) return fallback;
    if ((values as readonly string[]).includes(value)) return value as Value;
    this.fault(`${name} must be one of ${values.join(', ')}, not "${value}".`);
    return fallback;
  }

  /** The URL may hold a password, so a fault does not repeat it. */
  databaseUrl(name: string): string | null {
    const value = this.text(name);
    if (value === null || (/^postgres(ql)?:\/\//.test(value) && URL.canParse(value))) return value;
    this.fault(`${name} must be a URL such as postgres://user:password@host:5432/database.`);
    return value;
  }

  /** Variables handed on to another process as they are. */
  pick(names: readonly string[]): Readonly<Record<string, string | undefined>> {
    return Object.freeze(Object.fromEntries(names.map((name) => [name, this.env[name]])));
  }

  /** Notes what is wrong with several variables together. */
  fault(sentence: string): void {
    this.faults.push(sentence);
  }

  /** @throws ConfigError with every fault that was found. */
  end(): void {
    if (this.faults.length > 0) throw new ConfigError(this.faults);
  }
}
