import { type ModelResponse, type TransitionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import {
  anyModelQuery,
  askedByQuery,
  awaitingMeQuery,
  decidedQuery,
  MANY,
  troubledQuery,
} from '../../data/registry.js';
import { meQuery } from '../../data/session.js';
import { closenessWords } from '../../format/limits.js';
import { countUpTo } from '../../format/numbers.js';
import { buttonClass } from '../../parts/button.js';
import { DueReviews } from '../../parts/due-reviews.js';
import { OpenChanges } from '../../parts/open-changes.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Page, Section } from '../../parts/page.js';
import { RareSection } from '../../parts/rare-section.js';
import { Empty, Loaded } from '../../parts/states.js';
import { StandsBy } from '../../parts/stands-by.js';
import { rowStyles, TransitionRow } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import { FirstUse } from './first-use.js';
import { visibleText } from '../../format/identifiers.js';

const texts = TEXTS.home;
const DECIDED = 8;

/** What awaits the reader is asked for first, and the rest of the page once that is answered, be it by a failure. */
export function HomePage() {
  const { data: waiting, isFetched } = useQuery(awaitingMeQuery);
  const { data: hasModels } = useQuery({ ...anyModelQuery, enabled: waiting?.length === 0 });
  return (
    <Page title={texts.title}>
      {hasModels === false && <FirstUse />}
      <AwaitsMe />
      {isFetched && <AskedByMe />}
      {isFetched && <OpenChanges />}
      {isFetched && <DueReviews />}
      {isFetched && <InTrouble />}
      <DecidedLately />
    </Page>
  );
}

function Rows({ children }: { children: ReactNode }) {
  return <ul className={rowStyles.rows}>{children}</ul>;
}

function AwaitsMe() {
  const query = useQuery(awaitingMeQuery);
  return (
    <Section title={texts.waiting} count={query.data && countUpTo(query.data.length, MANY)}>
      <Loaded query={query}>
        {(waiting) =>
          waiting.length === 0 ? (
            <Empty>{texts.nothingWaiting}</Empty>
          ) : (
            <Rows>
              {waiting.map((transition) => (
                <WaitingRow key={transition.id} transition={transition} action={texts.review} />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Section>
  );
}

/** What somebody asked for is in the hands of others; it is there only while there is some. */
function AskedByMe() {
  const { data: me } = useQuery(meQuery);
  const query = useQuery({ ...askedByQuery(me?.subject ?? ''), enabled: me !== undefined });
  return (
    <RareSection
      query={query}
      title={texts.asked}
      most={MANY}
      row={(transition) => <WaitingRow key={transition.id} transition={transition} action={texts.open} />}
    />
  );
}

function WaitingRow({ transition, action }: { transition: TransitionResponse; action: string }) {
  const { id, model, version, toStage, requestedBy, requestedAt, summary } = transition;
  return (
    <li className={rowStyles.row} data-row="">
      <Mark status={summary?.verdict ?? 'SKIPPED'} />
      <span className={rowStyles.grow}>
        <span className={rowStyles.strong}>
          <Stored text={model} /> {version} → {toStage}
        </span>
        <span className={rowStyles.second}>
          {summary && ` · ${TEXTS.report.statuses[summary.verdict]}`}
          {summary?.worst && (
            <>
              {'. '}
              {TEXTS.report.closest} <Stored text={closenessWords(summary.worst)} />
            </>
          )}
        </span>
        <StandsBy waivers={summary?.waivers} />
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
        aria-label={visibleText(`${action}: ${model} ${version} → ${toStage}`)}
      >
        {action}
      </Link>
    </li>
  );
}

function InTrouble() {
  const query = useQuery(troubledQuery);
  const { models, more = [] } = query.data ?? {};
  return (
    <RareSection
      query={{ ...query, data: models }}
      title={texts.trouble}
      most={more.length === 0 ? Number.POSITIVE_INFINITY : (models?.length ?? 0)}
      row={(model) => <TroubledRow key={model.name} model={model} />}
    >
      {more.length > 0 && (
        <p>
          {texts.moreTrouble}{' '}
          {more.map((condition) => (
            <Fragment key={condition}>
              <Link to="/models" search={{ condition }}>
                {condition.replaceAll('_', ' ')}
              </Link>{' '}
            </Fragment>
          ))}
        </p>
      )}
    </RareSection>
  );
}

/** The service says what each condition means, so that one it learns later is told like the others. */
function TroubledRow({ model: { name, conditions } }: { model: ModelResponse }) {
  const said = conditions.filter(({ code }) => code !== 'awaiting').map(({ message }) => message);
  return (
    <li className={rowStyles.row} data-row="">
      <Mark status="INCONCLUSIVE" />
      <span className={rowStyles.grow}>
        <span className={rowStyles.strong}>
          <Stored text={name} />
        </span>
        <span className={rowStyles.second}>
          {' · '}
          <Stored text={said.join(' ')} />
        </span>
      </span>
      <span />
      <span />
      <Link
        to="/models/$model"
        params={{ model: name }}
        className={buttonClass('plain', true)}
        aria-label={visibleText(`${texts.open}: ${name}`)}
      >
        {texts.open}
      </Link>
    </li>
  );
}

function DecidedLately() {
  const query = useQuery(decidedQuery);
  return (
    <Section title={texts.decided}>
      <Loaded query={query}>
        {(decided) =>
          decided.length === 0 ? (
            <Empty>{texts.nothingDecided}</Empty>
          ) : (
            <>
              <Rows>
                {decided.slice(0, DECIDED).map((transition) => (
                  <TransitionRow key={transition.id} transition={transition} />
                ))}
              </Rows>
              <p>
                <Link to="/record">{texts.allDecided}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
