import { type GateReportResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { replay } from '../../data/actions.js';
import { checkQuery, reportQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { copyText } from '../../parts/clipboard.js';
import { CompareLink } from '../../parts/compare-link.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Page } from '../../parts/page.js';
import { Loaded } from '../../parts/states.js';
import { AskButton } from '../../remedies/ask-button.js';
import { BreakGlassButton } from '../../remedies/break-glass.js';
import { TEXTS } from '../../texts.js';
import { toMarkdown } from '../../format/markdown-report.js';
import { ReplayAnswer } from './replay-answer.js';
import { ReportView } from './report-view.js';

const texts = TEXTS.report;

/** A report that is kept. */
export function ReportPage() {
  const { report: id } = useParams({ from: '/shell/reports/$report' });
  const { rule } = useSearch({ from: '/shell/reports/$report' });
  const query = useQuery(reportQuery(id));
  const replayed = useMutation({ mutationFn: () => replay(id) });
  const report = query.data;
  return (
    <Page
      {...headOf(report)}
      actions={
        report && (
          <>
            <Ways report={report} />
            <Button onClick={() => replayed.mutate()} disabled={replayed.isPending}>
              {replayed.isPending ? texts.replaying : texts.replay}
            </Button>
          </>
        )
      }
    >
      <ReplayAnswer replayed={replayed.data} error={replayed.error} />
      <Loaded query={query}>{(data) => <ReportView report={data} openRule={rule} />}</Loaded>
    </Page>
  );
}

/** What the gates say of a version now, before anybody asks for anything. */
export function CheckPage() {
  const { model, version, stage } = useParams({ from: '/shell/models/$model/versions/$version/check/$stage' });
  const query = useQuery(checkQuery(model, version, stage));
  return (
    <Page
      {...headOf(query.data)}
      actions={
        query.data && (
          <>
            <Ways report={query.data} />
            <Button onClick={() => void query.refetch()} disabled={query.isFetching}>
              {TEXTS.remedies.check}
            </Button>
            {query.data.verdict !== 'PASS' && <BreakGlassButton model={model} version={version} toStage={stage} />}
            <AskButton model={model} version={version} toStage={stage} look="primary" />
          </>
        )
      }
    >
      <Loaded query={query}>
        {(report) => (
          <>
            <p>{texts.checked}</p>
            <ReportView report={report} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function headOf(report: GateReportResponse | undefined) {
  if (!report) return { title: texts.page };
  const { model, challenger, toStage } = report;
  return {
    title: `${model} ${texts.title(challenger, toStage)}`,
    heading: <ModelHeading model={model}>{texts.title(challenger, toStage)}</ModelHeading>,
    beside: (
      <Link to="/models/$model/versions/$version" params={{ model, version: challenger }}>
        {TEXTS.version.title(challenger)}
      </Link>
    ),
  };
}

/** Where else to look at what was judged, and how to take it along. */
function Ways({ report }: { report: GateReportResponse }) {
  const { model, challenger, incumbent, id } = report;
  const [said, setSaid] = useState('');
  const copy = async () => setSaid((await copyText(toMarkdown(report))) ? texts.copied : texts.notCopied);
  return (
    <>
      <span role="status">{said}</span>
      {incumbent !== null && <CompareLink model={model} challenger={challenger} incumbent={incumbent} report={id} />}
      <Button onClick={() => void copy()}>{texts.copyMarkdown}</Button>
    </>
  );
}
