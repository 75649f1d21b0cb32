import { type FreezeResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { freezesQuery, thaw } from '../../data/governance.js';
import { useMayEach, useRightsAnywhere } from '../../data/permissions.js';
import { ActionDialog } from '../../parts/action-dialog.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Empty } from '../../parts/states.js';
import { GOVERNANCE_TEXTS } from '../../texts/governance.js';
import { AdminPage } from './admin-page.js';
import { FreezeCalendar } from './freeze-calendar.js';
import { FreezeDialog } from './freeze-dialog.js';
import styles from './admin.module.css';

const texts = GOVERNANCE_TEXTS.freeze;

export function FreezesPage() {
  const may = useRightsAnywhere().has('freeze:write');
  const mayEnd = useMayEach('freeze:write');
  const { month, dialog } = useSearch({ from: '/shell/admin/freezes' });
  const navigate = useNavigate({ from: '/admin/freezes' });
  const query = useInfiniteQuery(freezesQuery);
  const [ended, setEnded] = useState<FreezeResponse | null>(null);
  const open = (next: 'create' | undefined) => void navigate({ search: { month, dialog: next }, replace: true });
  return (
    <AdminPage
      part="freezes"
      actions={
        <Button look="primary" locked={may ? null : texts.mayNot} onClick={() => open('create')}>
          {texts.create}
        </Button>
      }
    >
      <p className={styles.second}>{texts.hint}</p>
      <FreezeCalendar />
      <PagedTable
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id, name }) => id ?? name}
        row={(freeze) => <FreezeCells freeze={freeze} mayEnd={mayEnd(freeze.models)} onEnd={() => setEnded(freeze)} />}
        empty={<Empty>{texts.empty}</Empty>}
      />
      {may && dialog === 'create' && <FreezeDialog onClose={() => open(undefined)} />}
      {ended && <EndDialog freeze={ended} onClose={() => setEnded(null)} />}
    </AdminPage>
  );
}

function standingOf({ holds, end }: FreezeResponse): string {
  if (holds) return texts.holds;
  return end !== null && Date.parse(end) <= Date.now() ? texts.over : texts.waits;
}

interface FreezeCellsProps {
  freeze: FreezeResponse;
  mayEnd: boolean;
  onEnd: () => void;
}

function FreezeCells({ freeze, mayEnd, onEnd }: FreezeCellsProps) {
  const { columns } = texts;
  const { name, reason, models, createdBy } = freeze;
  const standing = standingOf(freeze);
  return (
    <>
      <td className={pageStyles.strong}>
        <Stored text={name} />
      </td>
      <td data-label={columns.when}>
        <When freeze={freeze} />
      </td>
      <td data-label={columns.models}>{models === null ? texts.all : <Stored text={models.join(', ')} />}</td>
      <td data-label={columns.reason}>
        <Stored text={reason} />
      </td>
      <td data-label={columns.status}>{standing}</td>
      <td data-label={columns.by}>{createdBy === null ? texts.policy : <Person subject={createdBy} />}</td>
      <td>
        {(standing === texts.holds || standing === texts.waits) && freeze.id !== null && (
          <Button
            small
            look="destructive"
            locked={mayEnd ? null : texts.mayNot}
            aria-label={texts.endOf(name)}
            onClick={onEnd}
          >
            {texts.endOne}
          </Button>
        )}
      </td>
    </>
  );
}

function When({ freeze: { start, end, recurrence, timeZone } }: { freeze: FreezeResponse }) {
  if (recurrence)
    return (
      <>
        <Stored text={texts.repeats(recurrence.cron, recurrence.duration)} />{' '}
        <span className={styles.second}>{timeZone}</span>
      </>
    );
  return (
    <>
      {start && <Time at={start} />} {texts.until} {end && <Time at={end} />}
    </>
  );
}

function EndDialog({ freeze: { id, name }, onClose }: { freeze: FreezeResponse; onClose: () => void }) {
  return (
    <ActionDialog
      title={texts.endTitle(name)}
      action={texts.endDo}
      look="destructive"
      send={() => thaw(id!)}
      onClose={onClose}
    >
      <p>{texts.endWhat}</p>
    </ActionDialog>
  );
}
