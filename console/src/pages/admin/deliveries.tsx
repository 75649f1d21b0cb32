import { type DeliveryResponse } from '@stagegate/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../data/client.js';
import { deliveriesQuery, sendAgain, webhooksQuery } from '../../data/webhooks.js';
import { visibleText } from '../../format/identifiers.js';
import { Button } from '../../parts/button.js';
import { Stored, Time } from '../../parts/facts.js';
import { Section } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty, ProblemView } from '../../parts/states.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import { SpanDialog } from './span-dialog.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.webhooks;

/** What a webhook was told, what became of each, and the way to tell it again. */
export function Deliveries({ webhook }: { webhook: string }) {
  const query = useInfiniteQuery(deliveriesQuery(webhook));
  const { data: all } = useInfiniteQuery(webhooksQuery);
  const told = all?.pages.flatMap(({ items }) => items).find(({ id }) => id === webhook);
  const again = useMutation({ mutationFn: (delivery: string) => sendAgain(webhook, delivery, newKey()) });
  return (
    <Section title={texts.deliveries} hint={told && visibleText(told.url)}>
      <SpanAgain webhook={webhook} />
      {again.error && <ProblemView error={again.error} />}
      <PagedTable
        query={query}
        columns={Object.values(texts.deliveryColumns)}
        keyOf={({ id }) => id}
        row={(delivery) => (
          <DeliveryCells delivery={delivery} isPending={again.isPending} onAgain={() => again.mutate(delivery.id)} />
        )}
        empty={<Empty>{texts.noDeliveries}</Empty>}
      />
    </Section>
  );
}

/** Tells of a whole span again, as after an outage of the receiver. */
function SpanAgain({ webhook }: { webhook: string }) {
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  return (
    <div className={styles.actions}>
      <Button small onClick={() => setOpen(true)}>
        {texts.span}
      </Button>
      <span role="status" className={styles.second}>
        {sent !== null && texts.spanSent(sent)}
      </span>
      {isOpen && <SpanDialog webhook={webhook} onSent={setSent} onClose={() => setOpen(false)} />}
    </div>
  );
}

interface DeliveryCellsProps {
  delivery: DeliveryResponse;
  isPending: boolean;
  onAgain: () => void;
}

function DeliveryCells({ delivery, isPending, onAgain }: DeliveryCellsProps) {
  const columns = texts.deliveryColumns;
  const { type, eventId, createdAt, status, attempts, responseStatus, error } = delivery;
  return (
    <>
      <td>
        <Stored text={type} />
      </td>
      <td data-label={columns.event}>{eventId}</td>
      <td data-label={columns.made}>
        <Time at={createdAt} />
      </td>
      <td data-label={columns.status}>{texts.statuses[status]}</td>
      <td data-label={columns.attempts}>{attempts}</td>
      <td data-label={columns.answer}>
        {responseStatus ?? ''} {error === null ? '' : <Stored text={error} />}
      </td>
      <td>
        <Button small disabled={isPending} aria-label={texts.againOf(type, eventId)} onClick={onAgain}>
          {texts.again}
        </Button>
      </td>
    </>
  );
}
