import { GatesRefusedError, type Stage } from '@stagegate/client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { askFor, newKey } from '../data/actions.js';
import { useMay } from '../data/permissions.js';
import { checkQuery, modelQuery } from '../data/registry.js';
import { verdictSentence } from '../format/judgement.js';
import { Button, type Look } from '../parts/button.js';
import { Dialog, dialogStyles, Field } from '../parts/dialog.js';
import { DialogActions } from '../parts/dialog-actions.js';
import { useDraft } from '../parts/draft.js';
import { Stored } from '../parts/facts.js';
import { Mark } from '../parts/marks.js';
import { Loaded, ProblemView } from '../parts/states.js';
import { TEXTS } from '../texts.js';

const texts = TEXTS.transition;

interface Asked {
  model: string;
  version: number;
  toStage: Extract<Stage, 'Staging' | 'Production'>;
}

interface AskButtonProps extends Asked {
  label?: string;
  look?: Look;
}

/** Asks for a stage, in a dialog that shows what the gates say before. */
export function AskButton({ label, look, ...asked }: AskButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const lock = useMay('transition:request', asked.model) ? null : texts.mayNotAsk;
  return (
    <>
      <Button look={look} locked={lock} onClick={() => setOpen(true)}>
        {label ?? texts.ask(asked.toStage)}
      </Button>
      {isOpen && <AskDialog {...asked} onClose={() => setOpen(false)} />}
    </>
  );
}

function AskDialog({ onClose, ...asked }: Asked & { onClose: () => void }) {
  const { model, version, toStage } = asked;
  const [key] = useState(newKey);
  const [reason, setReason] = useDraft(`ask ${model} ${version} ${toStage}`);
  const { data: current } = useQuery(modelQuery(model));
  // What stood in Production when the dialog opened is what the reader asks to replace.
  const [incumbent, setIncumbent] = useState<number | null | undefined>(undefined);
  if (incumbent === undefined && current) setIncumbent(current.productionVersion);
  const navigate = useNavigate();
  const work = useMutation({
    mutationFn: () => askFor({ ...asked, expectedIncumbent: incumbent ?? null, reason, key }),
    onSuccess: async ({ id }) => {
      setReason('');
      await navigate({ to: '/transitions/$transition', params: { transition: id } });
      onClose();
    },
  });
  return (
    <Dialog
      title={texts.askTitle(TEXTS.version.of(model, version), toStage)}
      isOpen
      onClose={onClose}
      actions={
        <DialogActions error={work.error} onClose={onClose}>
          <Button look="primary" disabled={work.isPending || incumbent === undefined} onClick={() => work.mutate()}>
            {texts.askDo(toStage)}
          </Button>
        </DialogActions>
      }
    >
      {toStage === 'Production' && incumbent !== undefined && (
        <p>{incumbent === null ? texts.first : texts.replaces(incumbent)}</p>
      )}
      <Forecast {...asked} />
      <Field label={texts.reason} hint={texts.askHint}>
        {(ids) => <input {...ids} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />}
      </Field>
      {work.error && <ProblemView error={work.error} />}
      {work.error instanceof GatesRefusedError && work.error.transition && (
        <Link to="/transitions/$transition" params={{ transition: work.error.transition.id }}>
          {TEXTS.report.open}
        </Link>
      )}
    </Dialog>
  );
}

/** The verdict that a request would get now. */
function Forecast({ model, version, toStage }: Asked) {
  const check = useQuery(checkQuery(model, version, toStage));
  return (
    <div>
      <p className={dialogStyles.hint}>{texts.wouldJudge}</p>
      <Loaded query={check} lines={1}>
        {(report) => (
          <p>
            <Mark status={report.verdict} /> <Stored text={verdictSentence(report)} />
          </p>
        )}
      </Loaded>
    </div>
  );
}
