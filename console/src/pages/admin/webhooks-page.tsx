import { type WebhookResponse } from '@stagegate/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../data/permissions.js';
import { changeWebhook, removeWebhook, tryWebhook, webhooksQuery } from '../../data/webhooks.js';
import { scopeText } from '../../format/scope.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty, ProblemView } from '../../parts/states.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import { AdminPage } from './admin-page.js';
import { Deliveries } from './deliveries.js';
import { RotateDialog } from './rotate-dialog.js';
import { WebhookDialog } from './webhook-dialog.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.webhooks;

/** Who is told of what happens, and what became of it. */
export function WebhooksPage() {
  const may = useMay('webhook:manage', null);
  const { webhook, dialog } = useSearch({ from: '/shell/admin/webhooks' });
  const navigate = useNavigate({ from: '/admin/webhooks' });
  const open = (next: 'create' | undefined) => void navigate({ search: { webhook, dialog: next }, replace: true });
  return (
    <AdminPage
      part="webhooks"
      actions={
        <Button look="primary" locked={may ? null : texts.mayNot} onClick={() => open('create')}>
          {texts.create}
        </Button>
      }
    >
      {may ? <Webhooks /> : <Empty>{texts.hidden}</Empty>}
      {may && webhook && <Deliveries key={webhook} webhook={webhook} />}
      {may && dialog === 'create' && <WebhookDialog onClose={() => open(undefined)} />}
    </AdminPage>
  );
}

function Webhooks() {
  const query = useInfiniteQuery(webhooksQuery);
  const navigate = useNavigate({ from: '/admin/webhooks' });
  const [rotated, setRotated] = useState<WebhookResponse | null>(null);
  const [removed, setRemoved] = useState<WebhookResponse | null>(null);
  const remove = (webhook: WebhookResponse) => {
    // Its deliveries go with it, so they are not looked at meanwhile.
    void navigate({ search: {}, replace: true });
    setRemoved(webhook);
  };
  return (
    <>
      <PagedTable
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(webhook) => (
          <WebhookCells webhook={webhook} onRotate={() => setRotated(webhook)} onRemove={() => remove(webhook)} />
        )}
        empty={<Empty>{texts.empty}</Empty>}
      />
      {rotated && <RotateDialog webhook={rotated} onClose={() => setRotated(null)} />}
      {removed && (
        <ActionDialog
          title={texts.removeTitle}
          action={texts.removeDo}
          look="destructive"
          send={() => removeWebhook(removed.id)}
          onClose={() => setRemoved(null)}
        >
          <p>
            <Stored text={removed.url} />. {texts.removeWhat}
          </p>
        </ActionDialog>
      )}
    </>
  );
}

interface WebhookProps {
  webhook: WebhookResponse;
  onRotate: () => void;
  onRemove: () => void;
}

function WebhookCells({ webhook, onRotate, onRemove }: WebhookProps) {
  const { columns } = texts;
  const { url, types, format, enabled, disabledReason } = webhook;
  return (
    <>
      <td className={pageStyles.strong}>
        <Stored text={url} />
      </td>
      <td data-label={columns.types}>
        <Stored text={types.join(', ')} />{' '}
        <span className={styles.second}>{format !== 'cloudevents' && texts.formats[format]}</span>
      </td>
      <td data-label={columns.where}>
        <Stored text={scopeText(webhook)} />
      </td>
      <td data-label={columns.status}>
        {enabled ? texts.enabled : texts.disabled} {disabledReason && <Stored text={disabledReason} />}
      </td>
      <td>
        <WebhookActions webhook={webhook} onRotate={onRotate} onRemove={onRemove} />
      </td>
    </>
  );
}

function WebhookActions({ webhook: { id, url, enabled }, onRotate, onRemove }: WebhookProps) {
  const navigate = useNavigate({ from: '/admin/webhooks' });
  const tried = useMutation({ mutationFn: () => tryWebhook(id) });
  const toggled = useMutation({ mutationFn: () => changeWebhook(id, { enabled: !enabled }) });
  const error = tried.error ?? toggled.error;
  return (
    <div className={styles.actions}>
      <Button
        small
        aria-label={texts.see(url)}
        onClick={() => void navigate({ search: { webhook: id }, replace: true, resetScroll: false })}
      >
        {texts.deliveries}
      </Button>
      <Button small disabled={tried.isPending} onClick={() => tried.mutate()}>
        {texts.test}
      </Button>
      <Button small disabled={toggled.isPending} onClick={() => toggled.mutate()}>
        {enabled ? texts.disable : texts.enable}
      </Button>
      <Button small aria-label={texts.rotateOf(url)} onClick={onRotate}>
        {texts.rotate}
      </Button>
      <Button small look="destructive" aria-label={texts.removeOf(url)} onClick={onRemove}>
        {texts.remove}
      </Button>
      <span role="status" className={styles.second}>
        {tried.data && <Stored text={answerOf(tried.data)} />}
      </span>
      {error && <ProblemView error={error} />}
    </div>
  );
}

function answerOf({
  delivered,
  responseStatus,
  durationMilliseconds,
  error,
}: Awaited<ReturnType<typeof tryWebhook>>): string {
  return delivered
    ? texts.delivered(responseStatus, durationMilliseconds)
    : texts.notDelivered(error ?? String(responseStatus ?? ''));
}
