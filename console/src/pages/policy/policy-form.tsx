import {
  GATED,
  type Gated,
  type PolicyDocument,
  type Rule,
  rulesOf,
  type Slot,
  slotsOf,
  stageField,
  withSlots,
  withStageField,
} from '../../policy/policy-document.js';
import { Button } from '../../parts/button.js';
import { NumberField } from '../../parts/number-field.js';
import { StageLabel } from '../../parts/marks.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { NEW_SIGNERS } from '../../policy/signers.js';
import { Choice, Labelled } from './fields.js';
import { RuleCard } from './rule-card.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;
const NEW_RULE: Rule = { metric: 'accuracy', min: 0.8 };

interface PolicyFormProps {
  document: PolicyDocument;
  isReadOnly: boolean;
  onChange: (document: PolicyDocument) => void;
}

/** The common part of a policy as fields; whatever else the document says is kept as it is. */
export function PolicyForm(props: PolicyFormProps) {
  return GATED.map((stage) => <StageForm key={stage} stage={stage} {...props} />);
}

type StageFormProps = PolicyFormProps & { stage: Gated };

function StageForm({ stage, document, isReadOnly, onChange }: StageFormProps) {
  const rules = rulesOf(document, stage);
  const setRules = (next: readonly Rule[]) => onChange(withStageField(document, stage, 'rules', next));
  return (
    <section className={styles.stage} aria-label={stage}>
      <StageLabel stage={stage} />
      <PresetField stage={stage} document={document} isReadOnly={isReadOnly} onChange={onChange} />
      {rules.length === 0 && <p className={styles.second}>{texts.noRules}</p>}
      <ul className={styles.rules}>
        {rules.map((rule, index) => (
          <RuleCard
            key={index}
            rule={rule}
            isReadOnly={isReadOnly}
            onChange={(next) => setRules(rules.with(index, next))}
            onRemove={() => setRules(rules.toSpliced(index, 1))}
          />
        ))}
      </ul>
      {!isReadOnly && (
        <div className={styles.bar}>
          <Button small onClick={() => setRules([...rules, NEW_RULE])}>
            {texts.addRule}
          </Button>
          <Button small onClick={() => setRules([...rules, NEW_SIGNERS])}>
            {texts.signers.add}
          </Button>
        </div>
      )}
      <Approvals stage={stage} document={document} isReadOnly={isReadOnly} onChange={onChange} />
    </section>
  );
}

function PresetField({ stage, document, isReadOnly, onChange }: StageFormProps) {
  const preset = stageField(document, stage, 'preset');
  const options = texts.presets.map((each) => [each, each] as const);
  return (
    <fieldset disabled={isReadOnly} className={styles.plain}>
      <legend className="unseen">
        {texts.preset} {stage}
      </legend>
      <Choice
        label={texts.preset}
        value={typeof preset === 'string' ? preset : ''}
        options={[['', texts.noPreset], ...options]}
        onChange={(next) => onChange(withStageField(document, stage, 'preset', next || undefined))}
      />
    </fieldset>
  );
}

function Approvals({ stage, document, isReadOnly, onChange }: StageFormProps) {
  const slots = slotsOf(document, stage);
  const set = (next: readonly Slot[]) => onChange(withSlots(document, stage, next));
  const said = slots === null ? texts.approvalsOwn : slots.length === 0 ? texts.approvalsNone : null;
  return (
    <fieldset disabled={isReadOnly} className={styles.plain}>
      <legend className={styles.legend}>{texts.approvals}</legend>
      {said && <p className={styles.second}>{stage === 'Staging' && slots === null ? texts.approvalsNone : said}</p>}
      {slots?.map((slot, index) => (
        <SlotFields
          key={index}
          slot={slot}
          onChange={(next) => set(slots.with(index, next))}
          onRemove={() => set(slots.toSpliced(index, 1))}
        />
      ))}
      {!isReadOnly && (
        <Button small onClick={() => set([...(slots ?? []), { role: 'approver', count: 1 }])}>
          {slots === null ? texts.stateApprovals : texts.addApproval}
        </Button>
      )}
    </fieldset>
  );
}

interface SlotFieldsProps {
  slot: Slot;
  onChange: (slot: Slot) => void;
  onRemove: () => void;
}

function SlotFields({ slot, onChange, onRemove }: SlotFieldsProps) {
  return (
    <div className={styles.slot}>
      <Labelled label={texts.role}>
        {(id) => (
          <input id={id} value={slot.role} onChange={({ target }) => onChange({ ...slot, role: target.value })} />
        )}
      </Labelled>
      <Labelled label={texts.count}>
        {(id) => (
          <NumberField
            id={id}
            min={1}
            max={20}
            value={slot.count}
            onChange={(count) => onChange({ ...slot, count: Math.max(1, Math.round(count)) })}
          />
        )}
      </Labelled>
      <Button small look="quiet" onClick={onRemove} aria-label={texts.removeRule(slot.role)}>
        {texts.remove}
      </Button>
    </div>
  );
}
