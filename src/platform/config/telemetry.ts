import { type SettingsReader } from './settings-reader.js';

const SIGNALS = ['TRACES', 'METRICS', 'LOGS'] as const;

/** What is told by OpenTelemetry; all else about it is read by its own SDK from the variables that its specification names. */
export interface TelemetrySettings {
  readonly traces: boolean;
  readonly metrics: boolean;
  readonly logs: boolean;
  /** How messages are encoded. */
  readonly protocol: 'http/protobuf' | 'http/json';
  readonly serviceName: string;
}

export function readTelemetrySettings(read: SettingsReader): TelemetrySettings {
  const isOff = read.oneOf('OTEL_SDK_DISABLED', ['true', 'false'], 'false') === 'true';
  const hasEndpoint = read.text('OTEL_EXPORTER_OTLP_ENDPOINT') !== null;
  const [traces, metrics, logs] = SIGNALS.map((signal) => {
    const hasOwn = read.text(`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`) !== null;
    const fallback = hasEndpoint || hasOwn ? 'otlp' : 'none';
    return read.oneOf(`OTEL_${signal}_EXPORTER`, ['otlp', 'none'], fallback) === 'otlp' && !isOff;
  }) as [boolean, boolean, boolean];
  const protocol = read.oneOf('OTEL_EXPORTER_OTLP_PROTOCOL', ['http/protobuf', 'http/json'], 'http/protobuf');
  return { traces, metrics, logs, protocol, serviceName: read.text('OTEL_SERVICE_NAME') ?? 'stagegate' };
}
