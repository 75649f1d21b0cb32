import { type MeasureStatus, type Stage } from '@stagegate/client';
import { TEXTS } from '../texts.js';
import styles from './marks.module.css';

const COLOURS = {
  PASS: styles.passed,
  FAIL: styles.refused,
  ERROR: styles.refused,
  INCONCLUSIVE: styles.undecided,
  SKIPPED: styles.open,
} satisfies Record<MeasureStatus, string | undefined>;

function shapeOf(status: MeasureStatus) {
  if (status === 'PASS') return <circle cx="5.5" cy="5.5" r="5" fill="currentColor" />;
  if (status === 'FAIL') return <rect x="0.75" y="0.75" width="9.5" height="9.5" fill="currentColor" />;
  if (status === 'INCONCLUSIVE')
    return <path d="M5.5 0.6 10.4 5.5 5.5 10.4 0.6 5.5Z" fill="none" stroke="currentColor" strokeWidth="2.25" />;
  if (status === 'ERROR') return <path d="M1.5 1.5 9.5 9.5M9.5 1.5 1.5 9.5" stroke="currentColor" strokeWidth="2.5" />;
  return <circle cx="5.5" cy="5.5" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.75" />;
}

/** An outcome as a shape and a colour that colour-blind people tell apart; the word beside it says it too. */
export function Mark({ status }: { status: MeasureStatus }) {
  return (
    <svg className={`${styles.mark} ${COLOURS[status]}`} viewBox="0 0 11 11" aria-hidden="true">
      {shapeOf(status)}
    </svg>
  );
}

export function Outcome({ status }: { status: MeasureStatus }) {
  return (
    <span className={styles.verdict}>
      <Mark status={status} />
      <span className={styles.word}>{TEXTS.report.statuses[status]}</span>
    </span>
  );
}

const GLYPHS: Record<Stage, string> = { None: '○', Staging: '◐', Production: '⬤', Archived: '▢' };

/** Where a version stands, as a word: its colour is none of the verdicts'. */
export function StageLabel({ stage }: { stage: Stage }) {
  return (
    <span className={`${styles.stage} ${styles[stage]}`}>
      <span aria-hidden="true">{GLYPHS[stage]}</span>
      {stage}
    </span>
  );
}
