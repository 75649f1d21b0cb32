import { type CreatedWebhookResponse, type WebhookFormat } from '@stagegate/client';
import { useState } from 'react';
import { makeWebhook } from '../../data/webhooks.js';
import { splitList } from '../../format/identifiers.js';
import { scopeOf } from '../../format/scope.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { ChoiceField } from '../../parts/choice-field.js';
import { SecretDialog } from '../../parts/secret-dialog.js';
import { ACCESS_TEXTS } from '../../texts/access.js';

const texts = ACCESS_TEXTS.webhooks;

/** Makes a webhook, and shows its secret once. */
export function WebhookDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<CreatedWebhookResponse | null>(null);
  if (made === null) return <CreateDialog onMade={setMade} onClose={onClose} />;
  const { secret, once, done } = texts;
  return <SecretDialog title={secret} label={secret} secret={made.secret} once={once} done={done} onClose={onClose} />;
}

interface CreateDialogProps {
  onMade: (made: CreatedWebhookResponse) => void;
  onClose: () => void;
}

function CreateDialog({ onMade, onClose }: CreateDialogProps) {
  const [url, setUrl] = useState('');
  const [types, setTypes] = useState('');
  const [format, setFormat] = useState<WebhookFormat>('cloudevents');
  const [scope, setScope] = useState('');
  const body = { url: url.trim(), types: splitList(types), format, ...scopeOf(scope) };
  return (
    <ActionDialog
      title={texts.createTitle}
      action={texts.createDo}
      locked={body.url !== '' && body.types.length > 0 ? null : texts.needs}
      send={(key) => makeWebhook(body, key)}
      onDone={onMade}
      onClose={onClose}
    >
      <TextField label={texts.url} value={url} onChange={setUrl} />
      <TextField label={texts.types} hint={texts.typesHint} value={types} onChange={setTypes} />
      <ChoiceField label={texts.format} value={format} onChange={(next) => setFormat(next as WebhookFormat)}>
        {Object.entries(texts.formats).map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </ChoiceField>
      <TextField label={ACCESS_TEXTS.model} hint={ACCESS_TEXTS.modelHint} value={scope} onChange={setScope} />
    </ActionDialog>
  );
}
