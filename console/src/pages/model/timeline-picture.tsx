import { type HistoryTenureResponse, type TransitionResponse } from '@stagegate/client';
import { useEffect, useRef, useState } from 'react';
import { formatDate, formatSpan } from '../../format/times.js';
import { Person, Stored, Time, useNow } from '../../parts/facts.js';
import { ColumnHeads, pageStyles } from '../../parts/page.js';
import { TEXTS } from '../../texts.js';
import { type Happening, type Span, type Timeline, timeAxis, timelineOf } from './timeline.js';
import styles from './model.module.css';

const HEIGHT = 88;
const BAR = { y: 28, height: 28 };
const LEAST_FOR_LABEL = 14;

/** How wide an element is, as long as it is there. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, width };
}

interface TimelinePictureProps {
  tenures: readonly HistoryTenureResponse[];
  decisions: readonly TransitionResponse[];
}

/** Who held Production when; the table beneath says the same in words. */
export function TimelinePicture({ tenures, decisions }: TimelinePictureProps) {
  const now = useNow();
  const { element, width } = useWidth();
  const timeline = timelineOf(tenures, decisions, now);
  return (
    <div ref={element}>
      {timeline && width > 0 && <Picture timeline={timeline} width={width} />}
      <TenureTable tenures={tenures} now={now} />
    </div>
  );
}

function Picture({ timeline, width }: { timeline: Timeline; width: number }) {
  const { x, ticks } = timeAxis(timeline, width);
  return (
    <svg className={styles.picture} width={width} height={HEIGHT} aria-hidden="true">
      {ticks.map(({ x: at, label }) => (
        <g key={at}>
          <line className={styles.tick} x1={at} x2={at} y1={16} y2={66} />
          {at > 24 && at < width - 24 && (
            <text className={styles.tickLabel} x={at} y={82}>
              {label}
            </text>
          )}
        </g>
      ))}
      {timeline.spans.map((span) => (
        <Bar key={span.from} span={span} x={x} />
      ))}
      {timeline.happenings.map((happening) => (
        <Sign key={`${happening.kind} ${happening.at}`} happening={happening} x={x(happening.at)} />
      ))}
    </svg>
  );
}

function Bar({ span, x }: { span: Span; x: (time: number) => number }) {
  const [from, to] = [x(span.from), x(span.to)];
  const width = Math.max(2, to - from);
  return (
    <g className={span.isOpen ? styles.now : undefined}>
      <rect className={styles.bar} x={from} width={width} {...BAR} rx={3} />
      {width > LEAST_FOR_LABEL && (
        <text className={styles.barLabel} x={from + width / 2} y={BAR.y + 19}>
          {span.version}
        </text>
      )}
      <title>{`version ${span.version}, from ${formatDate(new Date(span.from).toISOString())}`}</title>
    </g>
  );
}

function Sign({ happening: { kind, version, at }, x }: { happening: Happening; x: number }) {
  const title = <title>{`version ${version} ${kind}, ${formatDate(new Date(at).toISOString())}`}</title>;
  if (kind === 'refused')
    return (
      <rect className={styles.refused} x={x - 4} y={14} width={8} height={8}>
        {title}
      </rect>
    );
  if (kind === 'promoted')
    return (
      <path className={styles.promoted} d={`M${x} 12l5 9h-10z`}>
        {title}
      </path>
    );
  return (
    <path className={styles.rolledBack} d={`M${x} 22l5-9h-10z`}>
      {title}
    </path>
  );
}

function TenureTable({ tenures, now }: { tenures: readonly HistoryTenureResponse[]; now: number }) {
  const { tenureColumns: columns } = TEXTS.model;
  return (
    <table className={pageStyles.table}>
      <ColumnHeads names={Object.values(columns)} />
      <tbody>
        {tenures.map((tenure) => (
          <TenureRow key={tenure.startedAt} tenure={tenure} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function TenureRow({
  tenure: { version, startedAt, endedAt, began },
  now,
}: {
  tenure: HistoryTenureResponse;
  now: number;
}) {
  const { tenureColumns: columns, now: present } = TEXTS.model;
  const held = (endedAt === null ? Math.max(now, Date.now()) : Date.parse(endedAt)) - Date.parse(startedAt);
  return (
    <tr>
      <td data-label={columns.version}>{version}</td>
      <td data-label={columns.from}>
        <Time at={startedAt} />
      </td>
      <td data-label={columns.to}>{endedAt === null ? present : <Time at={endedAt} />}</td>
      <td data-label={columns.held}>{formatSpan(held)}</td>
      <td data-label={columns.began}>{began ? <Person subject={began.appliedBy} /> : '–'}</td>
      <td>{began?.reason ? <Stored text={began.reason} /> : (began?.kind ?? '–')}</td>
    </tr>
  );
}
