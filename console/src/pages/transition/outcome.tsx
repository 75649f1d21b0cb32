import { type TransitionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode } from 'react';
import { modelQuery, standingQuery, versionQuery } from '../../data/registry.js';
import { meQuery } from '../../data/session.js';
import { summarySentence } from '../../format/summary.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Notice } from '../../parts/notice.js';
import { StandsBy } from '../../parts/stands-by.js';
import { markOf } from '../../parts/transition-row.js';
import { TEXTS } from '../../texts.js';
import { lackingWords } from './ground.js';

const texts = TEXTS.transition.outcome;

/** What became of a request, or what it waits for still, in a sentence that is read out whenever it becomes another. */
export function Outcome({ transition }: { transition: TransitionResponse | undefined }) {
  return (
    <Notice>
      {transition && (
        <>
          <Mark status={markOf(transition)} />
          <span>
            <Sentence transition={transition} />
          </span>
        </>
      )}
    </Notice>
  );
}

interface SentenceProps {
  transition: TransitionResponse;
}

function Sentence({ transition }: SentenceProps): ReactNode {
  const { status, detail, summary, settledBy, approvals } = transition;
  if (status === 'applied') return <Applied transition={transition} />;
  if (status === 'awaiting_approval') return <Awaiting transition={transition} />;
  if (status === 'refused')
    return <Stored text={`${texts.refused} ${(summary && summarySentence(summary)) ?? detail ?? ''}`} />;
  if (status === 'stale') return <Stored text={`${texts.stale} ${detail ?? ''}`} />;
  const comment = approvals.find(({ decision, actor }) => decision === 'reject' && actor === settledBy)?.comment;
  return (
    <>
      {status === 'rejected' ? texts.rejected : texts.withdrawn} {settledBy && <Person subject={settledBy} />}
      {comment ? (
        <>
          : <Stored text={comment} />
        </>
      ) : (
        '.'
      )}
    </>
  );
}

/** That the version is there now; or that it was, and what is there by now. */
function Applied({ transition: { model, version, toStage, settledAt, summary } }: SentenceProps) {
  const { data: moved } = useQuery(versionQuery(model, version));
  const { data: current } = useQuery(modelQuery(model));
  if (moved === undefined || current === undefined) return null;
  // What was read before the move says nothing of it.
  if (settledAt !== null && Date.parse(moved.stageEnteredAt) < Date.parse(settledAt)) return null;
  const link = <VersionLink model={model} version={version} />;
  if (moved.stage === toStage)
    return (
      <>
        {link} {texts.isIn(toStage)}
        <StandsBy waivers={summary?.waivers} />
      </>
    );
  const { productionVersion } = current;
  return (
    <>
      {link} {texts.wentTo(toStage)} {settledAt && <Time at={settledAt} />}, {texts.isNow(moved.stage)}
      {toStage === 'Production' && productionVersion !== null && (
        <>
          {' '}
          <VersionLink model={model} version={productionVersion} /> {texts.isIn(toStage)}
        </>
      )}
    </>
  );
}

function VersionLink({ model, version }: { model: string; version: number }) {
  return (
    <Link to="/models/$model/versions/$version" params={{ model, version }}>
      <Stored text={TEXTS.version.of(model, version)} />
    </Link>
  );
}

/** For whom it waits, and what else holds it back; said of the reader's own approval that it counts. */
function Awaiting({ transition }: SentenceProps) {
  const { data: me } = useQuery(meQuery);
  const { data: standing } = useQuery(standingQuery(transition.id));
  if (transition.mayDecide.allowed) return TEXTS.transition.youMay;
  const isMine = transition.approvals.some(
    ({ actor, decision, state }) => actor === me?.subject && decision === 'approve' && state === 'counts',
  );
  const lacking = (transition.demand?.lacking ?? []).map(lackingWords);
  const others = (standing?.blockers ?? []).filter(({ code }) => code !== 'APPROVALS_LACKING');
  return (
    <Stored
      text={[
        ...(isMine ? [texts.yoursCounts] : []),
        ...(lacking.length > 0 ? [texts.waitsFor(lacking)] : []),
        ...others.map(({ detail }) => detail),
      ].join(' ')}
    />
  );
}
