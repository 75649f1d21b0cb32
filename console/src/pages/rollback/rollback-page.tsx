import {
  type HistoryTenureResponse,
  type RollbackPreviewResponse,
  type TransitionResponse,
  type VersionResponse,
} from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey, rollBack } from '../../data/actions.js';
import { barredQuery, rollbackPreviewQuery, tenuresQuery } from '../../data/registry.js';
import { formatSpan } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Dialog, dialogStyles, Field } from '../../parts/dialog.js';
import { DialogActions } from '../../parts/dialog-actions.js';
import { useDraft } from '../../parts/draft.js';
import { Person, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Loaded, ProblemView } from '../../parts/states.js';
import { Blockers } from '../../remedies/blockers.js';
import { TEXTS } from '../../texts.js';
import { ModelPage } from '../model/model-page.js';
import styles from './rollback.module.css';

const texts = TEXTS.rollback;

/** The model, and over it the dialog that rolls it back; its own address, so that it can be opened from anywhere. */
export function RollbackPage() {
  const { model } = useParams({ from: '/shell/models/$model/rollback' });
  const navigate = useNavigate();
  const tenures = useQuery(tenuresQuery(model));
  const close = () => void navigate({ to: '/models/$model', params: { model } });
  return (
    <>
      <ModelPage title={texts.title(model)} />
      <Loaded query={tenures} lines={1}>
        {(held) => <RollbackDialog model={model} tenures={held} onClose={close} />}
      </Loaded>
    </>
  );
}

/** The last tenure of each earlier version, the newest first. */
export function targetsOf(tenures: readonly HistoryTenureResponse[], now: number | undefined): HistoryTenureResponse[] {
  const seen = new Set<number>(now === undefined ? [] : [now]);
  return tenures.filter(({ version, endedAt }) => {
    if (endedAt === null || seen.has(version)) return false;
    seen.add(version);
    return true;
  });
}

interface RollbackDialogProps {
  model: string;
  tenures: readonly HistoryTenureResponse[];
  onClose: () => void;
}

function RollbackDialog({ model, tenures, onClose }: RollbackDialogProps) {
  const [key] = useState(newKey);
  const [reason, setReason] = useDraft(`rollback ${model}`);
  const work = useMutation({ mutationFn: rollBack, onSuccess: () => setReason('') });
  // What the dialog was opened on stays, so that the answer is about what the reader saw.
  const [opened] = useState(tenures);
  const current = opened.find(({ endedAt }) => endedAt === null);
  const targets = targetsOf(opened, current?.version);
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
  const act = () =>
    work.mutate({ model, toVersion: target!, expectedIncumbent: current?.version ?? null, reason, key });
  if (work.data) return <Done transition={work.data} onClose={onClose} />;
  return (
    <Dialog
      title={texts.title(model)}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look="destructive" locked={lock} disabled={work.isPending} onClick={act}>
            {target === undefined ? TEXTS.model.rollBack : texts.do(target)}
          </Button>
        </DialogActions>
      }
    >
      {current && <Now tenure={current} />}
      <Targets targets={targets} chosen={target} isBarred={isBarred} onChoose={setChosen} />
      {target !== undefined && current && <p>{texts.what(current.version, target)}</p>}
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
      actions={<Button onClick={onClose}>{TEXTS.states.close}</Button>}
    >
      <p role="status">{texts.done(version, displacedVersion ?? 0)}</p>
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
