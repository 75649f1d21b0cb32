import { type GatePolicyResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Owner, revisionsQuery } from '../../data/policy.js';
import { type PolicyDocument } from '../../policy/policy-document.js';
import { Button } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { pageStyles, Panel } from '../../parts/page.js';
import { NextPage } from '../../parts/next-page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { DifferenceView } from './difference-view.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;

interface RevisionsProps {
  owner: Owner;
  /** The revision whose change is shown, from the address. */
  shown: number | undefined;
  onShow: (revision: number | undefined) => void;
}

/** Every revision, newest first, each with what it changed of the one before. */
export function Revisions({ owner, shown, onShow }: RevisionsProps) {
  const query = useInfiniteQuery(revisionsQuery(owner));
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const revisions = pages.flatMap(({ items }) => items);
        if (revisions.length === 0) return <Empty>{texts.noRevisions}</Empty>;
        return (
          <div className={styles.effects}>
            {shown !== undefined && <Shown revisions={revisions} shown={shown} onShow={onShow} />}
            <RevisionTable revisions={revisions} shown={shown} onShow={onShow} />
            <NextPage query={query} />
          </div>
        );
      }}
    </Loaded>
  );
}

type TableProps = Omit<RevisionsProps, 'owner'> & { revisions: readonly GatePolicyResponse[] };

function RevisionTable({ revisions, shown, onShow }: TableProps) {
  const { revisionColumns: columns } = texts;
  return (
    <table className={pageStyles.table}>
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {revisions.map((revision) => (
          <RevisionRow
            key={revision.revision}
            revision={revision}
            isShown={shown === revision.revision}
            onShow={onShow}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RevisionRowProps {
  revision: GatePolicyResponse;
  isShown: boolean;
  onShow: (revision: number | undefined) => void;
}

function RevisionRow({
  revision: { revision, createdAt, createdBy, comment, document },
  isShown,
  onShow,
}: RevisionRowProps) {
  const { revisionColumns: columns } = texts;
  if (revision === null) return null;
  const about = comment ?? document?.description;
  return (
    <tr>
      <td>{texts.revision(revision)}</td>
      <td data-label={columns.set}>{createdAt && <Time at={createdAt} />}</td>
      <td data-label={columns.by}>{createdBy && <Person subject={createdBy} />}</td>
      <td>{about && <Stored text={about} />}</td>
      <td>
        <Button
          small
          aria-expanded={isShown}
          aria-label={`${texts.revision(revision)}: ${texts.compare}`}
          onClick={() => onShow(isShown ? undefined : revision)}
        >
          {texts.compare}
        </Button>
      </td>
    </tr>
  );
}

/** What one revision changed, with steps to the one before and after it. */
function Shown({
  revisions,
  shown,
  onShow,
}: {
  revisions: TableProps['revisions'];
  shown: number;
  onShow: TableProps['onShow'];
}) {
  const of = (revision: number) => revisions.find((each) => each.revision === revision);
  const [before, after] = [of(shown - 1), of(shown)];
  if (!after) return null;
  const title = texts.differenceTitle(before ? texts.revision(shown - 1) : texts.nothing, texts.revision(shown));
  return (
    <Panel>
      <section className={styles.effects} aria-label={title}>
        <div className={styles.bar}>
          <strong>{title}</strong>
          <Button small disabled={!before} onClick={() => onShow(shown - 1)}>
            {texts.previous}
          </Button>
          <Button small disabled={!of(shown + 1)} onClick={() => onShow(shown + 1)}>
            {texts.next}
          </Button>
          <Button small onClick={() => onShow(undefined)}>
            {texts.close}
          </Button>
        </div>
        <DifferenceView before={documentOf(before)} after={documentOf(after)} />
      </section>
    </Panel>
  );
}

function documentOf(revision: GatePolicyResponse | undefined): PolicyDocument {
  return { ...revision?.document };
}
