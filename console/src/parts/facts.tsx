import { useQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { meQuery } from '../data/session.js';
import { formatExactly, formatTime } from '../format/times.js';
import { shortDigest, visibleText } from '../format/identifiers.js';
import { TEXTS } from '../texts.js';
import { copyText } from './clipboard.js';
import styles from './facts.module.css';

const TICK_MS = 30_000;

/** The time of day, told anew every half minute, so that ages stay true. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function Time({ at }: { at: string }) {
  const now = useNow();
  return (
    <time className={styles.time} dateTime={at} title={formatExactly(at)}>
      {formatTime(at, Math.max(now, Date.now()))}
    </time>
  );
}

export function CopyButton({ text, label = TEXTS.states.copy }: { text: string; label?: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    if (!(await copyText(text))) return;
    setCopied(true);
    setTimeout(() => setCopied(false), 1_500);
  };
  return (
    <button type="button" className={styles.copy} title={label} aria-label={label} onClick={() => void copy()}>
      {isCopied ? <Check size={14} strokeWidth={1.5} aria-hidden /> : <Copy size={14} strokeWidth={1.5} aria-hidden />}
      <span className="unseen" role="status">
        {isCopied ? TEXTS.states.copied : ''}
      </span>
    </button>
  );
}

export function Digest({ digest }: { digest: string }) {
  return (
    <span className={styles.digest} title={digest}>
      {shortDigest(digest)}
      <CopyButton text={digest} label={`${TEXTS.states.copy} ${shortDigest(digest)}`} />
    </span>
  );
}

/** Who somebody is: "you" when it is the reader. */
export function Person({ subject }: { subject: string }) {
  const { data: me } = useQuery(meQuery);
  if (me?.subject === subject) return <span title={subject}>{TEXTS.me.you}</span>;
  return (
    <span className={styles.person} title={visibleText(subject)}>
      <Stored text={subject} />
    </span>
  );
}

/** Text that somebody stored: kept from turning what stands around it, and showing what nobody would see. */
export function Stored({ text }: { text: string }) {
  return <bdi>{visibleText(text)}</bdi>;
}
