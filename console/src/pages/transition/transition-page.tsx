import { type TransitionResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, withdraw } from '../../data/actions.js';
import { reportQuery, transitionQuery } from '../../data/registry.js';
import { type Me, meQuery } from '../../data/session.js';
import { Button } from '../../parts/button.js';
import { CompareLink } from '../../parts/compare-link.js';
import { Stored } from '../../parts/facts.js';
import { Page, Panel, Section } from '../../parts/page.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { useKeys } from '../../shell/keys.js';
import { TEXTS } from '../../texts.js';
import { ReportView } from '../report/report-view.js';
import { DecisionDialog } from './decision-dialog.js';
import { Steps } from './steps.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;

export function TransitionPage() {
  const { transition: id } = useParams({ from: '/shell/transitions/$transition' });
  const query = useQuery(transitionQuery(id));
  const found = query.data;
  return (
    <Page
      title={found ? `${found.model} ${texts.title(found.version, found.toStage)}` : texts.ended}
      heading={found && texts.title(found.version, found.toStage)}
      beside={found && <Beside transition={found} />}
      actions={found?.status === 'awaiting_approval' && <Actions transition={found} />}
    >
      <Loaded query={query}>
        {(transition) => (
          <div className={styles.columns}>
            <div className={styles.evidence}>
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

function Beside({ transition: { model, version, status } }: { transition: TransitionResponse }) {
  return (
    <>
      <Link to="/models/$model/versions/$version" params={{ model, version }}>
        <Stored text={model} /> {TEXTS.version.title(version)}
      </Link>
      <span>{texts.statuses[status]}</span>
    </>
  );
}

function Asked({ transition }: { transition: TransitionResponse }) {
  const { status, reason, displacedVersion, gateReportId } = transition;
  // A refusal is told by its report.
  const detail = status === 'refused' && gateReportId !== null ? null : transition.detail;
  const { data: me } = useQuery(meQuery);
  const lock = me ? decisionLock(transition, me) : null;
  if (!detail && !reason && displacedVersion === null) return null;
  return (
    <Panel>
      {detail && (
        <p>
          <Stored text={detail} />
        </p>
      )}
      {status === 'awaiting_approval' && me && <p className={styles.second}>{lock ?? texts.youMay}</p>}
      {displacedVersion !== null && <p>{texts.replaces(displacedVersion)}</p>}
      {reason && (
        <p className={styles.second}>
          {texts.reason}: <Stored text={reason} />
        </p>
      )}
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

/** Why the reader may not decide; null when they may. The service has the last word. */
export function decisionLock({ requestedBy, approvals }: TransitionResponse, me: Me): string | null {
  if (!me.permissions.includes('transition:decide')) return texts.mayNot;
  if (requestedBy === me.subject) return texts.own;
  return approvals.some(({ actor }) => actor === me.subject) ? texts.decidedAlready : null;
}

function Actions({ transition }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate({ from: '/transitions/$transition' });
  const [key] = useState(newKey);
  const cancel = useMutation({ mutationFn: () => withdraw(transition.id, key) });
  const lock = me ? decisionLock(transition, me) : texts.mayNot;
  const open = (next: 'approve' | 'reject') => void navigate({ search: { dialog: next }, replace: true });
  useKeys({ a: () => lock ?? open('approve'), x: () => lock ?? open('reject') });
  return (
    <>
      {me?.subject === transition.requestedBy && me.permissions.includes('transition:cancel') && (
        <Button onClick={() => cancel.mutate()} disabled={cancel.isPending}>
          {texts.withdraw}
        </Button>
      )}
      <Button look="destructive" locked={lock} onClick={() => open('reject')}>
        {texts.reject}
      </Button>
      <Button look="primary" locked={lock} onClick={() => open('approve')}>
        {texts.approve}
      </Button>
      {cancel.error && <ProblemView error={cancel.error} />}
    </>
  );
}

/**
 * The dialog that the address asks for. Once open it stays until it is closed: a decision that comes too late is answered
 * when the request has its outcome already.
 */
function Decision({ transition }: { transition: TransitionResponse }) {
  const { data: me } = useQuery(meQuery);
  const { dialog } = useSearch({ from: '/shell/transitions/$transition' });
  const navigate = useNavigate({ from: '/transitions/$transition' });
  const [isOpen, setOpen] = useState(false);
  const mayOpen =
    transition.status === 'awaiting_approval' && me !== undefined && decisionLock(transition, me) === null;
  if (dialog && mayOpen && !isOpen) setOpen(true);
  if (!dialog && isOpen) setOpen(false);
  if (!dialog || !isOpen) return null;
  const close = () => void navigate({ search: {}, replace: true });
  return <DecisionDialog key={dialog} transition={transition} kind={dialog} onClose={close} />;
}
