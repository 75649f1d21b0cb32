import { type ModelResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { modelsQuery, waitingQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { Stored, Time } from '../../parts/facts.js';
import { Page, pageStyles } from '../../parts/page.js';
import { Command, Empty, Loaded } from '../../parts/states.js';
import { VirtualRows } from '../../parts/virtual-rows.js';
import { TEXTS } from '../../texts.js';
import { ModelFilters } from './model-filters.js';

const texts = TEXTS.models;

export function ModelsPage() {
  const asked = useSearch({ from: '/shell/models' });
  const navigate = useNavigate({ from: '/models' });
  const query = useInfiniteQuery(modelsQuery(asked));
  const { data: waiting } = useQuery(waitingQuery);
  const isFiltered = asked.text !== undefined || asked.stage !== undefined;
  return (
    <Page title={texts.title}>
      <ModelFilters asked={asked} onChange={(search) => void navigate({ search, replace: true })} />
      <Loaded query={query} lines={8}>
        {({ pages }) => {
          const models = pages.flatMap(({ items }) => items);
          if (models.length === 0 && isFiltered) return <Filtered />;
          if (models.length === 0)
            return (
              <Empty>
                <p>{texts.empty}</p>
                <Command text={texts.command} />
              </Empty>
            );
          return (
            <>
              <VirtualRows
                rows={models}
                keyOf={({ name }) => name}
                columns={Object.values(texts.columns)}
                row={(model) => (
                  <ModelCells model={model} waits={waiting?.filter((each) => each.model === model.name).length ?? 0} />
                )}
              />
              {query.hasNextPage && (
                <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
                  {TEXTS.states.more}
                </Button>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Names what hides every model, with the way to take it away. */
function Filtered() {
  const { text, stage } = useSearch({ from: '/shell/models' });
  const navigate = useNavigate({ from: '/models' });
  const what = [text && `“${text}”`, stage].filter(Boolean).join(', ');
  return (
    <Empty>
      <p>
        <Stored text={texts.filtered(what)} />
      </p>
      <Button onClick={() => void navigate({ search: {} })}>{TEXTS.states.clear}</Button>
    </Empty>
  );
}

function ModelCells({ model, waits }: { model: ModelResponse; waits: number }) {
  const { columns } = texts;
  return (
    <>
      <td>
        <Link to="/models/$model" params={{ model: model.name }} className={pageStyles.strong}>
          <Stored text={model.name} />
        </Link>
      </td>
      <td data-label={columns.production}>{model.productionVersion ?? '–'}</td>
      <td data-label={columns.waits}>{waits === 0 ? '–' : texts.waits(waits)}</td>
      <td data-label={columns.latest}>{model.latestVersion ?? '–'}</td>
      <td data-label={columns.owner}>{model.owner === null ? '–' : <Stored text={model.owner} />}</td>
      <td data-label={columns.changed}>
        <Time at={model.updatedAt} />
      </td>
    </>
  );
}
