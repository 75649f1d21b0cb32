import { type GateReportResponse, type GateRuleResponse } from '@stagegate/client';
import { useState } from 'react';
import { waive } from '../data/governance.js';
import { useMay } from '../data/permissions.js';
import { fromLocalField } from '../format/moments.js';
import { visibleText } from '../format/identifiers.js';
import { ActionDialog, TextField } from '../parts/action-dialog.js';
import { Button } from '../parts/button.js';
import { useDraft } from '../parts/draft.js';
import { Person, Stored, Time } from '../parts/facts.js';
import { TEXTS } from '../texts.js';
import { GOVERNANCE_TEXTS } from '../texts/governance.js';
import styles from './remedies.module.css';

const texts = GOVERNANCE_TEXTS.waiver;

interface WaiveProps {
  report: Pick<GateReportResponse, 'model' | 'challenger' | 'toStage'>;
  rule: GateRuleResponse;
}

/** Who waived a rule, and the way to do so; on a refusal the way is there, locked with its reason. */
export function WaiveRule({ report, rule }: WaiveProps) {
  const may = useMay('waiver:write', report.model);
  const [isOpen, setOpen] = useState(false);
  if (rule.status !== 'INCONCLUSIVE' && rule.status !== 'FAIL') return null;
  const lock = may ? null : texts.mayNot;
  return (
    <div className={styles.waive}>
      {rule.waivedBy?.map(({ id, grantedBy, reason, expiresAt }) => (
        <p key={id}>
          {texts.by} <Person subject={grantedBy} /> {texts.ends} <Time at={expiresAt} />: <Stored text={reason} />
        </p>
      ))}
      <Button small locked={rule.status === 'FAIL' ? texts.refused : lock} onClick={() => setOpen(true)}>
        {texts.waive}
        <span className="unseen"> {visibleText(rule.id)}</span>
      </Button>
      {isOpen && <WaiveDialog report={report} rule={rule} onClose={() => setOpen(false)} />}
    </div>
  );
}

function WaiveDialog({ report, rule, onClose }: WaiveProps & { onClose: () => void }) {
  const { model, challenger: version, toStage } = report;
  const [reason, setReason] = useDraft(`waive ${model} ${version} ${toStage} ${rule.id}`);
  const [until, setUntil] = useState('');
  const asked = { model, version, toStage, ruleId: rule.id, reason, expiresAt: fromLocalField(until) };
  return (
    <ActionDialog
      title={texts.waiveTitle(rule.id, TEXTS.version.of(model, version))}
      action={texts.waiveDo}
      locked={reason.trim() === '' ? GOVERNANCE_TEXTS.needsReason : null}
      send={(key) => waive({ ...asked, key })}
      onDone={() => {
        setReason('');
        onClose();
      }}
      onClose={onClose}
    >
      <p>
        <Stored text={rule.message} />
      </p>
      <p>{texts.what}</p>
      <TextField
        label={GOVERNANCE_TEXTS.reason}
        hint={GOVERNANCE_TEXTS.reasonHint}
        value={reason}
        onChange={setReason}
        isLong
      />
      <TextField label={texts.until} hint={texts.untilHint} type="datetime-local" value={until} onChange={setUntil} />
    </ActionDialog>
  );
}
