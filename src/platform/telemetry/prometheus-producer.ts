import { type HrTime, ValueType } from '@opentelemetry/api';
import { type Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  type CollectionResult,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import { type MetricObjectWithValues, type MetricValue, type Registry } from 'prom-client';

type Told = MetricObjectWithValues<MetricValue<string>>;
type Labels = Record<string, string | number>;

/** The metrics of Prometheus as OpenTelemetry sends them, so that both ways tell the same. */
export class PrometheusProducer implements MetricProducer {
  private readonly begun = now();

  constructor(
    private readonly registry: Pick<Registry, 'getMetricsAsJSON'>,
    private readonly refresh: () => Promise<void>,
    private readonly resource: Resource,
  ) {}

  async collect(): Promise<CollectionResult> {
    await this.refresh();
    const times = { startTime: this.begun, endTime: now() };
    const told = (await this.registry.getMetricsAsJSON()) as Told[];
    const metrics = told.flatMap((metric) => toMetric(metric, times));
    const scopeMetrics = [{ scope: { name: 'stagegate' }, metrics }];
    return { resourceMetrics: { resource: this.resource, scopeMetrics }, errors: [] };
  }
}

interface Times {
  startTime: HrTime;
  endTime: HrTime;
}

function toMetric(told: Told, times: Times): MetricData[] {
  const { name, help: description } = told;
  const descriptor = { name, description, unit: name.endsWith('_seconds') ? 's' : '', valueType: ValueType.DOUBLE };
  const shared = { descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE };
  // The type is a word in what is read, whatever the declarations say.
  switch (String(told.type)) {
    case 'counter':
      return [{ ...shared, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: points(told, times) }];
    case 'gauge':
      return [{ ...shared, dataPointType: DataPointType.GAUGE, dataPoints: points(told, times) }];
    case 'histogram':
      return [{ ...shared, dataPointType: DataPointType.HISTOGRAM, dataPoints: histograms(told, times) }];
    default:
      return [];
  }
}

function points({ values }: Told, times: Times): DataPoint<number>[] {
  return values.map(({ labels, value }) => ({ ...times, attributes: { ...(labels as Labels) }, value }));
}

/** Buckets that count all below their bound become such that count what lies between two. */
function histograms({ name, values }: Told, times: Times): DataPoint<Histogram>[] {
  const series = new Map<string, { attributes: Labels; sum: number; count: number; below: Map<number, number> }>();
  for (const { labels, value, metricName } of values as (MetricValue<string> & { metricName?: string })[]) {
    const { le, ...attributes } = labels as Labels;
    const key = JSON.stringify(attributes);
    const one = series.get(key) ?? { attributes, sum: 0, count: 0, below: new Map<number, number>() };
    series.set(key, one);
    if (metricName === `${name}_sum`) one.sum = value;
    else if (metricName === `${name}_count`) one.count = value;
    else if (le !== '+Inf') one.below.set(Number(le), value);
  }
  return [...series.values()].map(({ attributes, sum, count, below }) => {
    const boundaries = [...below.keys()];
    const totals = [0, ...below.values(), count];
    const counts = totals.slice(1).map((total, index) => total - totals[index]!);
    return { ...times, attributes, value: { buckets: { boundaries, counts }, sum, count } };
  });
}

function now(): HrTime {
  const milliseconds = Date.now();
  return [Math.floor(milliseconds / 1000), (milliseconds % 1000) * 1_000_000];
}
