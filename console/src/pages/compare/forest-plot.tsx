import { type ComparisonResponse, type GateReportResponse } from '@stagegate/client';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { largestOf, orderForest, shownRows } from '../../forest/forest-order.js';
import { type Forest, forestOf, type ForestRow, isNeutral } from '../../forest/forest-rows.js';
import { scaleOf } from '../../forest/forest-scale.js';
import { summarySentence } from '../../forest/forest-words.js';
import { Stored } from '../../parts/facts.js';
import { Section } from '../../parts/page.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/states.js';
import { useKeys } from '../../shell/keys.js';
import { TEXTS } from '../../texts.js';
import { useChange } from './use-change.js';
import { CurrentRow } from './current-row.js';
import { Exports } from './exports.js';
import { ForestFilters } from './forest-filters.js';
import { ForestKey } from './forest-key.js';
import { ForestTable } from './forest-table.js';
import styles from './compare.module.css';

const texts = TEXTS.compare;
const WRITE_MS = 200;

interface ForestPlotProps {
  comparison: ComparisonResponse;
  metric: string;
  report: GateReportResponse | null;
  /** Whether these rows are of another metric, while those that were asked for are on their way. */
  isOld: boolean;
}

/** The slices of one metric: what can be chosen, the picture, and the current row as a sentence. */
export function ForestPlot({ comparison, metric, report, isOld }: ForestPlotProps) {
  const {
    sort = 'worst',
    show = 'all',
    feature,
    fit = false,
    row,
  } = useSearch({ from: '/shell/models/$model/compare' });
  const change = useChange();
  const name = isOld ? (comparison.rows[0]?.metric ?? metric) : metric;
  const forest = forestOf(name, comparison);
  const scale = scaleOf(forest.rows, forest.metric.isShare, fit);
  const groups = orderForest(shownRows(forest.rows, show, feature), sort);
  const { current, setCurrent, hovered, setHovered } = useCurrentRow(row);
  const open = useOpenRule(report);
  const said = forest.rows.find(({ key }) => key === (hovered ?? current));
  useKeys({ f: () => change({ feature: feature === undefined ? featureOf(said) : undefined }) });
  return (
    <Section title={texts.plot} hint={hintOf(forest)}>
      <p className={styles.summary}>
        <Stored text={summarySentence(forest)} />
      </p>
      <div className={styles.bar}>
        <ForestFilters forest={forest} />
        <Exports comparison={comparison} report={report} forest={forest} groups={groups} scale={scale} />
      </div>
      {groups.length === 0 ? (
        <Empty>
          <p>{texts.nothingShown}</p>
          <Button onClick={() => change({ show: undefined, feature: undefined })}>{TEXTS.states.clear}</Button>
        </Empty>
      ) : (
        <div className={isOld ? styles.old : undefined}>
          <ForestTable
            metric={forest.metric}
            groups={groups}
            scale={scale}
            largest={largestOf(forest.rows)}
            current={current}
            onCurrent={({ key }) => setCurrent(key)}
            onHover={(next) => setHovered(next?.key)}
            onOpen={open}
          />
          <CurrentRow row={said} metric={forest.metric} reportId={report?.id ?? null} />
        </div>
      )}
      <ForestKey />
    </Section>
  );
}

function hintOf({ metric }: Forest): string | undefined {
  if (metric.direction === 'lower') return texts.lowerIsBetter;
  return isNeutral(metric) ? texts.neutralMetric : undefined;
}

function featureOf(row: ForestRow | undefined): string | undefined {
  return row?.group.split(' × ')[0] || undefined;
}

/** The row that was chosen and the one that is pointed at; the address follows the first, a moment later. */
function useCurrentRow(asked: string | undefined) {
  const [current, setCurrent] = useState(asked);
  const [hovered, setHovered] = useState<string>();
  const change = useChange();
  const shown = useRef(asked);
  useEffect(() => {
    if (asked !== shown.current) {
      shown.current = asked;
      setCurrent(asked);
    }
  }, [asked]);
  useEffect(() => {
    if (current === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = current;
      change({ row: current });
    }, WRITE_MS);
    return () => clearTimeout(timer);
  }, [current, change]);
  return { current, setCurrent, hovered, setHovered };
}

/** Leads from a row to the rule that judged it. */
function useOpenRule(report: GateReportResponse | null) {
  const navigate = useNavigate();
  return ({ ruleIds }: ForestRow) => {
    const id = report?.id;
    if (!id || ruleIds.length === 0) return;
    void navigate({ to: '/reports/$report', params: { report: id }, search: { rule: ruleIds[0] } });
  };
}
