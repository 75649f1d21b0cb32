import { type TokenResponse } from '@stagegate/client';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { revoke, tokensQuery } from '../../data/admin.js';
import { useMay } from '../../data/permissions.js';
import { meQuery } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Filters, TextFilter } from '../../parts/filters.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty, ProblemView } from '../../parts/states.js';
import { ADMIN_TEXTS } from '../../texts/admin.js';
import { TEXTS } from '../../texts.js';
import { AdminPage } from './admin-page.js';
import { IssueDialog } from './issue-dialog.js';
import styles from './admin.module.css';

const texts = ADMIN_TEXTS.tokens;

export function TokensPage() {
  const { subject, dialog } = useSearch({ from: '/shell/admin/tokens' });
  const navigate = useNavigate({ from: '/admin/tokens' });
  const may = useMay('token:manage', null);
  const open = (next: 'issue' | undefined) => void navigate({ search: { subject, dialog: next }, replace: true });
  return (
    <AdminPage
      part="tokens"
      actions={
        <Button look="primary" locked={may ? null : texts.mayNot} onClick={() => open('issue')}>
          {texts.issue}
        </Button>
      }
    >
      {may ? <Tokens subject={subject} /> : <Empty>{texts.hidden}</Empty>}
      {may && dialog === 'issue' && <IssueDialog onClose={() => open(undefined)} />}
    </AdminPage>
  );
}

function Tokens({ subject }: { subject: string | undefined }) {
  const navigate = useNavigate({ from: '/admin/tokens' });
  const query = useInfiniteQuery(tokensQuery(subject));
  const [revoked, setRevoked] = useState<TokenResponse | null>(null);
  const ask = (next: string | undefined) => void navigate({ search: { subject: next }, replace: true });
  return (
    <>
      <Filters>
        <TextFilter label={texts.subject} value={subject} onChange={ask} />
      </Filters>
      <PagedTable
        key={subject}
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(token) => <TokenCells token={token} onRevoke={() => setRevoked(token)} />}
        empty={
          <Empty>
            <p>
              <Stored text={subject === undefined ? texts.empty : texts.filtered(subject)} />
            </p>
            {subject !== undefined && <Button onClick={() => ask(undefined)}>{TEXTS.states.clear}</Button>}
          </Empty>
        }
      />
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </>
  );
}

function TokenCells({ token, onRevoke }: { token: TokenResponse; onRevoke: () => void }) {
  const { columns } = texts;
  const { subject, roles, approvalRoles, name, issuedAt, issuedBy, expiresAt, revokedAt } = token;
  const stands = revokedAt === null && Date.parse(expiresAt) > Date.now();
  return (
    <>
      <td className={pageStyles.strong}>
        <Stored text={subject} />
      </td>
      <td data-label={columns.roles}>
        <Stored text={[...roles, ...approvalRoles].join(', ')} />
      </td>
      <td data-label={columns.name}>{name === null ? '–' : <Stored text={name} />}</td>
      <td data-label={columns.issued}>
        <Time at={issuedAt} /> {TEXTS.home.by} <Person subject={issuedBy} />
      </td>
      <td data-label={columns.ends}>
        <Time at={expiresAt} />
      </td>
      <td data-label={columns.standing}>
        <TokenStanding token={token} stands={stands} />
      </td>
      <td>
        {stands && (
          <Button small look="destructive" aria-label={texts.revokeOf(subject, name)} onClick={onRevoke}>
            {texts.revoke}
          </Button>
        )}
      </td>
    </>
  );
}

function TokenStanding({ token: { id, revokedAt, revokedBy }, stands }: { token: TokenResponse; stands: boolean }) {
  const { data: me } = useQuery(meQuery);
  if (revokedAt !== null)
    return (
      <span className={styles.second}>
        {texts.revoked} <Time at={revokedAt} /> {TEXTS.home.by} {revokedBy && <Person subject={revokedBy} />}
      </span>
    );
  if (!stands) return <span className={styles.second}>{texts.expired}</span>;
  return me?.tokenId === id ? texts.yours : texts.stands;
}

function RevokeDialog({ token: { id, subject }, onClose }: { token: TokenResponse; onClose: () => void }) {
  const { data: me } = useQuery(meQuery);
  const work = useMutation({ mutationFn: () => revoke(id), onSuccess: onClose });
  return (
    <Dialog
      title={texts.revokeTitle(subject)}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look="destructive" disabled={work.isPending} onClick={() => work.mutate()}>
            {texts.revokeDo}
          </Button>
        </DialogActions>
      }
    >
      <p>{texts.revokeWhat}</p>
      {me?.tokenId === id && <p>{texts.revokeOwn}</p>}
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}
