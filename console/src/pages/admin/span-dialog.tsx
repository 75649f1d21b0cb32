import { useState } from 'react';
import { sendSpanAgain } from '../../data/webhooks.js';
import { fromLocalField } from '../../format/moments.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { ACCESS_TEXTS } from '../../texts/access.js';

const texts = ACCESS_TEXTS.webhooks;

interface SpanDialogProps {
  webhook: string;
  /** Told how many deliveries are on the way. */
  onSent: (deliveries: number) => void;
  onClose: () => void;
}

/** Asks for a span of time, and tells a webhook once more of what happened in it. */
export function SpanDialog({ webhook, onSent, onClose }: SpanDialogProps) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const begin = fromLocalField(from);
  return (
    <ActionDialog
      title={texts.spanTitle}
      action={texts.spanDo}
      locked={begin === undefined ? texts.spanNeeds : null}
      send={(key) => sendSpanAgain(webhook, { from: begin!, to: fromLocalField(to) }, key)}
      onDone={({ deliveries }) => {
        onSent(deliveries);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{texts.spanWhat}</p>
      <TextField label={texts.spanFrom} type="datetime-local" value={from} onChange={setFrom} />
      <TextField label={texts.spanTo} hint={texts.spanToHint} type="datetime-local" value={to} onChange={setTo} />
    </ActionDialog>
  );
}
