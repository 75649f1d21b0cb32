import { type TransitionResponse, type VersionResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { stagedQuery, versionsQuery } from '../../data/registry.js';
import { closenessWords } from '../../format/limits.js';
import { admissionOf } from '../../format/summary.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { StandsBy } from '../../parts/stands-by.js';
import { Loaded } from '../../parts/states.js';
import { markOf } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import styles from './model.module.css';

const texts = TEXTS.model;
const MOST_CHALLENGERS = 5;

interface BoardProps {
  model: string;
  decisions: readonly TransitionResponse[];
}

/** Where the versions of a model stand, and which ask to be in Production. */
export function Board({ model, decisions }: BoardProps) {
  const held = useQuery(stagedQuery(model, 'Production'));
  const { data: staged = [] } = useQuery(stagedQuery(model, 'Staging'));
  const newest = useInfiniteQuery(versionsQuery(model));
  return (
    <Loaded query={held}>
      {([production]) => (
        <Columns
          production={production}
          staged={staged}
          challengers={challengersOf(newest.data?.pages[0]?.items ?? [], production)}
          decisions={decisions}
        />
      )}
    </Loaded>
  );
}

/** The newest versions that may be asked for Production. */
function challengersOf(versions: readonly VersionResponse[], production: VersionResponse | undefined) {
  return versions
    .filter(
      ({ version, stage }) => stage !== 'Production' && stage !== 'Archived' && version > (production?.version ?? 0),
    )
    .slice(0, MOST_CHALLENGERS);
}

interface ColumnsProps {
  production: VersionResponse | undefined;
  staged: readonly VersionResponse[];
  challengers: readonly VersionResponse[];
  decisions: readonly TransitionResponse[];
}

function Columns({ production, staged, challengers, decisions }: ColumnsProps) {
  return (
    <div className={styles.board}>
      <section className={`${styles.column} ${styles.Production}`} aria-label={texts.production}>
        <h2>{texts.production}</h2>
        {production ? (
          <Holder version={production} decisions={decisions} />
        ) : (
          <p className={styles.second}>{texts.empty}</p>
        )}
      </section>
      <section className={`${styles.column} ${styles.Staging}`} aria-label={texts.staging}>
        <h2>{texts.staging}</h2>
        {staged.length === 0 && <p className={styles.second}>{texts.empty}</p>}
        {staged.map((version) => (
          <p key={version.version} className={styles.challenger}>
            <VersionLink version={version} />
            <span className={styles.second}>
              {texts.since} <Time at={version.stageEnteredAt} />
            </span>
          </p>
        ))}
      </section>
      <section className={styles.column} aria-label={texts.challengers}>
        <h2>{texts.challengers}</h2>
        {challengers.length === 0 && <p className={styles.second}>{texts.noChallengers}</p>}
        {challengers.map((version) => (
          <Challenger key={version.version} version={version} decisions={decisions} />
        ))}
      </section>
    </div>
  );
}

function VersionLink({ version: { model, version } }: { version: VersionResponse }) {
  return (
    <Link to="/models/$model/versions/$version" params={{ model, version }} aria-label={TEXTS.version.title(version)}>
      {version}
    </Link>
  );
}

/** The version in Production, and by which waivers its verdict let it in. */
function Holder({ version, decisions }: { version: VersionResponse; decisions: readonly TransitionResponse[] }) {
  const { model, version: number, promotedAt, promotionApprovedBy } = version;
  return (
    <>
      <Link
        to="/models/$model/versions/$version"
        params={{ model, version: number }}
        className={styles.holder}
        aria-label={TEXTS.version.title(number)}
      >
        {number}
      </Link>
      <p className={styles.second}>
        {texts.since} <Time at={promotedAt ?? version.stageEnteredAt} />
        {promotionApprovedBy.length > 0 && <Stored text={`, ${texts.approvedBy(promotionApprovedBy.join(', '))}`} />}
      </p>
      <StandsBy waivers={admissionOf(version, decisions)?.summary?.waivers} />
    </>
  );
}

function Challenger({ version, decisions }: { version: VersionResponse; decisions: readonly TransitionResponse[] }) {
  const last = decisions.find((each) => each.version === version.version && each.toStage === 'Production');
  const why = last && whyWords(last);
  return (
    <p className={styles.challenger}>
      <VersionLink version={version} />
      {last ? (
        <Link to="/transitions/$transition" params={{ transition: last.id }} className={styles.challenger}>
          <Mark status={markOf(last)} />
          {TEXTS.transition.statuses[last.status].toLowerCase()}
        </Link>
      ) : (
        <span className={styles.second}>{version.stage}</span>
      )}
      <span className={styles.second}>
        {TEXTS.home.by} <Person subject={last?.requestedBy ?? version.createdBy} />,{' '}
        <Time at={last?.requestedAt ?? version.createdAt} />
      </span>
      {why && (
        <span className={styles.why}>
          <Stored text={why} />
        </span>
      )}
    </p>
  );
}

/** What a request came closest to, or what refused it. */
function whyWords({ status, summary }: TransitionResponse): string | null {
  if (status !== 'refused' && status !== 'awaiting_approval') return null;
  return summary?.worst ? closenessWords(summary.worst) : null;
}
