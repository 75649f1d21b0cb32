import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useElementWidth, useIsPhone } from '../../parts/use-width.js';
import { TEXTS } from '../../texts.js';
import { type ForestGroup } from '../../forest/forest-order.js';
import { type ForestMetric, type ForestRow } from '../../forest/forest-rows.js';
import { type ForestScale } from '../../forest/forest-scale.js';
import { ForestHead } from './forest-head.js';
import { forestLines, type ForestLine, movedBy, type Opened, tabStop } from './forest-lines.js';
import { HeadingCells, RowCells, spokenLine } from './forest-cells.js';
import { type StripFrame } from '../../parts/strip.js';
import styles from './forest.module.css';

export interface ForestTableProps {
  metric: ForestMetric;
  groups: readonly ForestGroup[];
  scale: ForestScale;
  largest: number;
  /** Key of the current row. */
  current: string | undefined;
  onCurrent: (row: ForestRow) => void;
  onHover: (row: ForestRow | null) => void;
  onOpen: (row: ForestRow) => void;
}

const ROW = 32;
const PHONE_ROW = 56;
const PHONE_STRIP = 26;

/** The forest plot: a table whose second column is the picture, of any length. */
export function ForestTable(props: ForestTableProps) {
  const { metric, groups, scale, largest, current } = props;
  const [opened, setOpened] = useState<Opened>({});
  const isPhone = useIsPhone();
  const [attach, width] = useElementWidth();
  const [asked] = useState(current);
  const lines = forestLines(groups, opened, asked);
  const stop = tabStop(lines, current);
  const height = isPhone ? PHONE_STRIP : ROW;
  const frame: StripFrame = { metric, scale, largest, width, height };
  const rows = useRows(lines, stop, isPhone);
  useInView(rows.body, asked !== undefined && lines[stop]?.key === asked ? stop : null);
  const toggle = (line: ForestLine) =>
    line.type === 'heading' && setOpened({ ...opened, [line.group.name]: !line.isOpen });
  const open = (line: ForestLine) => (line.type === 'heading' ? toggle(line) : props.onOpen(line.row));
  const onKeyDown = (event: KeyboardEvent) => {
    const from = indexOf(event.target) ?? stop;
    const line = lines[from];
    if (event.ctrlKey || event.metaKey || event.altKey || !line) return;
    const to = event.key === 'Enter' ? from : movedBy(event.key, from, lines.length);
    if (to === null) return;
    event.preventDefault();
    if (event.key === 'Enter') open(line);
    else rows.moveTo(to);
  };
  return (
    <table className={styles.table} role="grid" aria-label={TEXTS.compare.plot} aria-rowcount={lines.length + 1}>
      <ForestHead attach={attach} frame={frame} />
      <tbody
        ref={rows.body}
        role="rowgroup"
        className={styles.body}
        style={{ height: rows.total }}
        onKeyDown={onKeyDown}
      >
        {rows.items.map((item) => (
          <Line
            key={lines[item.index]!.key}
            line={lines[item.index]!}
            item={item}
            isStop={item.index === stop}
            frame={frame}
            toggle={toggle}
            table={props}
          />
        ))}
      </tbody>
    </table>
  );
}

interface LineProps {
  line: ForestLine;
  item: { index: number; start: number; size: number };
  /** Whether the tab key stops here. */
  isStop: boolean;
  frame: StripFrame;
  toggle: (line: ForestLine) => void;
  table: ForestTableProps;
}

function Line({ line, item: { index, start, size }, isStop, frame, toggle, table }: LineProps) {
  const { metric, current, onCurrent, onHover } = table;
  const row = line.type === 'row' ? line.row : null;
  const isCurrent = line.key === current;
  return (
    <tr
      role="row"
      tabIndex={isStop ? 0 : -1}
      data-index={index}
      aria-rowindex={index + 2}
      aria-label={spokenLine(line, metric)}
      aria-selected={row ? isCurrent : undefined}
      className={classOf(line, isCurrent)}
      style={{ transform: `translateY(${start}px)`, height: size }}
      onFocus={() => row && onCurrent(row)}
      onClick={() => toggle(line)}
      onMouseEnter={() => onHover(row)}
      onMouseLeave={() => onHover(null)}
    >
      {line.type === 'heading' ? (
        <HeadingCells group={line.group} isOpen={line.isOpen} frame={frame} />
      ) : (
        <RowCells row={line.row} frame={frame} />
      )}
    </tr>
  );
}

function classOf(line: ForestLine, isCurrent: boolean): string {
  const kind = line.type === 'heading' ? styles.heading : line.row.kind === 'member' ? styles.member : '';
  return `${styles.row} ${kind} ${isCurrent ? styles.current : ''}`;
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset.index) : null;
}

/** The lines in view and the one that the tab key stops at, which would take the focus with it if it went. */
function useRows(lines: readonly ForestLine[], stop: number, isPhone: boolean) {
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<number | null>(null);
  // An object, so that going to the row of the last time is a change, too, after which it gets the focus.
  const [kept, setKept] = useState({ index: stop });
  const top = useTop(body);
  const rangeExtractor = useCallback(
    (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), stop, kept.index])]
        .filter((at) => at < range.count)
        .sort((one, other) => one - other),
    [stop, kept],
  );
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: (index) => (isPhone && lines[index]?.type === 'row' ? PHONE_ROW : ROW),
    getItemKey: (index) => lines[index]!.key,
    overscan: 12,
    scrollMargin: top,
    rangeExtractor,
  });
  useEffect(() => virtual.measure(), [virtual, isPhone, lines.length]);
  useEffect(() => {
    if (wanted.current === null) return;
    body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`)?.focus({ preventScroll: true });
    wanted.current = null;
  });
  const moveTo = (index: number) => {
    wanted.current = index;
    setKept({ index });
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const items = virtual.getVirtualItems().map(({ index, start, size }) => ({ index, size, start: start - top }));
  return { body, items, total: virtual.getTotalSize(), moveTo };
}

/** Brings the line that the address asked for into view, once it is drawn. */
function useInView(body: { current: HTMLElement | null }, index: number | null): void {
  const isSought = useRef(index !== null);
  useEffect(() => {
    const row = isSought.current ? body.current?.querySelector(`[data-index="${index}"]`) : null;
    if (!row) return;
    isSought.current = false;
    const { top, bottom } = row.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) row.scrollIntoView({ block: 'center' });
  });
}

/** Where an element begins on the page; what stands above it may grow. */
function useTop(element: { current: HTMLElement | null }): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const now = Math.round((element.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    if (now !== top) setTop(now);
  });
  return top;
}
