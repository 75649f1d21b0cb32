import { type ModelResponse, type TransitionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { anyModelQuery, askedByQuery, awaitingMeQuery, decidedQuery, troubledQuery } from '../../data/registry.js';
import { meQuery } from '../../data/session.js';
import { closenessWords } from '../../format/limits.js';
import { buttonClass } from '../../parts/button.js';
import { DueReviews } from '../../parts/due-reviews.js';
import { OpenChanges } from '../../parts/open-changes.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Page, Section } from '../../parts/page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { StandsBy } from '../../parts/stands-by.js';
import { rowStyles, TransitionRow } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import { FirstUse } from './first-use.js';
import { visibleText } from '../../format/identifiers.js';

const texts = TEXTS.home;
const DECIDED = 8;

/** What awaits the reader is asked for first, and the rest of the page once that is there. */
export function HomePage() {
  const { data: waiting } = useQuery(awaitingMeQuery);
  const { data: hasModels } = useQuery({ ...anyModelQuery, enabled: waiting?.length === 0 });
  return (
    <Page title={texts.title}>
      {hasModels === false && <FirstUse />}
      <AwaitsMe />
      {waiting && <AskedByMe />}
      {waiting && <OpenChanges />}
      {waiting && <DueReviews />}
      {waiting && <InTrouble />}
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
    <Section title={texts.waiting} count={query.data?.length}>
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
  const { data: asked } = useQuery({ ...askedByQuery(me?.subject ?? ''), enabled: me !== undefined });
  if (!asked || asked.length === 0) return null;
  return (
    <Section title={texts.asked} count={asked.length}>
      <Rows>
        {asked.map((transition) => (
          <WaitingRow key={transition.id} transition={transition} action={texts.open} />
        ))}
      </Rows>
    </Section>
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
  const { data: troubled } = useQuery(troubledQuery);
  if (!troubled || troubled.length === 0) return null;
  return (
    <Section title={texts.trouble} count={troubled.length}>
      <Rows>
        {troubled.map((model) => (
          <TroubledRow key={model.name} model={model} />
        ))}
      </Rows>
    </Section>
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
