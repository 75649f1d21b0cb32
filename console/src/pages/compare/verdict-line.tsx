import { type GateReportResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { verdictSentence } from '../../format/judgement.js';
import { Stored } from '../../parts/facts.js';
import { waiversOf } from '../../format/summary.js';
import { Mark } from '../../parts/marks.js';
import { StandsBy } from '../../parts/stands-by.js';
import { TEXTS } from '../../texts.js';
import styles from './compare.module.css';

/** What the gates said of the one against the other, with the way to their report. */
export function VerdictLine({ report }: { report: GateReportResponse | null }) {
  if (report === null) return <p className={styles.second}>{TEXTS.compare.noReport}</p>;
  return (
    <div className={styles.verdict}>
      <Mark status={report.verdict} />
      <span>
        <Stored text={verdictSentence(report)} />{' '}
        {report.id !== null && (
          <Link to="/reports/$report" params={{ report: report.id }}>
            {TEXTS.report.open}
          </Link>
        )}
        <StandsBy waivers={report.waived === true ? waiversOf(report) : []} />
      </span>
    </div>
  );
}
