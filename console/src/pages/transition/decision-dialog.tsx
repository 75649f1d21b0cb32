import { type GateReportResponse, type TransitionResponse, type TransitionStandingResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { decide } from '../../data/actions.js';
import { useReadNow } from '../../data/read-now.js';
import { modelQuery, reportQuery, standingQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { Dialog, Field } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { useDraft } from '../../parts/draft.js';
import { Digest, Person, Stored, Time } from '../../parts/facts.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { Mark } from '../../parts/marks.js';
import { Replaced } from '../../parts/replaced.js';
import { StandsBy } from '../../parts/stands-by.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { limitedOf, limitWords } from '../../format/limits.js';
import { isShareMetric } from '../../format/measures.js';
import { waiversOf } from '../../format/summary.js';
import { toRow, verdictSentence, worstMeasures } from '../../format/judgement.js';
import { Foreseen, Ground } from './ground.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;
const SHOWN = 4;

interface DecisionDialogProps {
  transition: TransitionResponse;
  kind: 'approve' | 'reject';
  onClose: () => void;
}

/** Asks for a decision with what is decided on in view, and binds the decision to the report that was in view. */
export function DecisionDialog({ transition, kind, onClose }: DecisionDialogProps) {
  const { id, model, version, toStage, gateReportId } = transition;
  const [comment, setComment] = useDraft(`decision ${id}`);
  const report = useQuery({ ...reportQuery(gateReportId ?? ''), enabled: gateReportId !== null });
  const standing = useQuery(standingQuery(id));
  const work = useKeyedWork({
    send: (key) => decide({ id, decision: kind, comment, key, expectedReportDigest: report.data?.digest }),
    onDone: () => {
      setComment('');
      onClose();
    },
  });
  const isApproval = kind === 'approve';
  return (
    <Dialog
      title={(isApproval ? texts.approveTitle : texts.rejectTitle)(TEXTS.version.of(model, version), toStage)}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button
            look={isApproval ? 'primary' : 'destructive'}
            locked={lockOf(transition, kind, report.data, standing.data)}
            disabled={work.isPending}
            onClick={() => work.mutate()}
          >
            {isApproval ? texts.approveDo(version) : texts.rejectDo(version)}
          </Button>
        </DialogActions>
      }
    >
      <What transition={transition} />
      {gateReportId !== null && <Loaded query={report}>{(found) => <Judged report={found} />}</Loaded>}
      <Loaded query={standing} lines={2}>
        {(found) => (
          <>
            <Ground standing={found} />
            {isApproval && <Foreseen standing={found} />}
          </>
        )}
      </Loaded>
      <Field label={texts.comment} hint={texts.commentHint}>
        {(ids) => (
          <textarea {...ids} value={comment} maxLength={2_000} onChange={(event) => setComment(event.target.value)} />
        )}
      </Field>
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}

/**
 * Why it cannot be decided yet; null when it can. Nobody decides without the report, nor approves without what has changed
 * since; and an approval on lost ground would only end the request.
 */
function lockOf(
  { gateReportId }: TransitionResponse,
  kind: DecisionDialogProps['kind'],
  report: GateReportResponse | undefined,
  standing: TransitionStandingResponse | undefined,
): string | null {
  if (gateReportId !== null && report === undefined) return texts.reportUnread;
  if (kind === 'reject') return null;
  if (standing === undefined) return texts.standingUnread;
  return standing.ifApproved?.status === 'stale' ? texts.wouldEnd : null;
}

function What({
  transition: { model, toStage, requestedBy, requestedAt, reason },
}: {
  transition: TransitionResponse;
}) {
  const read = useReadNow(modelQuery(model));
  return (
    <div>
      {toStage === 'Production' && (
        <Replaced incumbent={{ ...read, data: read.data?.productionVersion }} toStage={toStage} />
      )}
      <p className={styles.second}>
        {texts.asked} <Time at={requestedAt} /> {TEXTS.home.by} <Person subject={requestedBy} />
        {reason && (
          <>
            : <Stored text={reason} />
          </>
        )}
      </p>
    </div>
  );
}

function Judged({ report }: { report: GateReportResponse }) {
  return (
    <>
      <p className={styles.judged}>
        <Mark status={report.verdict} />
        <Stored text={verdictSentence(report)} />
        <Digest digest={report.digest} />
      </p>
      <StandsBy waivers={report.waived === true ? waiversOf(report) : []} />
      <WorstMeasures report={report} />
    </>
  );
}

function WorstMeasures({ report }: { report: GateReportResponse }) {
  const worst = worstMeasures(report, SHOWN);
  if (worst.length === 0) return null;
  return (
    <div>
      <p className={styles.stepName}>{texts.worst}</p>
      <ul className={styles.worst}>
        {worst.map((measure, index) => {
          const { name, difference, interval } = toRow(measure);
          const limit = limitWords(limitedOf(measure), isShareMetric(measure.metric));
          return (
            <li key={index}>
              <Mark status={measure.status} />
              <Stored text={name} />
              {difference !== '–' && <span>{difference}</span>}
              {interval !== '–' && <span className={styles.second}>({interval})</span>}
              {limit !== null && (
                <span className={styles.second}>
                  <Stored text={limit} />
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
