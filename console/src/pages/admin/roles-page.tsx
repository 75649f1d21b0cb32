import { type RoleBindingResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { bindingsQuery, unbind } from '../../data/access.js';
import { useMay, useRightsAnywhere } from '../../data/permissions.js';
import { scopeText } from '../../format/scope.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { pageStyles, Section } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty } from '../../parts/states.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import { TEXTS } from '../../texts.js';
import { AdminPage } from './admin-page.js';
import { BindDialog } from './bind-dialog.js';
import { RoleDialog } from './role-dialog.js';
import { Roles } from './roles.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.bindings;

/** Who holds which role where, and what each role may. */
export function RolesPage() {
  const mayBind = useRightsAnywhere().has('role-binding:manage');
  const mayMake = useMay('role:manage', null);
  const { dialog } = useSearch({ from: '/shell/admin/roles' });
  const navigate = useNavigate({ from: '/admin/roles' });
  const open = (next: 'bind' | 'role' | undefined) => void navigate({ search: { dialog: next }, replace: true });
  const close = () => open(undefined);
  return (
    <AdminPage
      part="roles"
      actions={
        <>
          <Button locked={mayMake ? null : ACCESS_TEXTS.roles.mayNot} onClick={() => open('role')}>
            {ACCESS_TEXTS.roles.own}
          </Button>
          <Button look="primary" locked={mayBind ? null : texts.mayNot} onClick={() => open('bind')}>
            {texts.bind}
          </Button>
        </>
      }
    >
      <Section title={texts.title} hint={texts.hint}>
        {mayBind ? <Bindings /> : <Empty>{texts.hidden}</Empty>}
      </Section>
      <Roles mayMake={mayMake} />
      {mayBind && dialog === 'bind' && <BindDialog onClose={close} />}
      {mayMake && dialog === 'role' && <RoleDialog onClose={close} />}
    </AdminPage>
  );
}

function Bindings() {
  const query = useInfiniteQuery(bindingsQuery);
  const [removed, setRemoved] = useState<RoleBindingResponse | null>(null);
  return (
    <>
      <PagedTable
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(binding) => <BindingCells binding={binding} onRemove={() => setRemoved(binding)} />}
        empty={<Empty>{texts.empty}</Empty>}
      />
      {removed && <RemoveDialog binding={removed} onClose={() => setRemoved(null)} />}
    </>
  );
}

function holderOf({ subject, group }: RoleBindingResponse): string {
  return subject ?? group ?? '';
}

function BindingCells({ binding, onRemove }: { binding: RoleBindingResponse; onRemove: () => void }) {
  const { columns } = texts;
  const { group, role, createdAt, createdBy } = binding;
  const holder = holderOf(binding);
  return (
    <>
      <td className={pageStyles.strong}>
        <Stored text={holder} />
        {group !== null && <span className={styles.second}> {texts.kinds.group}</span>}
      </td>
      <td data-label={columns.role}>
        <Stored text={role} />
      </td>
      <td data-label={columns.where}>
        <Stored text={scopeText(binding)} />
      </td>
      <td data-label={columns.since}>
        <Time at={createdAt} /> {TEXTS.home.by} <Person subject={createdBy} />
      </td>
      <td>
        <Button small look="destructive" aria-label={texts.removeOf(role, holder)} onClick={onRemove}>
          {texts.remove}
        </Button>
      </td>
    </>
  );
}

function RemoveDialog({ binding, onClose }: { binding: RoleBindingResponse; onClose: () => void }) {
  return (
    <ActionDialog
      title={texts.removeTitle(binding.role, holderOf(binding))}
      action={texts.removeDo}
      look="destructive"
      send={() => unbind(binding.id)}
      onClose={onClose}
    >
      <p>{texts.removeWhat}</p>
    </ActionDialog>
  );
}
