import { type GateReportResponse, type TransitionResponse } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { decide, newKey } from '../../data/actions.js';
import { modelQuery, reportQuery } from '../../data/registry.js';
import { Button } from '../../parts/button.js';
import { Dialog, Field } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { useDraft } from '../../parts/draft.js';
import { Digest, Person, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { ProblemView } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { toRow, verdictSentence, worstMeasures } from '../../format/judgement.js';
import styles from './transition.module.css';

const texts = TEXTS.transition;
const SHOWN = 4;

interface DecisionDialogProps {
  transition: TransitionResponse;
  kind: 'approve' | 'reject';
  onClose: () => void;
}

/** Asks for a decision with what is decided on in view. */
export function DecisionDialog({ transition, kind, onClose }: DecisionDialogProps) {
  const { id, version, toStage } = transition;
  const [key] = useState(newKey);
  const [comment, setComment] = useDraft(`decision ${id}`);
  const work = useMutation({
    mutationFn: () => decide({ id, decision: kind, comment, key }),
    onSuccess: () => {
      setComment('');
      onClose();
    },
  });
  const isApproval = kind === 'approve';
  return (
    <Dialog
      title={isApproval ? texts.approveTitle(version, toStage) : texts.rejectTitle(version, toStage)}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look={isApproval ? 'primary' : 'destructive'} disabled={work.isPending} onClick={() => work.mutate()}>
            {isApproval ? texts.approveDo(version) : texts.rejectDo(version)}
          </Button>
        </DialogActions>
      }
    >
      <What transition={transition} />
      <Field label={texts.comment} hint={texts.commentHint}>
        {(ids) => (
          <textarea {...ids} value={comment} maxLength={2_000} onChange={(event) => setComment(event.target.value)} />
        )}
      </Field>
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}

function What({ transition }: { transition: TransitionResponse }) {
  const { model, toStage, requestedBy, requestedAt, gateReportId } = transition;
  const { data } = useQuery(modelQuery(model));
  const production = data?.productionVersion;
  return (
    <>
      <p>
        <Stored text={model} />. {toStage === 'Production' && (production ? texts.replaces(production) : texts.first)}{' '}
        <span className={styles.second}>
          {texts.asked} <Time at={requestedAt} /> {TEXTS.home.by} <Person subject={requestedBy} />.
        </span>
      </p>
      {gateReportId && <Judged id={gateReportId} />}
    </>
  );
}

function Judged({ id }: { id: string }) {
  const { data: report } = useQuery(reportQuery(id));
  if (!report) return null;
  return (
    <>
      <p className={styles.judged}>
        <Mark status={report.verdict} />
        <Stored text={verdictSentence(report)} />
        <Digest digest={report.digest} />
      </p>
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
          return (
            <li key={index}>
              <Mark status={measure.status} />
              <Stored text={name} />
              <span>{difference}</span>
              {interval !== '–' && <span className={styles.second}>({interval})</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
