import { type PredictionJobResponse, type PredictionJobStatus } from '@stagegate/client';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { cancelJob, type JobsAsked, jobsQuery } from '../../data/admin.js';
import { useMayEach } from '../../data/permissions.js';
import { formatCount } from '../../format/numbers.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { ChoiceFilter, Filters, TextFilter } from '../../parts/filters.js';
import { pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Command, Empty, ProblemView } from '../../parts/states.js';
import { ADMIN_TEXTS } from '../../texts/admin.js';
import { TEXTS } from '../../texts.js';
import { AdminPage } from './admin-page.js';
import styles from './admin.module.css';

const texts = ADMIN_TEXTS.jobs;

export function JobsPage() {
  const asked = useSearch({ from: '/shell/admin/jobs' });
  const navigate = useNavigate({ from: '/admin/jobs' });
  const query = useInfiniteQuery(jobsQuery(asked));
  const cancel = useMutation({ mutationFn: cancelJob });
  const mayCancel = useMayEach('evaluation:submit');
  const ask = (changes: JobsAsked) => void navigate({ search: { ...asked, ...changes }, replace: true });
  return (
    <AdminPage part="jobs">
      <Filters>
        <TextFilter label={texts.model} value={asked.model} onChange={(model) => ask({ model })} />
        <ChoiceFilter
          label={texts.status}
          value={asked.status ?? ''}
          onChange={(status) => ask({ status: (status || undefined) as PredictionJobStatus | undefined })}
        >
          <option value="">{texts.anyStatus}</option>
          {Object.entries(texts.statuses).map(([status, name]) => (
            <option key={status} value={status}>
              {name}
            </option>
          ))}
        </ChoiceFilter>
      </Filters>
      {cancel.error && <ProblemView error={cancel.error} />}
      <PagedTable
        key={JSON.stringify(asked)}
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ id }) => id}
        row={(job) => (
          <JobCells
            job={job}
            may={mayCancel([job.model])}
            isPending={cancel.isPending}
            onCancel={() => cancel.mutate(job.id)}
          />
        )}
        empty={<NoJobs isFiltered={asked.model !== undefined || asked.status !== undefined} />}
      />
    </AdminPage>
  );
}

function NoJobs({ isFiltered }: { isFiltered: boolean }) {
  const navigate = useNavigate({ from: '/admin/jobs' });
  return (
    <Empty>
      <p>{isFiltered ? texts.filtered : texts.empty}</p>
      {isFiltered ? (
        <Button onClick={() => void navigate({ search: {} })}>{TEXTS.states.clear}</Button>
      ) : (
        <Command text={texts.command} />
      )}
    </Empty>
  );
}

interface JobCellsProps {
  job: PredictionJobResponse;
  may: boolean;
  isPending: boolean;
  onCancel: () => void;
}

function JobCells({ job, may, isPending, onCancel }: JobCellsProps) {
  const { columns } = texts;
  const { model, version, dataset, status, rowsRead, rowsTotal, createdAt, createdBy, error } = job;
  const rows = rowsTotal === null ? formatCount(rowsRead) : texts.of(formatCount(rowsRead), formatCount(rowsTotal));
  return (
    <>
      <td>
        <Link to="/models/$model/versions/$version" params={{ model, version }} className={pageStyles.strong}>
          <Stored text={model} /> {version}
        </Link>
      </td>
      <td data-label={columns.dataset}>
        <Stored text={`${dataset.name} ${dataset.version}`} />
      </td>
      <td data-label={columns.status}>
        {texts.statuses[status]}
        {error && (
          <span className={styles.second}>
            {': '}
            <Stored text={error.detail} />
          </span>
        )}
      </td>
      <td data-label={columns.rows}>{rows}</td>
      <td data-label={columns.submitted}>
        <Time at={createdAt} />
      </td>
      <td data-label={columns.by}>
        <Person subject={createdBy} />
      </td>
      <td>
        {(status === 'queued' || status === 'running') && (
          <Button
            small
            locked={may ? null : texts.mayNot}
            disabled={isPending}
            aria-label={texts.cancelOf(model, version)}
            onClick={onCancel}
          >
            {texts.cancel}
          </Button>
        )}
      </td>
    </>
  );
}
