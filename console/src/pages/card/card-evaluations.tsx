import { type CardEvaluationResponse, type CardGapResponse, type CardMeasureResponse } from '@stagegate/client';
import { formatSlice, formatSliceValue, visibleText } from '../../format/identifiers.js';
import { formatCount, formatNumber, formatValue } from '../../format/numbers.js';
import { Digest, Stored } from '../../parts/facts.js';
import { pageStyles, Section } from '../../parts/page.js';
import { Empty } from '../../parts/states.js';
import { TableHead } from '../../parts/table-head.js';
import { TEXTS } from '../../texts.js';
import { UtcTime } from './utc-time.js';
import styles from './card.module.css';

const texts = TEXTS.card;
const { columns } = texts;
const NONE = '–';
/** So many gaps are read; the others are there to be opened. */
const WIDEST = 10;

/** What was measured on each dataset: all rows first, then the gaps between groups, and the slices to open. */
export function CardEvaluations({ evaluations }: { evaluations: readonly CardEvaluationResponse[] }) {
  if (evaluations.length === 0)
    return (
      <Section title={texts.metrics}>
        <Empty>{texts.noEvaluations}</Empty>
      </Section>
    );
  return evaluations.map((evaluation) => <Evaluation key={evaluation.id} evaluation={evaluation} />);
}

function Evaluation({ evaluation }: { evaluation: CardEvaluationResponse }) {
  const { dataset, evaluatedAt, evaluator, digest, metrics, slices, slicesOmitted, gaps } = evaluation;
  const name = [dataset.name, dataset.version, dataset.split && `(${dataset.split})`].filter(Boolean).join(' ');
  return (
    <Section title={texts.measured(visibleText(name))}>
      <p className={styles.second}>
        {texts.measuredBy} <UtcTime at={evaluatedAt} />
        {evaluator !== null && (
          <>
            {` ${TEXTS.home.by} `}
            <Stored text={evaluator} />
          </>
        )}{' '}
        <Digest digest={digest} />
      </p>
      <Measures caption={texts.metrics} measures={metrics} />
      {gaps.length > 0 && <Gaps caption={texts.gaps} gaps={gaps.slice(0, WIDEST)} />}
      {gaps.length > WIDEST && (
        <details className={styles.slices}>
          <summary>{texts.moreGaps(gaps.length - WIDEST)}</summary>
          <Gaps caption={texts.moreGaps(gaps.length - WIDEST)} gaps={gaps.slice(WIDEST)} />
        </details>
      )}
      {slices.length > 0 && (
        <details className={styles.slices}>
          <summary>
            {texts.slices} ({formatCount(slices.length)})
          </summary>
          <Measures caption={texts.slices} measures={slices} />
          {slicesOmitted > 0 && <p className={styles.second}>{texts.omitted(slicesOmitted)}</p>}
        </details>
      )}
    </Section>
  );
}

function Measures({ caption, measures }: { caption: string; measures: readonly CardMeasureResponse[] }) {
  const hasSlices = measures.some(({ slice }) => Object.keys(slice).length > 0);
  const numbers = [columns.value, columns.interval, columns.rows];
  return (
    <table className={pageStyles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <TableHead columns={[columns.metric, ...(hasSlices ? [columns.slice] : []), ...numbers]} numbers={numbers} />
      <tbody>
        {measures.map(({ metric, slice, value, lower, upper, count }) => (
          <tr key={`${metric} ${JSON.stringify(slice)}`}>
            <td>
              <Stored text={metric} />
            </td>
            {hasSlices && (
              <td>
                <Stored text={formatSlice(slice)} />
              </td>
            )}
            <td className={pageStyles.number} data-label={columns.value}>
              {value === null ? NONE : formatValue(value)}
            </td>
            <td className={pageStyles.number} data-label={columns.interval}>
              {lower === null || upper === null ? NONE : TEXTS.compare.interval(formatValue(lower), formatValue(upper))}
            </td>
            <td className={pageStyles.number} data-label={columns.rows}>
              {count === null ? NONE : formatCount(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Gaps({ caption, gaps }: { caption: string; gaps: readonly CardGapResponse[] }) {
  return (
    <table className={pageStyles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <TableHead
        columns={[columns.metric, columns.feature, columns.gap, columns.lowest, columns.highest]}
        numbers={[columns.gap]}
      />
      <tbody>
        {gaps.map(({ metric, feature, gap, lowest, highest }) => (
          <tr key={`${metric} ${feature}`}>
            <td>
              <Stored text={metric} />
            </td>
            <td>
              <Stored text={feature} />
            </td>
            <td className={pageStyles.number} data-label={columns.gap}>
              {formatNumber(gap)}
            </td>
            <td data-label={columns.lowest}>
              <GapEnd end={lowest} />
            </td>
            <td data-label={columns.highest}>
              <GapEnd end={highest} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GapEnd({ end: { value, measured, count } }: { end: CardGapResponse['lowest'] }) {
  return (
    <>
      <Stored text={formatSliceValue(value)} /> {formatValue(measured)}
      {count !== null && <span className={styles.second}> ({TEXTS.compare.rowCount(formatCount(count))})</span>}
    </>
  );
}
