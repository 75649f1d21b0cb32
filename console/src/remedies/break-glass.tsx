import { type GatedStage } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { pass } from '../data/governance.js';
import { useMay } from '../data/permissions.js';
import { modelQuery } from '../data/registry.js';
import { ActionDialog, TextField } from '../parts/action-dialog.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { TEXTS } from '../texts.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';

const texts = GOVERNANCE_TEXTS.emergency;

interface BreakGlassProps {
  model: string;
  version: number;
  toStage: GatedStage;
}

/** Asks for a stage past what stands in the way; a second person has to confirm. */
export function BreakGlassButton(about: BreakGlassProps) {
  const may = useMay('transition:override', about.model);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="destructive" locked={may ? null : texts.mayNot} onClick={() => setOpen(true)}>
        {texts.ask}
      </Button>
      {isOpen && <BreakGlassDialog {...about} onClose={() => setOpen(false)} />}
    </>
  );
}

function BreakGlassDialog({ onClose, ...about }: BreakGlassProps & { onClose: () => void }) {
  const { model, version, toStage } = about;
  const name = `${model} ${version} ${toStage}`;
  const [reason, setReason] = useDraft(`break-glass ${name}`);
  const [ticket, setTicket] = useDraft(`break-glass-ticket ${name}`);
  const { data: current } = useQuery(modelQuery(model));
  // What stood in Production when the dialog opened is what the reader means to replace.
  const [incumbent, setIncumbent] = useState<number | null | undefined>(undefined);
  if (incumbent === undefined && current) setIncumbent(current.productionVersion);
  const navigate = useNavigate();
  const isReady = reason.trim() !== '' && ticket.trim() !== '' && incumbent !== undefined;
  return (
    <ActionDialog
      title={texts.askTitle(TEXTS.version.of(model, version), toStage)}
      action={texts.askDo}
      look="destructive"
      locked={isReady ? null : texts.needs}
      send={(key) => pass({ ...about, reason, ticket, expectedIncumbent: incumbent ?? null, key })}
      onDone={({ id }) => {
        setReason('');
        setTicket('');
        void navigate({ to: '/transitions/$transition', params: { transition: id } });
        onClose();
      }}
      onClose={onClose}
    >
      <p>{texts.what}</p>
      {toStage === 'Production' && incumbent !== undefined && (
        <p>{incumbent === null ? TEXTS.transition.first : TEXTS.transition.replaces(incumbent)}</p>
      )}
      <TextField
        label={GOVERNANCE_TEXTS.reason}
        hint={GOVERNANCE_TEXTS.reasonHint}
        value={reason}
        onChange={setReason}
        isLong
      />
      <TextField label={texts.ticket} hint={texts.ticketHint} value={ticket} onChange={setTicket} />
    </ActionDialog>
  );
}
