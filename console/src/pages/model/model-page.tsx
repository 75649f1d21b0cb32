import { type ModelResponse, type VersionResponse } from '@stagegate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatch, useParams } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { decisionsQuery, modelQuery, tenuresQuery, versionsQuery } from '../../data/registry.js';
import { buttonClass } from '../../parts/button.js';
import { CompareLink } from '../../parts/compare-link.js';
import { Person, Stored, Time } from '../../parts/facts.js';
import { CommitLink, RunLink } from '../../parts/lineage-links.js';
import { Markdown } from '../../parts/markdown.js';
import { Mark, StageLabel } from '../../parts/marks.js';
import { PagedTable } from '../../parts/paged-table.js';
import { Page, pageStyles, Section } from '../../parts/page.js';
import { Command, Empty, Loaded } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { ConditionRemedy } from '../../remedies/condition-remedy.js';
import { DueReviews } from '../../parts/due-reviews.js';
import { Board } from './board.js';
import { FreezesAhead } from './freezes-ahead.js';
import { RollbackButton } from './rollback-button.js';
import { TimelinePicture } from './timeline-picture.js';
import styles from './model.module.css';

const texts = TEXTS.model;
const CHAMPION = 'champion';

export function ModelPage() {
  const { model } = useParams({ from: '/shell/models/$model' });
  const rollback = useMatch({ from: '/shell/models/$model/rollback', shouldThrow: false });
  const query = useQuery(modelQuery(model));
  const data = query.data;
  return (
    <Page
      title={rollback ? TEXTS.rollback.title(model) : model}
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
            {data.latestVersion !== null && data.latestVersion !== data.productionVersion && (
              <CompareLink model={model} challenger={data.latestVersion} incumbent={data.productionVersion} />
            )}
            <Link to="/models/$model/policy" params={{ model }} className={buttonClass()}>
              {TEXTS.rail.policy}
            </Link>
            <RollbackButton model={model} />
          </>
        )
      }
    >
      <Loaded query={query}>{(found) => <Parts model={found} />}</Loaded>
      <Outlet />
    </Page>
  );
}

function Parts({ model: { name, aliases, description, conditions } }: { model: ModelResponse }) {
  const decisions = useQuery(decisionsQuery(name));
  const tenures = useQuery(tenuresQuery(name));
  return (
    <>
      <Conditions model={name} conditions={conditions} />
      <FreezesAhead model={name} />
      <DueReviews model={name} />
      <Board model={name} decisions={decisions.data ?? []} />
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
      <Section title={texts.versions}>
        <Versions model={name} />
      </Section>
      <Aliases model={name} aliases={aliases} />
      {description && (
        <Section title={texts.about}>
          <Markdown text={description} />
        </Section>
      )}
    </>
  );
}

/** What to know of a model before anything else, in the service's words. */
function Conditions({ model, conditions }: { model: string; conditions: ModelResponse['conditions'] }) {
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.conditions}>
      {conditions.map(({ code, message }) => (
        <li key={code}>
          <span>
            <Mark status="INCONCLUSIVE" /> <Stored text={message} />
          </span>
          <ConditionRemedy code={code} model={model} />
        </li>
      ))}
    </ul>
  );
}

function Versions({ model }: { model: string }) {
  const query = useInfiniteQuery(versionsQuery(model));
  return (
    <PagedTable
      key={model}
      query={query}
      columns={Object.values(texts.columns)}
      keyOf={({ version }) => version}
      row={(version) => <VersionCells version={version} />}
      empty={
        <Empty>
          <p>{texts.noVersions}</p>
          <Command text={texts.registerCommand(model)} />
        </Empty>
      }
    />
  );
}

function VersionCells({ version: row }: { version: VersionResponse }) {
  const { columns } = texts;
  const { model, version, stage, createdBy, createdAt, gitCommit, runId, description } = row;
  return (
    <>
      <td>
        <Link
          to="/models/$model/versions/$version"
          params={{ model, version }}
          className={pageStyles.strong}
          aria-label={TEXTS.version.title(version)}
        >
          {version}
        </Link>
      </td>
      <td>
        <StageLabel stage={stage} />
      </td>
      <td data-label={columns.by}>
        <Person subject={createdBy} />
      </td>
      <td data-label={columns.registered}>
        <Time at={createdAt} />
      </td>
      <td data-label={columns.commit}>{gitCommit ? <CommitLink commit={gitCommit} /> : '–'}</td>
      <td data-label={columns.run}>{runId ? <RunLink run={runId} /> : '–'}</td>
      <td>{description ? <Stored text={firstLine(description)} /> : '–'}</td>
    </>
  );
}

const SHOWN = 120;

/** Of Markdown, the beginning without its marks. */
function firstLine(text: string): string {
  const line = text
    .trimStart()
    .split('\n', 1)[0]!
    .replace(/^[#>*\s-]+/, '');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
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
