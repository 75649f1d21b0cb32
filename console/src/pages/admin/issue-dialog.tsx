import { type IssueTokenRequest } from '@stagegate/client';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { issue } from '../../data/admin.js';
import { Button } from '../../parts/button.js';
import { Dialog, dialogStyles, Field } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { SecretDialog } from '../../parts/secret-dialog.js';
import { ProblemView } from '../../parts/states.js';
import { ADMIN_TEXTS } from '../../texts/admin.js';
import styles from './admin.module.css';

const texts = ADMIN_TEXTS.tokens;
type Role = IssueTokenRequest['roles'][number];

type BuiltInRole = keyof typeof texts.roleHints;

const ROLES = Object.keys(texts.roleHints) as BuiltInRole[];

interface Wanted {
  subject: string;
  roles: readonly Role[];
  approvalRoles: string;
  name: string;
  expiresInSeconds: number;
}

const NOTHING: Wanted = { subject: '', roles: [], approvalRoles: '', name: '', expiresInSeconds: 86_400 };

function requestOf({ subject, roles, approvalRoles, name, expiresInSeconds }: Wanted) {
  const own = approvalRoles
    .split(',')
    .map((role) => role.trim())
    .filter(Boolean);
  return {
    subject: subject.trim(),
    roles: [...roles],
    expiresInSeconds,
    ...(own.length > 0 && { approvalRoles: own }),
    ...(name.trim() && { name: name.trim() }),
  };
}

/** Asks what a token is for, and shows it once: it is kept nowhere, neither here nor by the service. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const [wanted, setWanted] = useState(NOTHING);
  const work = useMutation({ mutationFn: () => issue(requestOf(wanted)), gcTime: 0 });
  if (work.data) {
    const { token, subject } = work.data;
    const title = `${texts.token}: ${subject}`;
    return (
      <SecretDialog
        title={title}
        label={texts.token}
        secret={token}
        once={texts.once}
        done={texts.done}
        onClose={onClose}
      />
    );
  }
  const isReady = wanted.subject.trim() !== '' && wanted.roles.length > 0;
  return (
    <Dialog
      title={texts.issueTitle}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button
            look="primary"
            locked={isReady ? null : texts.needsSubject}
            disabled={work.isPending}
            onClick={() => work.mutate()}
          >
            {texts.issueDo}
          </Button>
        </DialogActions>
      }
    >
      <IssueFields wanted={wanted} onChange={(changes) => setWanted({ ...wanted, ...changes })} />
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}

interface IssueFieldsProps {
  wanted: Wanted;
  onChange: (changes: Partial<Wanted>) => void;
}

function IssueFields({ wanted, onChange }: IssueFieldsProps) {
  return (
    <>
      <Field label={texts.subject} hint={texts.subjectHint}>
        {(ids) => (
          <input {...ids} value={wanted.subject} onChange={({ target }) => onChange({ subject: target.value })} />
        )}
      </Field>
      <RoleFields roles={wanted.roles} onChange={(roles) => onChange({ roles })} />
      <Field label={texts.approvalRoles} hint={texts.approvalRolesHint}>
        {(ids) => (
          <input
            {...ids}
            value={wanted.approvalRoles}
            onChange={({ target }) => onChange({ approvalRoles: target.value })}
          />
        )}
      </Field>
      <Field label={texts.name} hint={texts.nameHint}>
        {(ids) => <input {...ids} value={wanted.name} onChange={({ target }) => onChange({ name: target.value })} />}
      </Field>
      <Field label={texts.lifetime}>
        {(ids) => (
          <select
            {...ids}
            className={dialogStyles.input}
            value={wanted.expiresInSeconds}
            onChange={({ target }) => onChange({ expiresInSeconds: Number(target.value) })}
          >
            {Object.entries(texts.lifetimes).map(([seconds, name]) => (
              <option key={seconds} value={seconds}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

function RoleFields({ roles, onChange }: { roles: readonly Role[]; onChange: (roles: Role[]) => void }) {
  const toggle = (role: Role) =>
    onChange(roles.includes(role) ? roles.filter((each) => each !== role) : [...roles, role]);
  return (
    <fieldset className={styles.roles}>
      <legend>{texts.roles}</legend>
      {ROLES.map((role) => (
        <label key={role}>
          <input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} />
          <span>
            {role} <span className={styles.second}>{texts.roleHints[role]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
