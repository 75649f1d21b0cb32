import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { replay } from '../../data/actions.js';
import { reportQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { CompareLink } from '../../parts/compare-link.js';
import { Stored } from '../../parts/facts.js';
import { Page } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { toMarkdown } from '../../format/judgement.js';
import { ReportView } from './report-view.js';

const texts = TEXTS.report;

export function ReportPage() {
  const { report: id } = useParams({ from: '/shell/reports/$report' });
  const { rule } = useSearch({ from: '/shell/reports/$report' });
  const query = useQuery(reportQuery(id));
  const replayed = useMutation({ mutationFn: () => replay(id) });
  const report = query.data;
  return (
    <Page
      title={report ? `${report.model} ${texts.title(report.challenger, report.toStage)}` : texts.digest}
      beside={
        report && (
          <Link to="/models/$model" params={{ model: report.model }}>
            <Stored text={report.model} />
          </Link>
        )
      }
      heading={report && texts.title(report.challenger, report.toStage)}
      actions={
        report && (
          <>
            {report.incumbent !== null && (
              <CompareLink
                model={report.model}
                challenger={report.challenger}
                incumbent={report.incumbent}
                report={report.id}
              />
            )}
            <Button onClick={() => void navigator.clipboard.writeText(toMarkdown(report))}>{texts.copyMarkdown}</Button>
            <Button onClick={() => replayed.mutate()} disabled={replayed.isPending}>
              {replayed.isPending ? texts.replaying : texts.replay}
            </Button>
          </>
        )
      }
    >
      {replayed.data && <p role="status">{replayed.data.matches ? texts.replayed : texts.replayDiffers}</p>}
      {replayed.error && <ProblemView error={replayed.error} />}
      <Loaded query={query}>{(data) => <ReportView report={data} openRule={rule} />}</Loaded>
    </Page>
  );
}
