import { type GateReportResponse, type ReEvaluationResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { reEvaluate } from '../../data/actions.js';
import { useMay } from '../../data/permissions.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { Section } from '../../parts/page.js';
import { ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import styles from './report.module.css';

const { report: texts, remedies } = TEXTS;

/** Evidence that was lacking and that kept predictions can give: each with the action that measures it, or where that stands. */
export function ReEvaluations({ report: { model, reEvaluations } }: { report: GateReportResponse }) {
  if (!reEvaluations || reEvaluations.length === 0) return null;
  return (
    <Section title={texts.lacking}>
      <ul className={styles.evidence}>
        {reEvaluations.map((each) => (
          <Lacking key={`${each.version} ${each.dataset.name} ${each.dataset.version}`} model={model} lacking={each} />
        ))}
      </ul>
    </Section>
  );
}

function Lacking({ model, lacking }: { model: string; lacking: ReEvaluationResponse }) {
  const may = useMay('evaluation:submit', model);
  const work = useKeyedWork({ send: (key) => reEvaluate(model, lacking, key) });
  const mayBegin = ['offered', 'failed', 'cancelled'].includes(lacking.status) && !work.data;
  return (
    <li className={styles.said}>
      <Stored text={lacking.message} />
      {mayBegin ? (
        <Button locked={may ? null : remedies.mayNotMeasure} disabled={work.isPending} onClick={() => work.mutate()}>
          {remedies.measure(lacking.version)}
        </Button>
      ) : (
        <Link to="/admin/jobs" search={{ model }}>
          {remedies.job}
        </Link>
      )}
      {work.error && <ProblemView error={work.error} />}
    </li>
  );
}
