import { type EvaluationResponse, type Stage, type VersionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { decisionsQuery, evaluationsQuery, versionQuery } from '../../data/registry.js';
import { safeUrl } from '../../format/identifiers.js';
import { admissionOf } from '../../format/summary.js';
import { formatCount } from '../../format/numbers.js';
import { buttonClass } from '../../parts/button.js';
import { CompareLink } from '../../parts/compare-link.js';
import { CopyButton, Digest, Person, Stored, Time } from '../../parts/facts.js';
import { CommitLink, RunLink } from '../../parts/lineage-links.js';
import { Markdown } from '../../parts/markdown.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { StageLabel } from '../../parts/marks.js';
import { ColumnHeads, Facts, Page, pageStyles, Panel, Section } from '../../parts/page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { StandsBy } from '../../parts/stands-by.js';
import { Outward } from '../../parts/outward.js';
import { rowStyles, TransitionRow } from '../../parts/transition-row.js';
import { AskButton } from '../../remedies/ask-button.js';
import { CheckButton } from '../../remedies/check-button.js';
import { TEXTS } from '../../texts.js';
import { Signatures } from './signatures.js';
import { Waivers } from './waivers.js';
import styles from './version.module.css';

const texts = TEXTS.version;

/** The stage that a version is usually asked for next. */
const NEXT: Partial<Record<Stage, 'Staging' | 'Production'>> = { None: 'Staging', Staging: 'Production' };

export function VersionPage() {
  const { model, version } = useParams({ from: '/shell/models/$model/versions/$version' });
  const query = useQuery(versionQuery(model, version));
  return (
    <Page
      title={`${model} ${texts.title(version)}`}
      heading={<ModelHeading model={model}>{texts.title(version)}</ModelHeading>}
      beside={query.data && <Standing version={query.data} />}
      actions={query.data && <Ways version={query.data} />}
    >
      <Loaded query={query}>
        {(found) => (
          <>
            <Quarantine version={found} />
            <div className={styles.halves}>
              <Section title={texts.lineage}>
                <Panel>
                  <Lineage version={found} />
                </Panel>
              </Section>
              <Section title={texts.decisions}>
                <Decisions model={model} version={version} />
              </Section>
            </div>
            <Waivers model={model} version={version} />
            <Signatures model={model} version={version} />
            <Section title={texts.evaluations}>
              <Evaluations model={model} version={version} />
            </Section>
            <div className={styles.halves}>
              <Section title={texts.params}>
                <Values values={found.params} />
              </Section>
              {found.signature && (
                <Section title={texts.signature}>
                  <pre className={styles.json} tabIndex={0}>
                    <Stored text={JSON.stringify(found.signature, null, 1).replaceAll('\n', ' ')} />
                  </pre>
                </Section>
              )}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Quarantine({ version: { quarantined, quarantineReason } }: { version: VersionResponse }) {
  if (!quarantined) return null;
  return (
    <p role="note">
      <Stored text={texts.quarantined(quarantineReason)} />
    </p>
  );
}

/** Where else to look at the version. */
function Ways({ version: { model, version, stage } }: { version: VersionResponse }) {
  const next = NEXT[stage];
  return (
    <>
      {next && (
        <CheckButton model={model} version={version} toStage={next}>
          {TEXTS.remedies.checkFor(next)}
        </CheckButton>
      )}
      <Link to="/models/$model/versions/$version/card" params={{ model, version }} className={buttonClass()}>
        {TEXTS.card.link}
      </Link>
      <CompareLink model={model} challenger={version} />
      {next && <AskButton model={model} version={version} toStage={next} />}
    </>
  );
}

function Standing({ version }: { version: VersionResponse }) {
  const { model, stage, stageEnteredAt } = version;
  const { data: decisions } = useQuery(decisionsQuery(model, version.version));
  return (
    <>
      <StageLabel stage={stage} />
      <span>
        {TEXTS.model.since} <Time at={stageEnteredAt} />
      </span>
      <StandsBy waivers={decisions && admissionOf(version, decisions)?.summary?.waivers} />
    </>
  );
}

function Lineage({ version }: { version: VersionResponse }) {
  const { fields } = texts;
  const { runId, gitCommit, artifactUri, artifactDigest, dataset, framework, createdBy, createdAt, description } =
    version;
  return (
    <Facts
      facts={[
        [
          fields.commit,
          gitCommit && (
            <>
              <CommitLink commit={gitCommit} /> <CopyButton text={gitCommit} />
            </>
          ),
        ],
        [fields.run, runId && <RunLink run={runId} />],
        [
          fields.artifact,
          <Outward key="artifact" url={safeUrl(artifactUri)}>
            <Stored text={artifactUri} />
          </Outward>,
        ],
        [fields.digest, artifactDigest && <Digest digest={artifactDigest} />],
        [fields.dataset, dataset && <Stored text={`${dataset.name} ${dataset.version}`} />],
        [fields.framework, framework && <Stored text={framework} />],
        [
          fields.registered,
          <span key="registered">
            <Time at={createdAt} /> {TEXTS.home.by} <Person subject={createdBy} />
          </span>,
        ],
        [fields.description, description ? <Markdown key="description" text={description} /> : null],
      ]}
    />
  );
}

function Decisions({ model, version }: { model: string; version: number }) {
  const query = useQuery(decisionsQuery(model, version));
  return (
    <Loaded query={query}>
      {(decisions) =>
        decisions.length === 0 ? (
          <Empty>{texts.noDecisions}</Empty>
        ) : (
          <ul className={rowStyles.rows}>
            {decisions.map((transition) => (
              <TransitionRow key={transition.id} transition={transition} showsModel={false} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

function Evaluations({ model, version }: { model: string; version: number }) {
  const query = useQuery(evaluationsQuery(model, version));
  const { evaluationColumns: columns } = texts;
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{texts.noEvaluations}</Empty>
        ) : (
          <table className={pageStyles.table}>
            <ColumnHeads names={Object.values(columns)} />
            <tbody>
              {items.map((evaluation) => (
                <EvaluationRow key={evaluation.id} evaluation={evaluation} />
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}

function EvaluationRow({ evaluation }: { evaluation: EvaluationResponse }) {
  const { dataset, metricCount, evaluatedAt, evaluator, createdBy } = evaluation;
  const { evaluationColumns: columns } = texts;
  const name = [dataset.name, dataset.version, dataset.split && `(${dataset.split})`].filter(Boolean).join(' ');
  return (
    <tr>
      <td>
        <Stored text={name} />
      </td>
      <td data-label={columns.metrics}>{formatCount(metricCount)}</td>
      <td data-label={columns.evaluated}>
        <Time at={evaluatedAt} />
      </td>
      <td data-label={columns.evaluator}>{evaluator ? <Stored text={evaluator} /> : <Person subject={createdBy} />}</td>
    </tr>
  );
}

function Values({ values }: { values: Readonly<Record<string, unknown>> }) {
  const names = Object.keys(values).sort();
  if (names.length === 0) return <Empty>{texts.none}</Empty>;
  return (
    <Panel>
      <dl className={pageStyles.facts}>
        {names.map((name) => (
          <Value key={name} name={name} value={values[name]} />
        ))}
      </dl>
    </Panel>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <dt>
        <Stored text={name} />
      </dt>
      <dd>
        <code>
          <Stored text={typeof value === 'string' ? value : JSON.stringify(value)} />
        </code>
      </dd>
    </>
  );
}
