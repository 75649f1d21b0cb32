import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bind, rolesQuery } from '../../data/access.js';
import { scopeOf } from '../../format/scope.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { ChoiceField } from '../../parts/choice-field.js';
import { ACCESS_TEXTS } from '../../texts/access.js';

const texts = ACCESS_TEXTS.bindings;

/** Gives a role to a person, a service or a group, everywhere or for some models. */
export function BindDialog({ onClose }: { onClose: () => void }) {
  const { data: roles = [] } = useQuery(rolesQuery);
  const [kind, setKind] = useState<keyof typeof texts.kinds>('subject');
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [scope, setScope] = useState('');
  const isReady = name.trim() !== '' && role !== '';
  return (
    <ActionDialog
      title={texts.bindTitle}
      action={texts.bindDo}
      locked={isReady ? null : texts.needs}
      send={(key) => bind({ [kind]: name.trim(), role, ...scopeOf(scope) }, key)}
      onClose={onClose}
    >
      <ChoiceField label={texts.who} value={kind} onChange={(next) => setKind(next as typeof kind)}>
        {Object.entries(texts.kinds).map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </ChoiceField>
      <TextField label={texts.name} hint={texts.nameHint} value={name} onChange={setName} />
      <ChoiceField label={texts.role} value={role} onChange={setRole}>
        <option value="" />
        {roles.map((each) => (
          <option key={each.role} value={each.role}>
            {each.role}
          </option>
        ))}
      </ChoiceField>
      <TextField label={ACCESS_TEXTS.model} hint={ACCESS_TEXTS.modelHint} value={scope} onChange={setScope} />
    </ActionDialog>
  );
}
