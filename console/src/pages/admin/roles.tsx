import { type RoleResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { removeRole, rolesQuery } from '../../data/access.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { ColumnHeads, pageStyles, Section } from '../../parts/page.js';
import { Loaded } from '../../parts/states.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.roles;

/** What each role may, the built-in ones too. */
export function Roles({ mayMake }: { mayMake: boolean }) {
  const query = useQuery(rolesQuery);
  const [removed, setRemoved] = useState<string | null>(null);
  return (
    <Section title={texts.title}>
      <Loaded query={query}>
        {(roles) => (
          <table className={pageStyles.table}>
            <ColumnHeads names={Object.values(texts.columns)} />
            <tbody>
              {roles.map((role) => (
                <RoleRow key={role.role} role={role} mayMake={mayMake} onRemove={() => setRemoved(role.role)} />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {removed !== null && (
        <ActionDialog
          title={texts.removeTitle(removed)}
          action={texts.removeDo}
          look="destructive"
          send={() => removeRole(removed)}
          onClose={() => setRemoved(null)}
        >
          <p>{texts.removeWhat}</p>
        </ActionDialog>
      )}
    </Section>
  );
}

interface RoleRowProps {
  role: RoleResponse;
  mayMake: boolean;
  onRemove: () => void;
}

function RoleRow({ role: { role, description, permissions, isBuiltIn }, mayMake, onRemove }: RoleRowProps) {
  const { columns } = texts;
  return (
    <tr>
      <td className={pageStyles.strong}>
        <Stored text={role} />
      </td>
      <td data-label={columns.description}>
        <Stored text={description} />
      </td>
      <td data-label={columns.permissions}>
        <details>
          <summary>{texts.count(permissions.length)}</summary>
          {permissions.join(', ')}
        </details>
      </td>
      <td>
        {isBuiltIn ? (
          <span className={styles.second}>{texts.builtIn}</span>
        ) : (
          <Button
            small
            look="destructive"
            locked={mayMake ? null : texts.mayNot}
            aria-label={texts.removeOf(role)}
            onClick={onRemove}
          >
            {texts.remove}
          </Button>
        )}
      </td>
    </tr>
  );
}
