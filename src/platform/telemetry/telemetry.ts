import { type TelemetrySettings } from '../config/telemetry.js';
import { type Telemetry } from './told.js';

const NOTHING: Telemetry = { takeLine: null, sendMetrics: () => undefined, stop: () => Promise.resolve() };

/** Starts the SDK of OpenTelemetry, which is not even loaded unless a variable asks for it. */
export async function startTelemetry(settings: TelemetrySettings, version: string): Promise<Telemetry> {
  if (!settings.traces && !settings.metrics && !settings.logs) return NOTHING;
  const { Sdk } = await import('./sdk.js');
  return Sdk.start(settings, version);
}
