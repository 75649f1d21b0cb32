import {
  type CardAttestationResponse,
  type CardLineageResponse,
  type CardPurposeResponse,
  type ProductionTenureResponse,
} from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { Digest, Stored } from '../../parts/facts.js';
import { Markdown } from '../../parts/markdown.js';
import { Facts, pageStyles, Panel, Section } from '../../parts/page.js';
import { Empty } from '../../parts/states.js';
import { TableHead } from '../../parts/table-head.js';
import { TEXTS } from '../../texts.js';
import { UtcTime } from './utc-time.js';
import styles from './card.module.css';

const texts = TEXTS.card;

export function Purpose({ purpose }: { purpose: CardPurposeResponse }) {
  const { description, versionDescription, intendedUse, limits, owner, tags } = purpose;
  const stated = (text: string | null) => (text ? <Stored text={text} /> : texts.unsaid);
  return (
    <Section title={texts.purpose}>
      <Panel>
        {[description, versionDescription].filter(Boolean).map((text) => (
          <div key={text} className={styles.prose}>
            <Markdown text={text} />
          </div>
        ))}
        <Facts
          facts={[
            [texts.intendedUse, stated(intendedUse)],
            [texts.limits, stated(limits)],
            [texts.owner, stated(owner)],
          ]}
        />
        <dl className={pageStyles.facts}>
          {Object.keys(tags)
            .filter((name) => name !== 'intendedUse' && name !== 'limits')
            .sort()
            .map((name) => (
              <Tag key={name} name={name} value={tags[name]!} />
            ))}
        </dl>
      </Panel>
    </Section>
  );
}

function Tag({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>
        <Stored text={name} />
      </dt>
      <dd>
        <Stored text={value} />
      </dd>
    </>
  );
}

export function Lineage({ lineage }: { lineage: CardLineageResponse }) {
  const { fields } = TEXTS.version;
  const { runId, gitCommit, framework, artifactUri, artifactDigest, dataset, registeredAt, registeredBy } = lineage;
  const stored = (text: string | null) => text && <Stored text={text} />;
  return (
    <Section title={texts.lineage}>
      <Panel>
        <Facts
          facts={[
            [texts.trainedOn, dataset && <Stored text={`${dataset.name} ${dataset.version}`} />],
            [fields.framework, stored(framework)],
            [fields.commit, gitCommit && <code>{gitCommit}</code>],
            [fields.run, stored(runId)],
            [fields.artifact, stored(artifactUri)],
            [fields.digest, artifactDigest && <Digest digest={artifactDigest} />],
            [
              fields.registered,
              <span key="registered">
                <UtcTime at={registeredAt} /> {TEXTS.home.by} <Stored text={registeredBy} />
              </span>,
            ],
          ]}
        />
      </Panel>
    </Section>
  );
}

export function Tenures({ tenures }: { tenures: readonly ProductionTenureResponse[] }) {
  if (tenures.length === 0) return null;
  const { from, to } = TEXTS.model.tenureColumns;
  return (
    <Section title={texts.tenures}>
      <table className={pageStyles.table}>
        <TableHead columns={[from, to]} />
        <tbody>
          {tenures.map((tenure) => (
            <tr key={tenure.from}>
              <td>
                <UtcTime at={tenure.from} />
              </td>
              <td data-label={to}>{tenure.to === null ? texts.now : <UtcTime at={tenure.to} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

export function Attestation({ attestation }: { attestation: CardAttestationResponse | null }) {
  const { attested } = texts;
  return (
    <Section title={texts.attestation}>
      {attestation === null ? (
        <Empty>{texts.neverPromoted}</Empty>
      ) : (
        <Panel>
          <Facts
            facts={[
              [attested.transition, <TransitionLink key="transition" id={attestation.transitionId} />],
              [attested.report, digest(attestation.reportDigest)],
              [attested.policy, digest(attestation.policyDigest)],
              [attested.evidence, digest(attestation.evidenceDigest)],
              [attested.artifact, digest(attestation.artifactDigest)],
            ]}
          />
        </Panel>
      )}
    </Section>
  );
}

function TransitionLink({ id }: { id: string }) {
  return (
    <Link to="/transitions/$transition" params={{ transition: id }}>
      <code>{id}</code>
    </Link>
  );
}

function digest(text: string | null) {
  return text === null ? texts.none : <Digest digest={text} />;
}
