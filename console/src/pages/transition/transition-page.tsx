import { type TransitionResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reportQuery, standingQuery, transitionQuery } from '../../data/registry.js';
import { meQuery } from '../../data/session.js';
import { CompareLink } from '../../parts/compare-link.js';
import { Stored } from '../../parts/facts.js';
import { ModelHeading } from '../../parts/model-heading.js';
import { Page, Panel, Section } from '../../parts/page.js';
import { Loaded } from '../../parts/states.js';
import { Blockers } from '../../remedies/blockers.js';
import { BreakGlassButton } from '../../remedies/break-glass.js';
import { RemedyAction } from '../../remedies/remedies.js';
import { TEXTS } from '../../texts.js';
import { ReportView } from '../report/report-view.js';
import { AttestationButton } from './attestation.js';
import { decisionLock } from './decision-lock.js';
import { Emergency } from './emergency.js';
import { Foreseen, Ground } from './ground.js';
import { Outcome } from './outcome.js';
import { Steps } from './steps.js';
import { Decision, TransitionActions } from './transition-actions.js';
import { WithdrawDecision } from './withdraw-decision.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;

export function TransitionPage() {
  const { transition: id } = useParams({ from: '/shell/transitions/$transition' });
  const query = useQuery(transitionQuery(id));
  const found = query.data;
  return (
    <Page
      title={found ? `${found.model} ${texts.title(found.version, found.toStage)}` : texts.page}
      heading={found && <ModelHeading model={found.model}>{texts.title(found.version, found.toStage)}</ModelHeading>}
      beside={found && <Beside transition={found} />}
      actions={found && <Actions transition={found} />}
    >
      <Outcome transition={found} />
      <Loaded query={query}>
        {(transition) => (
          <div className={styles.columns}>
            <div className={styles.evidence}>
              <Emergency transition={transition} />
              <Asked transition={transition} />
              <Evidence transition={transition} />
            </div>
            <aside className={styles.side}>
              <Steps transition={transition} />
            </aside>
            <Decision transition={transition} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** What can be done about a request: while it waits, when it was refused, once it is decided. */
function Actions({ transition }: { transition: TransitionResponse }) {
  const { id, model, version, toStage, status } = transition;
  const isGated = toStage === 'Staging' || toStage === 'Production';
  return (
    <>
      <WithdrawDecision transition={transition} />
      {status === 'awaiting_approval' && <TransitionActions transition={transition} />}
      {status === 'refused' && isGated && <BreakGlassButton model={model} version={version} toStage={toStage} />}
      {status === 'applied' && <AttestationButton id={id} />}
    </>
  );
}

function Beside({ transition: { model, version, status } }: { transition: TransitionResponse }) {
  return (
    <>
      <Link to="/models/$model/versions/$version" params={{ model, version }}>
        {TEXTS.version.title(version)}
      </Link>
      <span>{texts.statuses[status]}</span>
    </>
  );
}

function Asked({ transition }: { transition: TransitionResponse }) {
  const { status, reason, displacedVersion, gateReportId } = transition;
  // A refusal is told by its report, and what ended a request by its outcome.
  const isTold = status === 'stale' || (status === 'refused' && gateReportId !== null);
  const detail = isTold ? null : transition.detail;
  if (status === 'awaiting_approval') return <Waiting transition={transition} />;
  if (!detail && !reason && displacedVersion === null) return null;
  return (
    <Panel>
      {detail && (
        <p>
          <Stored text={detail} />
        </p>
      )}
      {status === 'stale' && transition.code && <RemedyAction code={transition.code} hindered={transition} />}
      {displacedVersion !== null && <p>{texts.replaced(displacedVersion)}</p>}
      <Reason reason={reason} />
    </Panel>
  );
}

function Reason({ reason }: { reason: string | null }) {
  if (!reason) return null;
  return (
    <p className={styles.second}>
      {texts.reason}: <Stored text={reason} />
    </p>
  );
}

/**
 * Where an open request stands: what is missing, what has changed since, and what to do about it. Who may decide is told what
 * comes of it instead of whom to ask.
 */
function Waiting({ transition }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const standing = useQuery(standingQuery(transition.id));
  const lock = me && decisionLock(transition, me);
  return (
    <Panel>
      {lock && <p className={styles.second}>{lock}</p>}
      <Loaded query={standing} lines={2}>
        {(found) => (
          <>
            <Ground standing={found} />
            {lock === null && <Foreseen standing={found} />}
            <Blockers
              blockers={found.blockers.filter(({ code }) => lock !== null || code !== 'APPROVALS_LACKING')}
              hindered={transition}
            />
          </>
        )}
      </Loaded>
      <Reason reason={transition.reason} />
    </Panel>
  );
}

function Evidence({ transition: { gateReportId } }: { transition: TransitionResponse }) {
  if (gateReportId === null) return <p className={styles.second}>{texts.noEvidence}</p>;
  return <ReportEvidence id={gateReportId} />;
}

function ReportEvidence({ id }: { id: string }) {
  const report = useQuery(reportQuery(id));
  return (
    <Section title={texts.evidence}>
      <Loaded query={report}>
        {(data) => (
          <div className={styles.evidence}>
            <ReportView report={data} />
            <p className={styles.ways}>
              <Link to="/reports/$report" params={{ report: id }}>
                {TEXTS.report.open}
              </Link>
              {data.incumbent !== null && (
                <CompareLink model={data.model} challenger={data.challenger} incumbent={data.incumbent} report={id} />
              )}
            </p>
          </div>
        )}
      </Loaded>
    </Section>
  );
}
