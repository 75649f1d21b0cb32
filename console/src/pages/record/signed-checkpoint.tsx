import { useMutation } from '@tanstack/react-query';
import { takeCheckpoint } from '../../data/proofs.js';
import { formatCount } from '../../format/numbers.js';
import { Button } from '../../parts/button.js';
import { CopyButton, Digest, Time } from '../../parts/facts.js';
import { Panel } from '../../parts/page.js';
import { ProblemView } from '../../parts/states.js';
import { RECORD_TEXTS } from '../../texts/record.js';
import { Json } from './event-row.js';
import styles from './record.module.css';

const texts = RECORD_TEXTS.signed;

/** The record as it is now, signed; the note is to be copied and kept elsewhere. */
export function SignedCheckpoint() {
  const work = useMutation({ mutationFn: takeCheckpoint });
  return (
    <Panel>
      <div className={styles.verification} aria-live="polite">
        {work.data ? (
          <p className={styles.said}>
            {texts.said(formatCount(work.data.size))} <Digest digest={work.data.rootHash} />
            <span className={styles.second}>
              <Time at={work.data.signedAt} />
            </span>
          </p>
        ) : (
          <p className={styles.second}>{texts.hint}</p>
        )}
        <Button disabled={work.isPending} onClick={() => work.mutate()}>
          {texts.take}
        </Button>
        {work.error && <ProblemView error={work.error} />}
      </div>
      {work.data && (
        <div className={styles.details}>
          <div className={styles.switch}>
            <CopyButton text={work.data.note} label={texts.copy} />
          </div>
          <Json text={work.data.note} label={texts.note} />
        </div>
      )}
    </Panel>
  );
}
