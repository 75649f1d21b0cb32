import { GatesRefusedError, type Stage } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { askFor } from '../data/actions.js';
import { useMay } from '../data/permissions.js';
import { useIncumbent } from '../data/read-now.js';
import { checkQuery } from '../data/registry.js';
import { verdictSentence } from '../format/judgement.js';
import { Button, type Look } from '../parts/button.js';
import { Dialog, dialogStyles, Field } from '../parts/dialog.js';
import { DialogActions } from '../parts/dialog-actions.js';
import { useDraft } from '../parts/draft.js';
import { Stored } from '../parts/facts.js';
import { useKeyedWork } from '../parts/keyed-work.js';
import { Mark } from '../parts/marks.js';
import { Replaced } from '../parts/replaced.js';
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
  const [reason, setReason] = useDraft(`ask ${model} ${version} ${toStage}`);
  const incumbent = useIncumbent(model);
  const navigate = useNavigate();
  const work = useKeyedWork({
    send: (key) => askFor({ ...asked, expectedIncumbent: incumbent.data ?? null, reason, key }),
    onDone: async ({ id }) => {
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
          <Button
            look="primary"
            locked={incumbent.data === undefined ? texts.incumbentUnread : null}
            disabled={work.isPending}
            onClick={() => work.mutate()}
          >
            {texts.askDo(toStage)}
          </Button>
        </DialogActions>
      }
    >
      <Replaced incumbent={incumbent} toStage={toStage} />
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
