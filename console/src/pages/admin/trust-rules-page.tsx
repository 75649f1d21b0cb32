import { type TrustRuleResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { distrust, trust, trustRulesQuery } from '../../data/access.js';
import { useRightsAnywhere } from '../../data/permissions.js';
import { splitList } from '../../format/identifiers.js';
import { claimsOf, scopeOf, scopeText } from '../../format/scope.js';
import { ActionDialog, TextField } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty } from '../../parts/states.js';
import { ACCESS_TEXTS } from '../../texts/access.js';
import { TEXTS } from '../../texts.js';
import { AdminPage } from './admin-page.js';
import styles from './admin.module.css';

const texts = ACCESS_TEXTS.trust;

/** Which jobs of which provider get tokens without a stored secret. */
export function TrustRulesPage() {
  const may = useRightsAnywhere().has('trust-rule:manage');
  const { dialog } = useSearch({ from: '/shell/admin/trust-rules' });
  const navigate = useNavigate({ from: '/admin/trust-rules' });
  const open = (next: 'create' | undefined) => void navigate({ search: { dialog: next }, replace: true });
  return (
    <AdminPage
      part="trust"
      actions={
        <Button look="primary" locked={may ? null : texts.mayNot} onClick={() => open('create')}>
          {texts.create}
        </Button>
      }
    >
      <p className={styles.second}>{texts.hint}</p>
      {may ? <Rules /> : <Empty>{texts.hidden}</Empty>}
      {may && dialog === 'create' && <TrustDialog onClose={() => open(undefined)} />}
    </AdminPage>
  );
}

function Rules() {
  const query = useInfiniteQuery(trustRulesQuery);
  const [removed, setRemoved] = useState<TrustRuleResponse | null>(null);
  return (
    <>
      <PagedTable
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(rule) => <RuleCells rule={rule} onRemove={() => setRemoved(rule)} />}
        empty={<Empty>{texts.empty}</Empty>}
      />
      {removed && (
        <ActionDialog
          title={texts.removeTitle(removed.name ?? removed.issuer)}
          action={texts.removeDo}
          look="destructive"
          send={() => distrust(removed.id)}
          onClose={() => setRemoved(null)}
        >
          <p>{texts.removeWhat}</p>
        </ActionDialog>
      )}
    </>
  );
}

function RuleCells({ rule, onRemove }: { rule: TrustRuleResponse; onRemove: () => void }) {
  const { columns } = texts;
  const { name, issuer, claims, roles, createdAt, createdBy, warnings } = rule;
  const said = Object.entries(claims).map(([claim, value]) => `${claim}=${String(value)}`);
  return (
    <>
      <td className={pageStyles.strong}>
        {name !== null && <Stored text={name} />}{' '}
        <span className={styles.second}>
          <Stored text={issuer} />
        </span>
      </td>
      <td data-label={columns.claims}>
        <Stored text={said.join(', ')} />
        {warnings.map((warning) => (
          <p key={warning} className={styles.second}>
            <Stored text={warning} />
          </p>
        ))}
      </td>
      <td data-label={columns.roles}>
        <Stored text={roles.join(', ')} />
      </td>
      <td data-label={columns.where}>
        <Stored text={scopeText(rule)} />
      </td>
      <td data-label={columns.since}>
        <Time at={createdAt} /> {TEXTS.home.by} <Person subject={createdBy} />
      </td>
      <td>
        <Button small look="destructive" aria-label={texts.removeOf(name ?? issuer)} onClick={onRemove}>
          {texts.remove}
        </Button>
      </td>
    </>
  );
}

const NOTHING = { name: '', issuer: '', audience: '', claims: '', roles: '', scope: '' };

function requestOf({ name, issuer, audience, claims, roles, scope }: typeof NOTHING) {
  return {
    ...(name.trim() && { name: name.trim() }),
    issuer: issuer.trim(),
    audience: audience.trim(),
    claims: claimsOf(claims),
    roles: splitList(roles),
    ...scopeOf(scope),
  };
}

function TrustDialog({ onClose }: { onClose: () => void }) {
  const [wanted, setWanted] = useState(NOTHING);
  const body = requestOf(wanted);
  const isReady = body.issuer && body.audience && body.roles.length > 0 && Object.keys(body.claims).length > 0;
  const field = (name: keyof typeof NOTHING) => ({
    value: wanted[name],
    onChange: (value: string) => setWanted({ ...wanted, [name]: value }),
  });
  return (
    <ActionDialog
      title={texts.createTitle}
      action={texts.createDo}
      locked={isReady ? null : texts.needs}
      send={(key) => trust(body, key)}
      onClose={onClose}
    >
      <TextField label={texts.name} {...field('name')} />
      <TextField label={texts.issuer} hint={texts.issuerHint} {...field('issuer')} />
      <TextField label={texts.audience} {...field('audience')} />
      <TextField label={texts.claims} hint={texts.claimsHint} isLong {...field('claims')} />
      <TextField label={texts.roles} hint={texts.rolesHint} {...field('roles')} />
      <TextField label={ACCESS_TEXTS.model} hint={ACCESS_TEXTS.modelHint} {...field('scope')} />
    </ActionDialog>
  );
}
