import { type WebhookResponse } from '@stagegate/client';
import { useState } from 'react';
import { makeSecret } from '../../data/webhooks.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { ChoiceField } from '../../parts/choice-field.js';
import { Stored } from '../../parts/facts.js';
import { SecretDialog } from '../../parts/secret-dialog.js';
import { ACCESS_TEXTS } from '../../texts/access.js';

const texts = ACCESS_TEXTS.webhooks;
const USUAL = '86400';

interface RotateDialogProps {
  webhook: WebhookResponse;
  onClose: () => void;
}

/** Makes a new secret for a webhook, and shows it once. */
export function RotateDialog({ webhook: { id, url }, onClose }: RotateDialogProps) {
  const [made, setMade] = useState<string | null>(null);
  const [overlap, setOverlap] = useState(USUAL);
  const { secret, once, done } = texts;
  if (made !== null)
    return <SecretDialog title={secret} label={secret} secret={made} once={once} done={done} onClose={onClose} />;
  return (
    <ActionDialog
      title={texts.rotateTitle}
      action={texts.rotateDo}
      send={(key) => makeSecret(id, Number(overlap), key)}
      onDone={(answer) => setMade(answer.secret)}
      onClose={onClose}
    >
      <p>
        <Stored text={url} />. {texts.rotateWhat}
      </p>
      <ChoiceField label={texts.overlap} value={overlap} onChange={setOverlap}>
        {Object.entries(texts.overlaps).map(([seconds, word]) => (
          <option key={seconds} value={seconds}>
            {word}
          </option>
        ))}
      </ChoiceField>
    </ActionDialog>
  );
}
