import { type CreateFreezeRequest } from '@stagegate/client';
import { useState } from 'react';
import { freeze } from '../../data/governance.js';
import { splitList } from '../../format/identifiers.js';
import { fromLocalField } from '../../format/moments.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { ChoiceField } from '../../parts/choice-field.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';

const texts = GOVERNANCE_TEXTS.freeze;

interface Wanted {
  name: string;
  reason: string;
  kind: keyof typeof texts.kinds;
  start: string;
  end: string;
  cron: string;
  duration: string;
  timeZone: string;
  models: string;
}

function nothing(): Wanted {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { name: '', reason: '', kind: 'once', start: '', end: '', cron: '', duration: '', timeZone, models: '' };
}

function isReady({ name, reason, kind, start, end, cron, duration }: Wanted): boolean {
  const when = kind === 'once' ? [start, end] : [cron, duration];
  return [name, reason, ...when].every((text) => text.trim() !== '');
}

function requestOf({ name, reason, kind, start, end, cron, duration, timeZone, models }: Wanted): CreateFreezeRequest {
  const named = splitList(models);
  return {
    name: name.trim(),
    reason: reason.trim(),
    ...(timeZone.trim() && { timeZone: timeZone.trim() }),
    ...(named.length > 0 && { models: named }),
    ...(kind === 'once'
      ? { start: fromLocalField(start), end: fromLocalField(end) }
      : { recurrence: { cron: cron.trim(), duration: duration.trim() } }),
  };
}

export function FreezeDialog({ onClose }: { onClose: () => void }) {
  const [wanted, setWanted] = useState(nothing);
  return (
    <ActionDialog
      title={texts.createTitle}
      action={texts.createDo}
      locked={isReady(wanted) ? null : texts.needs}
      send={(key) => freeze(requestOf(wanted), key)}
      onClose={onClose}
    >
      <FreezeFields wanted={wanted} onChange={(changes) => setWanted({ ...wanted, ...changes })} />
    </ActionDialog>
  );
}

interface FieldsProps {
  wanted: Wanted;
  onChange: (changes: Partial<Wanted>) => void;
}

function FreezeFields({ wanted, onChange }: FieldsProps) {
  const { name, reason, kind, models } = wanted;
  return (
    <>
      <TextField label={texts.name} value={name} onChange={(next) => onChange({ name: next })} />
      <TextField label={GOVERNANCE_TEXTS.reason} value={reason} onChange={(next) => onChange({ reason: next })} />
      <ChoiceField label={texts.kind} value={kind} onChange={(next) => onChange({ kind: next as Wanted['kind'] })}>
        {Object.entries(texts.kinds).map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </ChoiceField>
      <WhenFields wanted={wanted} onChange={onChange} />
      <TextField
        label={texts.models}
        hint={texts.modelsHint}
        value={models}
        onChange={(next) => onChange({ models: next })}
      />
    </>
  );
}

function WhenFields({ wanted: { kind, start, end, cron, duration, timeZone }, onChange }: FieldsProps) {
  if (kind === 'once')
    return (
      <>
        <TextField
          label={texts.start}
          type="datetime-local"
          value={start}
          onChange={(next) => onChange({ start: next })}
        />
        <TextField label={texts.end} type="datetime-local" value={end} onChange={(next) => onChange({ end: next })} />
      </>
    );
  return (
    <>
      <TextField label={texts.cron} hint={texts.cronHint} value={cron} onChange={(next) => onChange({ cron: next })} />
      <TextField
        label={texts.duration}
        hint={texts.durationHint}
        value={duration}
        onChange={(next) => onChange({ duration: next })}
      />
      <TextField
        label={texts.zone}
        hint={texts.zoneHint}
        value={timeZone}
        onChange={(next) => onChange({ timeZone: next })}
      />
    </>
  );
}
