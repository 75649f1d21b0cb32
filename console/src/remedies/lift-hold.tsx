import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { holdQuery, lift } from '../data/governance.js';
import { useMay } from '../data/permissions.js';
import { ActionDialog, TextField } from '../parts/action-dialog.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { Person, Stored, Time } from '../parts/facts.js';
import { TEXTS } from '../texts.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';

const texts = GOVERNANCE_TEXTS.hold;

/** Lets a model be promoted again, in a dialog that shows why it is held. */
export function LiftHoldButton({ model }: { model: string }) {
  const may = useMay('hold:lift', model);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button locked={may ? null : texts.mayNot} onClick={() => setOpen(true)}>
        {texts.lift}
      </Button>
      {isOpen && <LiftHoldDialog model={model} onClose={() => setOpen(false)} />}
    </>
  );
}

function LiftHoldDialog({ model, onClose }: { model: string; onClose: () => void }) {
  const { data: hold } = useQuery(holdQuery(model));
  const [reason, setReason] = useDraft(`hold ${model}`);
  return (
    <ActionDialog
      title={texts.liftTitle(model)}
      action={texts.liftDo}
      locked={reason.trim() === '' ? GOVERNANCE_TEXTS.needsReason : null}
      send={(key) => lift(model, reason.trim(), key)}
      onDone={() => {
        setReason('');
        onClose();
      }}
      onClose={onClose}
    >
      {hold && (
        <p>
          {texts.since} <Time at={hold.setAt} />, {TEXTS.home.by} <Person subject={hold.setBy} />:{' '}
          <Stored text={hold.reason} />
        </p>
      )}
      <p>{texts.what}</p>
      <TextField label={GOVERNANCE_TEXTS.reason} hint={texts.reasonHint} value={reason} onChange={setReason} />
    </ActionDialog>
  );
}
