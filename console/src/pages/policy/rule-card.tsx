import { FORM_KINDS, type FormRule, toFormRule, withFormChange } from '../../policy/form-rule.js';
import { type Rule, withField } from '../../policy/policy-document.js';
import { ruleName } from '../../policy/policy-difference.js';
import { toSigners } from '../../policy/signers.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { NumberField } from '../../parts/number-field.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { Choice, EnforcementField, Labelled } from './fields.js';
import { ListField } from './list-field.js';
import styles from './policy.module.css';
import { SignersFields } from './signers-fields.js';

const texts = POLICY_TEXTS;

interface RuleCardProps {
  rule: Rule;
  isReadOnly: boolean;
  onChange: (rule: Rule) => void;
  onRemove: () => void;
}

/** One rule: fields for the common ones, and its text for those that say more. */
export function RuleCard({ rule, isReadOnly, onChange, onRemove }: RuleCardProps) {
  const [shown, signers] = [toFormRule(rule), toSigners(rule)];
  const name = ruleName(rule);
  const { description } = rule;
  return (
    <li className={styles.rule}>
      <fieldset disabled={isReadOnly}>
        <legend className="unseen">{name}</legend>
        <div className={styles.ruleHead}>
          <span className={styles.ruleName}>
            <Stored text={name} />
          </span>
          <Button small look="quiet" onClick={onRemove} aria-label={texts.removeRule(name)}>
            {texts.remove}
          </Button>
        </div>
        {typeof description === 'string' && (
          <p className={styles.second}>
            <Stored text={description} />
          </p>
        )}
        {shown && <RuleFields rule={rule} shown={shown} onChange={onChange} />}
        {signers && <SignersFields rule={rule} signers={signers} isReadOnly={isReadOnly} onChange={onChange} />}
        {!shown && !signers && <p className={styles.second}>{texts.other}</p>}
      </fieldset>
    </li>
  );
}

interface RuleFieldsProps {
  rule: Rule;
  shown: FormRule;
  onChange: (rule: Rule) => void;
}

function RuleFields({ rule, shown, onChange }: RuleFieldsProps) {
  const change = (changes: Partial<FormRule>) => onChange(withFormChange(rule, shown, changes));
  return (
    <div className={styles.fields}>
      <Labelled label={texts.metric}>
        {(id) => <input id={id} value={shown.metric} onChange={({ target }) => change({ metric: target.value })} />}
      </Labelled>
      <Choice
        label={texts.kind}
        value={shown.kind}
        options={FORM_KINDS.map((kind) => [kind, texts.kinds[kind]])}
        onChange={(kind) => change({ kind: kind as FormRule['kind'] })}
      />
      <Labelled label={texts.value}>
        {(id) => <NumberField id={id} value={shown.value} onChange={(value) => change({ value })} />}
      </Labelled>
      {shown.kind === 'noLoss' && <LossFields rule={rule} shown={shown} onChange={onChange} />}
      <Labelled label={texts.slicesOf}>
        {(id) => (
          <ListField
            id={id}
            values={shown.slicesOf}
            placeholder={texts.slicesHint}
            onChange={(slicesOf) => change({ slicesOf })}
          />
        )}
      </Labelled>
      <EnforcementField rule={rule} onChange={onChange} />
      {shown.namedSlices > 0 && <p className={styles.second}>{texts.named(shown.namedSlices)}</p>}
    </div>
  );
}

/** What only a comparison with the incumbent has. */
function LossFields({ rule, shown, onChange }: RuleFieldsProps) {
  return (
    <>
      <Choice
        label={texts.unit}
        value={shown.isShare ? 'rel' : 'abs'}
        options={Object.entries(texts.units)}
        onChange={(unit) => onChange(withFormChange(rule, shown, { isShare: unit === 'rel' }))}
      />
      <Choice
        label={texts.mode}
        value={typeof rule['mode'] === 'string' ? rule['mode'] : 'point'}
        options={Object.entries(texts.modes)}
        onChange={(mode) => onChange(withField(rule, 'mode', mode))}
      />
    </>
  );
}
