import { type ModelResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { waivedQuery } from '../../data/record.js';
import { modelsQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { Stored, Time } from '../../parts/facts.js';
import { Page, pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { StandsBy } from '../../parts/stands-by.js';
import { Command, Empty } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { ModelFilters } from './model-filters.js';

const texts = TEXTS.models;

export function ModelsPage() {
  const asked = useSearch({ from: '/shell/models' });
  const navigate = useNavigate({ from: '/models' });
  const query = useInfiniteQuery(modelsQuery(asked));
  const isFiltered = Object.values({ ...asked, sort: undefined }).some((value) => value !== undefined);
  return (
    <Page title={texts.title}>
      <ModelFilters asked={asked} onChange={(search) => void navigate({ search, replace: true })} />
      <PagedTable
        key={JSON.stringify(asked)}
        query={query}
        keyOf={({ name }) => name}
        columns={Object.values(texts.columns)}
        row={(model) => <ModelCells model={model} />}
        empty={isFiltered ? <Filtered /> : <NoModels />}
      />
    </Page>
  );
}

function NoModels() {
  return (
    <Empty>
      <p>{texts.empty}</p>
      <Command text={texts.command} />
    </Empty>
  );
}

/** Names what hides every model, with the way to take it away. */
function Filtered() {
  const { text, stage, condition, owner, tag } = useSearch({ from: '/shell/models' });
  const navigate = useNavigate({ from: '/models' });
  const what = [text && `“${text}”`, stage, condition?.replaceAll('_', ' '), owner, tag].filter(Boolean).join(', ');
  return (
    <Empty>
      <p>
        <Stored text={texts.filtered(what)} />
      </p>
      <Button onClick={() => void navigate({ search: {} })}>{TEXTS.states.clear}</Button>
    </Empty>
  );
}

function ModelCells({ model }: { model: ModelResponse }) {
  const { columns } = texts;
  const { data: waived } = useQuery(waivedQuery);
  return (
    <>
      <td>
        <Link to="/models/$model" params={{ model: model.name }} className={pageStyles.strong}>
          <Stored text={model.name} />
        </Link>
      </td>
      <td data-label={columns.production}>
        {model.production === null ? (
          '–'
        ) : (
          <>
            {model.production.version}, {TEXTS.model.since} <Time at={model.production.since} />
            <StandsBy waivers={waived?.get(model.name)} />
          </>
        )}
      </td>
      <td data-label={columns.conditions}>
        {model.conditions.length === 0 ? (
          '–'
        ) : (
          <Stored text={model.conditions.map(({ message }) => message).join(' ')} />
        )}
      </td>
      <td data-label={columns.latest}>{model.latestVersion ?? '–'}</td>
      <td data-label={columns.owner}>{model.owner === null ? '–' : <Stored text={model.owner} />}</td>
      <td data-label={columns.changed}>
        <Time at={model.updatedAt} />
      </td>
    </>
  );
}
