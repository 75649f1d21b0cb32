import {
  type HistoryTenureResponse,
  type RollbackPreviewResponse,
  type TransitionResponse,
  type VersionResponse,
} from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { rollBack } from '../../data/actions.js';
import { useReadNow } from '../../data/read-now.js';
import { barredQuery, rollbackPreviewQuery, tenuresQuery } from '../../data/registry.js';
import { formatSpan } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Dialog, dialogStyles, Field } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { useDraft } from '../../parts/draft.js';
import { Person, Time } from '../../parts/facts.js';
import { useKeyedWork } from '../../parts/keyed-work.js';
import { Mark } from '../../parts/marks.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { Blockers } from '../../remedies/blockers.js';
import { TEXTS } from '../../texts.js';
import { ROLLBACK_BUTTON } from '../model/rollback-button.js';
import styles from './rollback.module.css';
import { targetsOf } from './targets.js';

const texts = TEXTS.rollback;

/**
 * The dialog that rolls a model back, over the page of the model; its own address, so that it can be opened from anywhere. Closing
 * it takes its address out of the history, so that nobody goes back into it.
 */
export function RollbackPage() {
  const { model } = useParams({ from: '/shell/models/$model/rollback' });
  const navigate = useNavigate();
  const tenures = useReadNow(tenuresQuery(model));
  const close = () => void navigate({ to: '/models/$model', params: { model }, replace: true });
  return (
    <Loaded query={tenures} lines={1}>
      {(held) => <RollbackDialog model={model} tenures={held} onClose={close} />}
    </Loaded>
  );
}

interface RollbackDialogProps {
  model: string;
  tenures: readonly HistoryTenureResponse[];
  onClose: () => void;
}

function RollbackDialog({ model, tenures, onClose }: RollbackDialogProps) {
  const [reason, setReason] = useDraft(`rollback ${model}`);
  // What the dialog was opened on stays, so that the answer is about what the reader saw.
  const [opened] = useState(tenures);
  const current = opened.find(({ endedAt }) => endedAt === null);
  const targets = targetsOf(opened);
  const { data: barred } = useQuery(
    barredQuery(
      model,
      targets.map(({ version }) => version),
    ),
  );
  const isBarred = (version: number) => barred?.has(version) === true;
  const [chosen, setChosen] = useState<number | null>(null);
  const target = chosen ?? targets.find(({ version }) => !isBarred(version))?.version;
  const { data: preview } = useQuery(rollbackPreviewQuery(model, target));
  const lock = lockOf(target, preview, reason);
  const work = useKeyedWork({
    send: (key) => rollBack({ model, toVersion: target!, expectedIncumbent: current?.version ?? null, reason, key }),
    onDone: () => setReason(''),
  });
  if (work.data) return <Done transition={work.data} onClose={onClose} />;
  return (
    <Dialog
      title={texts.title(model)}
      isOpen
      onClose={onClose}
      opener={ROLLBACK_BUTTON}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look="destructive" locked={lock} disabled={work.isPending} onClick={() => work.mutate()}>
            {target === undefined ? TEXTS.model.rollBack : texts.do(target)}
          </Button>
        </DialogActions>
      }
    >
      {current && <Now tenure={current} />}
      <Targets targets={targets} chosen={target} isBarred={isBarred} onChoose={setChosen} />
      {target !== undefined && <p>{texts.what(current?.version ?? null, target)}</p>}
      {preview && <Foreseen preview={preview} />}
      <Field label={texts.reason} hint={texts.reasonHint}>
        {(ids) => (
          <textarea {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      {work.error && <ProblemView error={work.error} />}
    </Dialog>
  );
}

/** Why nothing can be rolled back yet; null when it can. The service has the last word. */
function lockOf(target: number | undefined, preview: RollbackPreviewResponse | undefined, reason: string) {
  if (target === undefined) return texts.none;
  if (preview?.blockers[0]) return preview.blockers[0].detail;
  return reason.trim() === '' ? texts.needsReason : null;
}

/** How the gates compare what would be put back, and what stands in the way. */
function Foreseen({
  preview: { model, target, gateReport, gatesRequired, blockers },
}: {
  preview: RollbackPreviewResponse;
}) {
  return (
    <>
      {gateReport && (
        <p className={styles.compared}>
          <Mark status={gateReport.verdict} />
          <span>
            {texts.compared(gateReport.challenger, gateReport.incumbent, TEXTS.report.statuses[gateReport.verdict])}{' '}
            {!gatesRequired && texts.gatesDoNotBlock}
          </span>
        </p>
      )}
      {target && <Blockers blockers={blockers} hindered={{ model, version: target.version, toStage: 'Production' }} />}
    </>
  );
}

function Done({ transition, onClose }: { transition: TransitionResponse; onClose: () => void }) {
  const { model, version, displacedVersion } = transition;
  return (
    <Dialog
      title={texts.title(model)}
      isOpen
      onClose={onClose}
      opener={ROLLBACK_BUTTON}
      actions={<Button onClick={onClose}>{TEXTS.states.close}</Button>}
    >
      <p role="status">{texts.done(version, displacedVersion)}</p>
    </Dialog>
  );
}

function Now({ tenure: { version, startedAt, began } }: { tenure: HistoryTenureResponse }) {
  return (
    <p className={dialogStyles.hint}>
      {texts.now}: <strong>{version}</strong>, {TEXTS.model.since} <Time at={startedAt} />
      {began && (
        <>
          , {TEXTS.home.by} <Person subject={began.appliedBy} />
        </>
      )}
    </p>
  );
}

interface TargetsProps {
  targets: readonly HistoryTenureResponse[];
  chosen: number | undefined;
  isBarred: (version: VersionResponse['version']) => boolean;
  onChoose: (version: number) => void;
}

function Targets({ targets, chosen, isBarred, onChoose }: TargetsProps) {
  if (targets.length === 0) return <p>{texts.none}</p>;
  return (
    <fieldset className={styles.targets}>
      <legend>{texts.to}</legend>
      {targets.map(({ version, startedAt, endedAt }) => (
        <label key={version} className={styles.target}>
          <input
            type="radio"
            name="target"
            checked={chosen === version}
            disabled={isBarred(version)}
            onChange={() => onChoose(version)}
          />
          <strong>{version}</strong>
          <span className={dialogStyles.hint}>
            {texts.held(formatSpan(Date.parse(endedAt!) - Date.parse(startedAt)))} {texts.until} <Time at={endedAt!} />
            {isBarred(version) && `, ${texts.quarantined}`}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
