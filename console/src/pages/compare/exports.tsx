import { type ComparisonResponse, type GateReportResponse } from '@stagegate/client';
import { Download } from 'lucide-react';
import { shortDigest } from '../../format/identifiers.js';
import { forestCsv } from '../../forest/forest-csv.js';
import { type ForestGroup, largestOf } from '../../forest/forest-order.js';
import { type Forest } from '../../forest/forest-rows.js';
import { type ForestScale } from '../../forest/forest-scale.js';
import { type ForestPicture, forestSvg, type ForestTheme } from '../../forest/forest-svg.js';
import { summarySentence } from '../../forest/forest-words.js';
import { Button } from '../../parts/button.js';
import { TEXTS } from '../../texts.js';
import { downloadPng, downloadText } from '../../parts/downloads.js';
import styles from './compare.module.css';

interface ExportsProps {
  comparison: ComparisonResponse;
  report: GateReportResponse | null;
  forest: Forest;
  /** What is shown, in its order. */
  groups: readonly ForestGroup[];
  scale: ForestScale;
}

const WIDTH = 960;

/** The picture as it is shown, or the rows behind it. */
export function Exports(props: ExportsProps) {
  const { comparison, forest, groups } = props;
  const name = `${comparison.model}-${comparison.challenger}-${comparison.incumbent}-${forest.metric.name}`;
  const svg = () => forestSvg(pictureOf(props), WIDTH, currentTheme());
  const rows = groups.flatMap((group) => group.rows);
  const forms: [string, () => void][] = [
    ['SVG', () => downloadText(`${name}.svg`, 'image/svg+xml', svg())],
    ['PNG', () => void downloadPng(`${name}.png`, svg())],
    ['CSV', () => downloadText(`${name}.csv`, 'text/csv;charset=utf-8', forestCsv({ ...forest, rows }))],
  ];
  return (
    <div className={styles.exports} role="group" aria-label={TEXTS.compare.exports}>
      <Download size={16} strokeWidth={1.5} aria-hidden />
      {forms.map(([form, download]) => (
        <Button key={form} look="quiet" small onClick={download}>
          {form}
        </Button>
      ))}
    </div>
  );
}

function currentTheme(): ForestTheme {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ||
    (document.documentElement.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches)
    ? 'dark'
    : 'light';
}

/** A picture that says by itself what it shows: versions, metric, data, policy, report and time. */
function pictureOf({ comparison, report, forest, groups, scale }: ExportsProps): ForestPicture {
  const { model, challenger, incumbent, dataset } = comparison;
  const data = [dataset.name, dataset.version, dataset.split && `(${dataset.split})`].filter(Boolean).join(' ');
  const judged =
    report && `${TEXTS.report.policy(report.policyRevision)} · ${TEXTS.report.digest} ${shortDigest(report.digest)} · `;
  const time = (report ? report.judgedAt : new Date().toISOString()).slice(0, 16).replace('T', ' ');
  return {
    title: `${model} ${TEXTS.compare.heading(challenger, incumbent)}: ${forest.metric.name}`,
    lines: [`${data} · ${judged ?? ''}${time} UTC`, summarySentence(forest)],
    metric: forest.metric,
    groups,
    scale,
    largest: largestOf(forest.rows),
  };
}
