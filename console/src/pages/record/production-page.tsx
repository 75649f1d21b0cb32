import { type ProductionResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { productionsQuery } from '../../data/record.js';
import { beginOf, LAST_SPANS } from '../../format/moments.js';
import { formatExactly } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { Filters, MomentFilter } from '../../parts/filters.js';
import { Page, pageStyles } from '../../parts/page.js';
import { PagedTable } from '../../parts/paged-table.js';
import { StandsBy } from '../../parts/stands-by.js';
import { Empty } from '../../parts/states.js';
import { RECORD_TEXTS } from '../../texts/record.js';
import styles from './record.module.css';

const texts = RECORD_TEXTS.production;

/** Who held Production at a moment, of all models. */
export function ProductionPage() {
  const { at } = useSearch({ from: '/shell/record/production' });
  const navigate = useNavigate({ from: '/record/production' });
  const ask = (moment: string | undefined) => void navigate({ search: { at: moment }, replace: true });
  const query = useInfiniteQuery(productionsQuery(at));
  return (
    <Page title={texts.title} beside={at && <span>{formatExactly(at).replace('\n', ' · ')}</span>}>
      <p className={styles.second}>{texts.hint}</p>
      <Filters note={RECORD_TEXTS.zone(Intl.DateTimeFormat().resolvedOptions().timeZone)}>
        <MomentFilter label={texts.at} value={at} onChange={ask} />
        <Button aria-pressed={at === undefined} onClick={() => ask(undefined)}>
          {texts.now}
        </Button>
        {LAST_SPANS.map((span) => (
          <Button key={span} onClick={() => ask(beginOf(span, Date.now()))}>
            {texts.ago[span]}
          </Button>
        ))}
      </Filters>
      <PagedTable
        key={at}
        query={query}
        columns={Object.values(texts.columns)}
        keyOf={({ modelId }) => modelId}
        row={(held) => <HeldCells held={held} />}
        empty={<Empty>{texts.empty}</Empty>}
      />
    </Page>
  );
}

function HeldCells({
  held: { model, version, since, until, by, transitionId, waivers },
}: {
  held: ProductionResponse;
}) {
  const { columns } = texts;
  return (
    <>
      <td>
        <Link to="/models/$model" params={{ model }} className={pageStyles.strong}>
          <Stored text={model} />
        </Link>
      </td>
      <td data-label={columns.version}>
        <Link to="/models/$model/versions/$version" params={{ model, version }}>
          {version}
        </Link>
        <StandsBy waivers={waivers} />
      </td>
      <td data-label={columns.since}>
        <Time at={since} />
      </td>
      <td data-label={columns.until}>{until === null ? texts.still : <Time at={until} />}</td>
      <td data-label={columns.by}>{by === null ? '–' : <Person subject={by} />}</td>
      <td data-label={columns.request}>
        {transitionId === null ? (
          '–'
        ) : (
          <Link to="/transitions/$transition" params={{ transition: transitionId }}>
            {texts.open}
          </Link>
        )}
      </td>
    </>
  );
}
