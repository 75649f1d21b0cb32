import { type ModelResponse, type VersionResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { decisionsQuery, modelQuery, tenuresQuery, versionsQuery } from '../../data/registry.js';
import { meQuery } from '../../data/session.js';
import { shortCommit } from '../../format/identifiers.js';
import { Button, buttonClass } from '../../parts/button.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { StageLabel } from '../../parts/marks.js';
import { Page, pageStyles, Section } from '../../parts/page.js';
import { Command, Empty, Loaded } from '../../parts/states.js';
import { VirtualRows } from '../../parts/virtual-rows.js';
import { useKeys } from '../../shell/keys.js';
import { TEXTS } from '../../texts.js';
import { Board } from './board.js';
import { TimelinePicture } from './timeline-picture.js';
import styles from './model.module.css';

const texts = TEXTS.model;
const CHAMPION = 'champion';

export function ModelPage() {
  const { model } = useParams({ strict: false }) as { model: string };
  const query = useQuery(modelQuery(model));
  const data = query.data;
  return (
    <Page
      title={model}
      heading={<Stored text={model} />}
      beside={
        data?.owner && (
          <span>
            {texts.owner} <Stored text={data.owner} />
          </span>
        )
      }
      actions={
        data && (
          <>
            <Link to="/models/$model/policy" params={{ model }} className={buttonClass()}>
              {TEXTS.rail.policy}
            </Link>
            <RollbackButton model={model} />
          </>
        )
      }
    >
      <Loaded query={query}>{(found) => <Parts model={found} />}</Loaded>
    </Page>
  );
}

function Parts({ model: { name, aliases, description } }: { model: ModelResponse }) {
  const versions = useInfiniteQuery(versionsQuery(name));
  const decisions = useQuery(decisionsQuery(name));
  const tenures = useQuery(tenuresQuery(name));
  const all = versions.data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <Loaded query={{ ...versions, data: all }}>
        {(loaded) => <Board versions={loaded} decisions={decisions.data ?? []} />}
      </Loaded>
      <Section title={texts.timeline} hint={texts.timelineHint}>
        <Loaded query={tenures}>
          {(held) =>
            held.length === 0 ? (
              <Empty>{texts.noTenures}</Empty>
            ) : (
              <TimelinePicture tenures={held} decisions={decisions.data ?? []} />
            )
          }
        </Loaded>
      </Section>
      <Section title={texts.versions} count={all?.length}>
        <Loaded query={{ ...versions, data: all }}>{(loaded) => <Versions model={name} versions={loaded} />}</Loaded>
        {versions.hasNextPage && <Button onClick={() => void versions.fetchNextPage()}>{TEXTS.states.more}</Button>}
      </Section>
      <Aliases model={name} aliases={aliases} />
      {description && (
        <Section title={texts.about}>
          <p className={styles.about}>
            <Stored text={description} />
          </p>
        </Section>
      )}
    </>
  );
}

/** Why nobody, or not this reader, can roll a model back; null when it is possible. */
function useRollbackLock(model: string): string | null {
  const { data: me } = useQuery(meQuery);
  const { data: tenures } = useQuery(tenuresQuery(model));
  if (me && !me.permissions.includes('transition:rollback')) return texts.mayNot(TEXTS.transition.kinds.rollback);
  return tenures && new Set(tenures.map(({ version }) => version)).size < 2 ? texts.nobodyToRollBackTo : null;
}

function RollbackButton({ model }: { model: string }) {
  const lock = useRollbackLock(model);
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/models/$model/rollback', params: { model } });
  useKeys({ b: () => lock ?? open() });
  return (
    <Button look="destructive" locked={lock} onClick={open}>
      {texts.rollBack}
    </Button>
  );
}

function Versions({ model, versions }: { model: string; versions: readonly VersionResponse[] }) {
  if (versions.length === 0)
    return (
      <Empty>
        <p>{texts.noVersions}</p>
        <Command text={texts.registerCommand(model)} />
      </Empty>
    );
  return (
    <VirtualRows
      rows={versions}
      columns={Object.values(texts.columns)}
      keyOf={({ version }) => version}
      row={(version) => <VersionCells version={version} />}
    />
  );
}

function VersionCells({ version: row }: { version: VersionResponse }) {
  const { columns } = texts;
  return (
    <>
      <td>
        <Link
          to="/models/$model/versions/$version"
          params={{ model: row.model, version: row.version }}
          className={pageStyles.strong}
          aria-label={TEXTS.version.title(row.version)}
        >
          {row.version}
        </Link>
      </td>
      <td>
        <StageLabel stage={row.stage} />
      </td>
      <td data-label={columns.by}>
        <Person subject={row.createdBy} />
      </td>
      <td data-label={columns.registered}>
        <Time at={row.createdAt} />
      </td>
      <td data-label={columns.commit}>{row.gitCommit ? <code>{shortCommit(row.gitCommit)}</code> : '–'}</td>
      <td>{row.description ? <Stored text={row.description} /> : '–'}</td>
    </>
  );
}

function Aliases({ model, aliases }: { model: string; aliases: Readonly<Record<string, number>> }) {
  const names = Object.keys(aliases).sort();
  if (names.length === 0) return null;
  return (
    <Section title={texts.aliases}>
      <ul className={styles.aliases}>
        {names.map((alias) => (
          <li key={alias} className={styles.alias}>
            <Stored text={alias} /> →
            <Link to="/models/$model/versions/$version" params={{ model, version: aliases[alias]! }}>
              {aliases[alias]}
            </Link>
            {alias === CHAMPION && <Lock size={14} strokeWidth={1.5} role="img" aria-label={texts.protectedAlias} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
