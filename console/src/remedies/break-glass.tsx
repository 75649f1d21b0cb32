import { type GatedStage } from '@stagegate/client';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { pass } from '../data/governance.js';
import { useMay } from '../data/permissions.js';
import { policyQuery } from '../data/policy.js';
import { useIncumbent, useReadNow } from '../data/read-now.js';
import { ActionDialog, TextField } from '../parts/action-dialog.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { Loaded } from '../parts/states.js';
import { Replaced } from '../parts/replaced.js';
import { emergencyTerms, type EmergencyTerms } from '../policy/emergency.js';
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
  const incumbent = useIncumbent(model);
  const policy = useReadNow(policyQuery(model));
  const terms = policy.data && emergencyTerms(policy.data.policy.effectivePolicy, toStage);
  const isAlone = terms?.secondPerson === false;
  const navigate = useNavigate();
  const lock = incumbent.data === undefined ? TEXTS.transition.incumbentUnread : lockOf(terms, reason, ticket);
  return (
    <ActionDialog
      title={texts.askTitle(TEXTS.version.of(model, version), toStage)}
      action={isAlone ? texts.doAlone : texts.askDo}
      look="destructive"
      locked={lock}
      send={(key) => pass({ ...about, reason, ticket, expectedIncumbent: incumbent.data ?? null, key })}
      onDone={({ id }) => {
        setReason('');
        setTicket('');
        void navigate({ to: '/transitions/$transition', params: { transition: id } });
        onClose();
      }}
      onClose={onClose}
    >
      <Loaded query={policy} lines={1}>
        {() => <p>{isAlone ? texts.whatAlone : texts.what}</p>}
      </Loaded>
      <Replaced incumbent={incumbent} toStage={toStage} />
      <TextField
        label={GOVERNANCE_TEXTS.reason}
        hint={GOVERNANCE_TEXTS.reasonHint}
        value={reason}
        onChange={setReason}
        isLong
      />
      <TextField label={texts.ticket} hint={ticketHint(terms)} value={ticket} onChange={setTicket} />
    </ActionDialog>
  );
}

/** Why it cannot be asked yet; null when it can. The service has the last word. */
function lockOf(terms: EmergencyTerms | undefined, reason: string, ticket: string): string | null {
  if (terms === undefined) return texts.unread;
  if (terms.ticketRequired && ticket.trim() === '') return texts.needs;
  return reason.trim() === '' ? GOVERNANCE_TEXTS.needsReason : null;
}

function ticketHint(terms: EmergencyTerms | undefined): string {
  if (terms === undefined) return texts.ticketHint;
  return `${texts.ticketHint} ${terms.ticketRequired ? texts.ticketAsked : texts.ticketFree}`;
}
