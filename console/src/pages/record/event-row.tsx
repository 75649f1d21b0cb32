import { type AuditEventResponse } from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { actionText, eventNote } from '../../format/record.js';
import { formatClock, formatExactly } from '../../format/times.js';
import { CopyButton, Digest, Person, Stored } from '../../parts/facts.js';
import { Facts, Panel } from '../../parts/page.js';
import { Button } from '../../parts/button.js';
import { TEXTS } from '../../texts.js';
import { RECORD_TEXTS } from '../../texts/record.js';
import { EvidenceLink } from './evidence-link.js';
import styles from './record.module.css';

const texts = RECORD_TEXTS;

interface EventRowProps {
  event: AuditEventResponse;
  isOpen: boolean;
  isRaw: boolean;
  onToggle: () => void;
  onRaw: (isRaw: boolean) => void;
}

/** An event in one line, which opens to all that is kept of it. */
export function EventRow({ event, isOpen, isRaw, onToggle, onRaw }: EventRowProps) {
  const note = eventNote(event);
  return (
    <li className={styles.event}>
      <div className={styles.line}>
        <button
          type="button"
          data-row
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={texts.details(event.sequence)}
          onClick={onToggle}
        >
          <ChevronRight size={14} strokeWidth={1.5} aria-hidden />
        </button>
        <time className={styles.clock} dateTime={event.at} title={formatExactly(event.at)}>
          {formatClock(event.at)}
        </time>
        <span className={styles.actor}>
          <Person subject={event.actor} />
        </span>
        <span className={styles.what}>
          <span title={event.action}>{actionText(event.action)}</span>
          <Subject event={event} />
          {note && (
            <span className={styles.second}>
              <Stored text={note} />
            </span>
          )}
        </span>
        <span className={styles.links}>
          {event.evidence
            ?.filter(({ kind }) => kind !== 'evaluation' && kind !== 'version')
            .map((evidence) => (
              <EvidenceLink key={evidence.href} evidence={evidence} model={event.model} />
            ))}
        </span>
      </div>
      {isOpen && <EventDetails event={event} isRaw={isRaw} onRaw={onRaw} />}
    </li>
  );
}

function Subject({ event: { model, version } }: { event: AuditEventResponse }) {
  if (model === null) return null;
  if (version === null)
    return (
      <Link to="/models/$model" params={{ model }} className={styles.strong}>
        <Stored text={model} />
      </Link>
    );
  return (
    <Link to="/models/$model/versions/$version" params={{ model, version }} className={styles.strong}>
      <Stored text={model} /> {version}
    </Link>
  );
}

type EventDetailsProps = Pick<EventRowProps, 'event' | 'isRaw' | 'onRaw'>;

function EventDetails({ event, isRaw, onRaw }: EventDetailsProps) {
  const json = JSON.stringify(event, null, 2);
  return (
    <Panel>
      <div className={styles.details}>
        <div className={styles.switch}>
          <Button small aria-pressed={isRaw} onClick={() => onRaw(!isRaw)}>
            {texts.raw}
          </Button>
          <CopyButton text={json} label={`${TEXTS.states.copy} ${texts.raw}`} />
        </div>
        {isRaw ? <Json text={json} label={texts.raw} /> : <EventFacts event={event} />}
      </div>
    </Panel>
  );
}

export function Json({ text, label }: { text: string; label: string }) {
  return (
    <pre className={styles.json} tabIndex={0} role="region" aria-label={label}>
      {text.split('\n').map((line, index) => (
        <span key={index}>
          <Stored text={line} />
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function EventFacts({ event }: { event: AuditEventResponse }) {
  const { fields } = texts;
  const { details } = event;
  return (
    <>
      <Facts
        facts={[
          [fields.at, <Moment key="at" at={event.at} />],
          [fields.evidence, event.evidence && event.evidence.length > 0 ? <EvidenceList event={event} /> : null],
          [
            fields.request,
            <span key="request">
              <code>
                <Stored text={event.requestId} />
              </code>
              <CopyButton text={event.requestId} />
            </span>,
          ],
          [fields.sequence, <code key="sequence">{event.sequence}</code>],
          [fields.hash, <Digest key="hash" digest={`sha256:${event.hash}`} />],
          [fields.previous, <Digest key="previous" digest={`sha256:${event.previousHash}`} />],
        ]}
      />
      {Object.keys(details).length > 0 && <Json text={JSON.stringify(details, null, 2)} label={texts.about} />}
    </>
  );
}

function Moment({ at }: { at: string }) {
  return <time dateTime={at}>{formatExactly(at).replace('\n', ' · ')}</time>;
}

function EvidenceList({ event: { evidence, model } }: { event: AuditEventResponse }) {
  return (
    <span className={styles.links}>
      {evidence?.map((each) => (
        <EvidenceLink key={each.href} evidence={each} model={model} />
      ))}
    </span>
  );
}
