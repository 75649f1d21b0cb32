import { type TransitionResponse } from '@stagegate/client';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { loadExample, meQuery, settingsQuery } from '../../data/session.js';
import { queries } from '../../data/client.js';
import { decidedQuery, modelsQuery, reportQuery, waitingQuery } from '../../data/registry.js';
import { formatDifference } from '../../format/numbers.js';
import { formatSlice } from '../../format/identifiers.js';
import { Button, buttonClass } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Page, Section } from '../../parts/page.js';
import { Command, Empty, Loaded, ProblemView } from '../../parts/states.js';
import { rowStyles, TransitionRow } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import { isShare, worstMeasures } from '../../format/judgement.js';
import styles from './home.module.css';

const texts = TEXTS.home;
const FIRST = 8;

export function HomePage() {
  const models = useInfiniteQuery(modelsQuery({}));
  const isFirstUse = models.data?.pages[0]?.items.length === 0;
  return (
    <Page title={texts.title}>
      {isFirstUse && <FirstUse />}
      <Waiting />
      <Decided />
    </Page>
  );
}

function Waiting() {
  const query = useQuery(waitingQuery);
  return (
    <Section title={texts.waiting} count={query.data?.length}>
      <Loaded query={query}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Empty>{texts.nothingWaiting}</Empty>
          ) : (
            <ul className={rowStyles.rows}>
              {waiting.map((transition) => (
                <WaitingRow key={transition.id} transition={transition} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

function WaitingRow({ transition }: { transition: TransitionResponse }) {
  const { id, model, version, toStage, requestedBy, requestedAt, gateReportId } = transition;
  return (
    <li className={rowStyles.row}>
      {gateReportId ? <ReportMark id={gateReportId} /> : <Mark status="SKIPPED" />}
      <span className={rowStyles.grow}>
        <span className={rowStyles.strong}>
          <Stored text={model} /> {version} → {toStage}
        </span>
        {gateReportId && <Worst id={gateReportId} />}
      </span>
      <span className={rowStyles.second}>
        {texts.by} <Person subject={requestedBy} />
      </span>
      <span className={rowStyles.second}>
        <Time at={requestedAt} />
      </span>
      <Link
        to="/transitions/$transition"
        params={{ transition: id }}
        className={buttonClass('plain', true)}
        aria-label={`${texts.review}: ${model} ${version} → ${toStage}`}
      >
        {texts.review}
      </Link>
    </li>
  );
}

function ReportMark({ id }: { id: string }) {
  const { data: report } = useQuery(reportQuery(id));
  return <Mark status={report?.verdict ?? 'SKIPPED'} />;
}

/** The measure that comes closest to its limit, which is what an approver looks at first. */
function Worst({ id }: { id: string }) {
  const { data: report } = useQuery(reportQuery(id));
  const worst = report && worstMeasures(report, 1)[0];
  if (!worst) return null;
  const { improvement } = worst.observed;
  return (
    <span className={rowStyles.second}>
      {' · '}
      <Stored text={`${worst.metric}, ${formatSlice(worst.slice)}`} />
      {improvement !== undefined && ` ${formatDifference(improvement, isShare(worst))}`}
    </span>
  );
}

/** Moves between the other stages are work in progress. */
function isOfNote({ status, fromStage, toStage }: TransitionResponse): boolean {
  return status !== 'awaiting_approval' && (fromStage === 'Production' || toStage === 'Production');
}

function Decided() {
  const query = useQuery(decidedQuery);
  return (
    <Section title={texts.decided}>
      <Loaded query={query}>
        {(all) => {
          const decided = all.filter(isOfNote).slice(0, FIRST);
          if (decided.length === 0) return <Empty>{texts.nothingDecided}</Empty>;
          return (
            <ul className={rowStyles.rows}>
              {decided.map((transition) => (
                <TransitionRow key={transition.id} transition={transition} />
              ))}
            </ul>
          );
        }}
      </Loaded>
    </Section>
  );
}

function FirstUse() {
  const { data: settings } = useQuery(settingsQuery);
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  const load = useMutation({
    mutationFn: loadExample,
    onSuccess: async (model) => {
      await queries.invalidateQueries();
      await navigate({ to: '/models/$model', params: { model } });
    },
  });
  const isAdmin = me?.roles.includes('admin') === true;
  return (
    <Section title={texts.first}>
      <div className={styles.first}>
        <ol className={styles.steps}>
          {texts.firstSteps.map((step, index) => (
            <li key={step}>
              <span className={styles.number}>{index + 1}</span>
              {step}
            </li>
          ))}
        </ol>
        <p>{texts.firstHint}</p>
        <Command text="stagegate --help" />
        {settings?.hasExample && (
          <>
            <Button
              look="primary"
              locked={isAdmin ? null : texts.mayNotLoad}
              disabled={load.isPending}
              onClick={() => load.mutate()}
            >
              {load.isPending ? texts.loading : texts.example}
            </Button>
            <p className={rowStyles.second}>{texts.exampleHint}</p>
          </>
        )}
        {load.error && <ProblemView error={load.error} />}
      </div>
    </Section>
  );
}
