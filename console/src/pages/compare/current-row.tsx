import { Link } from '@tanstack/react-router';
import { type ForestMetric, type ForestRow } from '../../forest/forest-rows.js';
import { rowSentence } from '../../forest/forest-words.js';
import { Stored } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { TEXTS } from '../../texts.js';
import styles from './compare.module.css';

interface CurrentRowProps {
  row: ForestRow | undefined;
  metric: ForestMetric;
  reportId: string | null;
}

/** The row that is pointed at, as one sentence. */
export function CurrentRow({ row, metric, reportId }: CurrentRowProps) {
  return (
    <div className={`${styles.currentRow} ${row ? '' : styles.idle}`}>
      <p role="status">
        {row ? (
          <>
            <Mark status={row.status ?? 'SKIPPED'} /> <Stored text={rowSentence(row, metric)} />
          </>
        ) : (
          <span className={styles.second}>{TEXTS.compare.move}</span>
        )}
      </p>
      {row && reportId && row.ruleIds[0] && (
        <Link to="/reports/$report" params={{ report: reportId }} search={{ rule: row.ruleIds[0] }}>
          <Stored text={TEXTS.compare.openRule(row.ruleIds[0])} />
        </Link>
      )}
    </div>
  );
}
