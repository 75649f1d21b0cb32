import { type BackTestJobResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { backTestJobQuery, beginBackTest, type Owner } from '../../data/policy.js';
import { Button } from '../../parts/button.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { ProblemView, useLastError } from '../../parts/states.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { LiveRow } from './effects.js';
import styles from './policy.module.css';
import { Stored } from '../../parts/facts.js';

const texts = POLICY_TEXTS;

/** The draft held against all of history and everything in Production: too much for an answer, so a job that tells how far it is. */
export function WholeHistory({ owner, text }: { owner: Owner; text: string }) {
  const begun = useKeyedWork({ send: (key) => beginBackTest(owner, text, key) });
  const query = useQuery(backTestJobQuery(begun.data?.id));
  const unread = useLastError(query);
  const standing = query.data ?? begun.data;
  const failure = begun.error ?? unread;
  return (
    <div className={styles.effects}>
      {standing ? (
        <Standing job={standing} />
      ) : (
        <div>
          <Button disabled={begun.isPending} onClick={() => begun.mutate()}>
            {texts.wholeHistory}
          </Button>
        </div>
      )}
      {failure != null && <ProblemView error={failure} />}
    </div>
  );
}

function Standing({ job: { status, promotions, live, items, error } }: { job: BackTestJobResponse }) {
  const isOver = status !== 'queued' && status !== 'running';
  return (
    <>
      <p aria-live="polite">
        {!isOver && `${texts.judgedSoFar(promotions.judged + live.judged, promotions.total + live.total)} `}
        {texts.tally(promotions.judged, promotions.total, promotions.newlyRefused, promotions.newlyLetThrough)}{' '}
        {promotions.notRepeatable > 0 && texts.notRepeatable(promotions.notRepeatable)}
      </p>
      <p>{texts.production(live.total, live.changed)}</p>
      {error && (
        <p>
          <Stored text={error} />
        </p>
      )}
      <ul>
        {items.map((item) => (
          <LiveRow key={`${item.model} ${item.version}`} item={item} />
        ))}
      </ul>
    </>
  );
}
