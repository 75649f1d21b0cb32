import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { type Registry } from 'prom-client';
import { type TelemetrySettings } from '../config/telemetry.js';
import { PrometheusProducer } from './prometheus-producer.js';
import { beginTracing, endTracing } from './spans.js';
import { type Telemetry } from './told.js';

const SCOPE = 'stagegate';
/** Levels of the log as OpenTelemetry numbers them. */
const SEVERITIES: Readonly<Record<string, number>> = { trace: 1, debug: 5, info: 9, warn: 13, error: 17, fatal: 21 };
const LONGEST_STOP_MS = 3_000;

interface Ends {
  shutdown(): Promise<void>;
}

/** The SDK of OpenTelemetry. It reads addresses, headers, sampling and intervals from the variables of its specification. */
export class Sdk implements Telemetry {
  takeLine: Telemetry['takeLine'] = null;
  private readonly ends: Ends[] = [];
  private exporter: PushMetricExporter | null = null;

  private constructor(
    private readonly settings: TelemetrySettings,
    private readonly resource: ReturnType<typeof defaultResource>,
  ) {}

  static async start(settings: TelemetrySettings, version: string): Promise<Sdk> {
    const named = resourceFromAttributes({ 'service.name': settings.serviceName, 'service.version': version });
    const told = detectResources({ detectors: [envDetector] });
    const sdk = new Sdk(settings, defaultResource().merge(told).merge(named));
    if (settings.traces) await sdk.startTraces();
    if (settings.logs) await sdk.startLogs();
    if (settings.metrics) await sdk.loadMetrics();
    return sdk;
  }

  sendMetrics(registry: Pick<Registry, 'getMetricsAsJSON'>, refresh: () => Promise<void>): void {
    if (this.exporter === null) return;
    const producer = new PrometheusProducer(registry, refresh, this.resource);
    const reader = new PeriodicExportingMetricReader({ exporter: this.exporter, metricProducers: [producer] });
    this.ends.push(new MeterProvider({ resource: this.resource, readers: [reader] }));
  }

  private async loadMetrics(): Promise<void> {
    const { OTLPMetricExporter } = this.isJson
      ? await import('@opentelemetry/exporter-metrics-otlp-http')
      : await import('@opentelemetry/exporter-metrics-otlp-proto');
    this.exporter = new OTLPMetricExporter();
  }

  private async startTraces(): Promise<void> {
    const { OTLPTraceExporter } = this.isJson
      ? await import('@opentelemetry/exporter-trace-otlp-http')
      : await import('@opentelemetry/exporter-trace-otlp-proto');
    const processors = [new BatchSpanProcessor(new OTLPTraceExporter())];
    const provider = new BasicTracerProvider({ resource: this.resource, spanProcessors: processors });
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    trace.setGlobalTracerProvider(provider);
    beginTracing(provider.getTracer(SCOPE));
    this.ends.push(provider);
  }

  private async startLogs(): Promise<void> {
    const { OTLPLogExporter } = this.isJson
      ? await import('@opentelemetry/exporter-logs-otlp-http')
      : await import('@opentelemetry/exporter-logs-otlp-proto');
    const processors = [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter() })];
    const provider = new LoggerProvider({ resource: this.resource, processors });
    const logger = provider.getLogger(SCOPE);
    this.takeLine = (line) => {
      const { level, time, msg, ...attributes } = JSON.parse(line) as Record<string, string>;
      const severityText = String(level);
      const timestamp = new Date(String(time));
      logger.emit({ timestamp, severityText, severityNumber: SEVERITIES[severityText], body: msg, attributes });
    };
    this.ends.push(provider);
  }

  async stop(): Promise<void> {
    endTracing();
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<void>((resolve) => (timer = setTimeout(resolve, LONGEST_STOP_MS)));
    await Promise.race([Promise.allSettled(this.ends.map((end) => end.shutdown())), tooLate]);
    clearTimeout(timer);
  }

  private get isJson(): boolean {
    return this.settings.protocol === 'http/json';
  }
}
