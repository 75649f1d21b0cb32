import { type GateReportResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { cardQuery, comparisonQuery } from '../../data/comparison.js';
import { measuresOf, worstMeasures } from '../../format/judgement.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Page } from '../../parts/page.js';
import { Empty, Loaded, ProblemView, Skeleton } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { CompareChoices } from './compare-choices.js';
import { Curves } from './curves.js';
import { Differences } from './differences.js';
import { ForestPlot } from './forest-plot.js';
import { type Compared, useCompared } from './use-compared.js';
import { VerdictLine } from './verdict-line.js';

const texts = TEXTS.compare;

export function ComparePage() {
  const { model } = useParams({ from: '/shell/models/$model/compare' });
  const search = useSearch({ from: '/shell/models/$model/compare' });
  const { compared, numbers, hasOlder, error, isReady } = useCompared(model, search);
  const title = compared ? texts.heading(compared.challenger, compared.incumbent) : texts.title;
  return (
    <Page title={`${model} ${title}`} heading={<ModelHeading model={model}>{title}</ModelHeading>}>
      {error && !isReady ? (
        <ProblemView error={error} />
      ) : !isReady ? (
        <Skeleton lines={8} />
      ) : compared === null ? (
        <Empty>{texts.tooFew}</Empty>
      ) : (
        <Comparison compared={compared} numbers={numbers} hasOlder={hasOlder} />
      )}
    </Page>
  );
}

interface ComparisonProps {
  compared: Compared;
  numbers: readonly number[];
  hasOlder: boolean;
}

function Comparison({ compared, numbers, hasOlder }: ComparisonProps) {
  const { model, challenger, incumbent, report } = compared;
  const { metric: chosen, dataset } = useSearch({ from: '/shell/models/$model/compare' });
  const card = useQuery(cardQuery(model, challenger));
  const metrics = metricsOf(compared, card.data?.evaluations.flatMap((each) => each.metrics) ?? []);
  const metric = chosen ?? firstMetric(report, metrics);
  const asked = { model, challenger, incumbent, metric: metric ?? '', dataset, report: report?.id ?? undefined };
  const query = useQuery({
    ...comparisonQuery(asked),
    enabled: metric !== undefined,
    placeholderData: (before) => before,
  });
  return (
    <>
      <CompareChoices
        compared={compared}
        numbers={numbers}
        hasOlder={hasOlder}
        metric={metric ?? ''}
        metrics={metrics}
        comparison={query.data}
      />
      <VerdictLine report={report} />
      {metric === undefined ? (
        <Loaded query={card}>{() => <Empty>{TEXTS.version.noEvaluations}</Empty>}</Loaded>
      ) : (
        <Loaded query={query} lines={12}>
          {(comparison) => (
            <>
              <ForestPlot comparison={comparison} metric={metric} report={report} isOld={query.isPlaceholderData} />
              <Curves compared={compared} dataset={comparison.dataset.name} />
            </>
          )}
        </Loaded>
      )}
      <Differences compared={compared} />
    </>
  );
}

/** What decided is looked at first, and of what passed that which was compared. */
function firstMetric(report: GateReportResponse | null, metrics: readonly string[]): string | undefined {
  const judged = report === null ? [] : worstMeasures(report, Number.POSITIVE_INFINITY);
  return (
    judged.find(({ status, observed }) => status !== 'PASS' || observed.improvement !== undefined)?.metric ?? metrics[0]
  );
}

/** Metrics of the challenger by name, those that were judged first. */
function metricsOf({ report }: Compared, measured: readonly { metric: string }[]): string[] {
  const judged = report?.rules.flatMap(measuresOf).map(({ metric }) => metric) ?? [];
  const known = measured.map(({ metric }) => metric).sort();
  const first = new Set(judged.sort());
  return [...first, ...new Set(known.filter((name) => !first.has(name)))];
}
