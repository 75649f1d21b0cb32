import { type Permission } from '@stagegate/client';
import { useState } from 'react';
import { permissions } from 'virtual:api-sets';
import { saveRole } from '../../data/access.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.roles;

/** Names a set of permissions, so that it can be bound. */
export function RoleDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly Permission[]>([]);
  const toggle = (permission: Permission) =>
    setChosen(chosen.includes(permission) ? chosen.filter((each) => each !== permission) : [...chosen, permission]);
  const body = { permissions: [...chosen], ...(description.trim() && { description: description.trim() }) };
  return (
    <ActionDialog
      title={texts.ownTitle}
      action={texts.ownDo}
      locked={name.trim() !== '' && chosen.length > 0 ? null : texts.needs}
      send={() => saveRole(name.trim(), body)}
      onClose={onClose}
    >
      <TextField label={texts.name} hint={texts.nameHint} value={name} onChange={setName} />
      <TextField label={texts.description} value={description} onChange={setDescription} />
      <fieldset className={styles.roles}>
        <legend>{texts.permissions}</legend>
        {permissions.map((permission) => (
          <label key={permission}>
            <input type="checkbox" checked={chosen.includes(permission)} onChange={() => toggle(permission)} />
            <span>{permission}</span>
          </label>
        ))}
      </fieldset>
    </ActionDialog>
  );
}
