import { type VersionCurvesResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { type CurveKind, curvesQuery } from '../../data/comparison.js';
import { formatNumber } from '../../format/numbers.js';
import { CURVE_FRAME, type CurveShapes, curveShapes } from '../../forest/curve-shapes.js';
import { Button } from '../../parts/button.js';
import { Section } from '../../parts/page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { useChange } from './use-change.js';
import { type Compared } from './use-compared.js';
import styles from './compare.module.css';

const texts = TEXTS.compare;
const KINDS = Object.keys(texts.curveKinds) as CurveKind[];

/** Curves of kept predictions. Each is computed when it is asked for. */
export function Curves({ compared, dataset }: { compared: Compared; dataset: string }) {
  const { curve } = useSearch({ from: '/shell/models/$model/compare' });
  const change = useChange();
  return (
    <Section title={texts.curves}>
      <div className={styles.tabs} role="group" aria-label={texts.showCurves}>
        {KINDS.map((kind) => (
          <Button
            key={kind}
            small
            look={kind === curve ? 'primary' : 'plain'}
            aria-pressed={kind === curve}
            onClick={() => change({ curve: kind === curve ? undefined : kind })}
          >
            {texts.curveKinds[kind]}
          </Button>
        ))}
      </div>
      {curve && <Curve compared={compared} dataset={dataset} kind={curve} />}
    </Section>
  );
}

function Curve({ compared, dataset, kind }: { compared: Compared; dataset: string; kind: CurveKind }) {
  const { model, challenger, incumbent } = compared;
  const query = useQuery(curvesQuery({ model, versions: [challenger, incumbent], kind, dataset }));
  return (
    <Loaded query={query} lines={8}>
      {(curves) => (curves === null ? <Empty>{texts.noCurves}</Empty> : <CurvePicture curves={curves} />)}
    </Loaded>
  );
}

const SIDES = [styles.curveA, styles.curveB];

/** Two lines, told apart by their dash as well. */
function CurvePicture({ curves }: { curves: readonly [VersionCurvesResponse, VersionCurvesResponse] }) {
  const [own, theirs] = curves;
  const shapes = curveShapes(curves, CURVE_FRAME);
  return (
    <figure>
      <svg
        className={styles.curve}
        viewBox={`0 0 ${CURVE_FRAME.width} ${CURVE_FRAME.height}`}
        role="img"
        aria-label={texts.curveOf(texts.curveKinds[own.kind], own.version, theirs.version)}
      >
        <Axes kind={own.kind} ticks={shapes.ticks} />
        <path className={styles.reference} d={shapes.reference} />
        {shapes.spreads.map((path, index) => (
          <path key={index} className={`${SIDES[index < 2 ? 0 : 1]} ${styles.spread}`} d={path} />
        ))}
        {shapes.lines.map((path, index) => (
          <path key={index} className={SIDES[index]} d={path} />
        ))}
      </svg>
      <figcaption>
        <ul className={styles.legend}>
          {curves.map(({ version, rows }, index) => (
            <li key={version}>
              <svg width="28" height="4" aria-hidden="true">
                <path className={SIDES[index]} d="M0 2H28" />
              </svg>
              {texts.curveRows(version, rows)}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Axes({ kind, ticks }: { kind: CurveKind; ticks: CurveShapes['ticks'] }) {
  const [across, up] = texts.curveAxes[kind];
  const { height, left, right, top, bottom } = CURVE_FRAME;
  const middle = (top + bottom) / 2;
  return (
    <>
      <path className={styles.frame} d={`M${left} ${top}V${bottom}H${right}`} fill="none" />
      {ticks.x.map(({ at, value }) => (
        <text key={value} x={at} y={bottom + 16} textAnchor="middle">
          {formatNumber(value)}
        </text>
      ))}
      {ticks.y.map(({ at, value }) => (
        <text key={value} x={left - 8} y={at + 4} textAnchor="end">
          {formatNumber(value)}
        </text>
      ))}
      <text x={(left + right) / 2} y={height - 8} textAnchor="middle">
        {across}
      </text>
      <text x={14} y={middle} textAnchor="middle" transform={`rotate(-90 14 ${middle})`}>
        {up}
      </text>
    </>
  );
}
