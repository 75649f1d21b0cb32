import { type Signer, type SignersRule, withOneMore, withSigners } from '../../policy/signers.js';
import { type Rule } from '../../policy/policy-document.js';
import { Button } from '../../parts/button.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { EnforcementField, Labelled } from './fields.js';
import styles from './policy.module.css';

const { signers: texts, remove } = POLICY_TEXTS;

interface SignersFieldsProps {
  rule: Rule;
  signers: SignersRule;
  isReadOnly: boolean;
  onChange: (rule: Rule) => void;
}

/** Who may sign the artifact: by a key, or by an identity that Sigstore vouches for. */
export function SignersFields({ rule, signers, isReadOnly, onChange }: SignersFieldsProps) {
  const { keys, identities } = signers;
  const set = (changes: Partial<SignersRule>) => onChange(withSigners(rule, { ...signers, ...changes }));
  return (
    <div className={styles.plain}>
      <p className={styles.second}>{texts.what}</p>
      {keys.map((key, index) => (
        <KeyFields
          key={index}
          name={texts.keyName(index + 1)}
          pem={key}
          onChange={(next) => set({ keys: keys.with(index, next) })}
          onRemove={() => set({ keys: keys.toSpliced(index, 1) })}
        />
      ))}
      {identities.map((signer, index) => (
        <SignerFields
          key={index}
          name={texts.signerName(index + 1)}
          signer={signer}
          onChange={(next) => set({ identities: identities.with(index, next) })}
          onRemove={() => set({ identities: identities.toSpliced(index, 1) })}
        />
      ))}
      {!isReadOnly && (
        <div className={styles.bar}>
          <Button small onClick={() => set(withOneMore(signers, 'keys'))}>
            {texts.addKey}
          </Button>
          <Button small onClick={() => set(withOneMore(signers, 'identities'))}>
            {texts.addSigner}
          </Button>
        </div>
      )}
      <EnforcementField rule={rule} onChange={onChange} />
    </div>
  );
}

interface EntryProps {
  /** What it is called where several are. */
  name: string;
  onRemove: () => void;
}

function KeyFields({ name, pem, onChange, onRemove }: EntryProps & { pem: string; onChange: (pem: string) => void }) {
  return (
    <div className={styles.signer}>
      <Labelled label={name}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            className="mono"
            placeholder={texts.keyHint}
            value={pem}
            onChange={({ target }) => onChange(target.value)}
          />
        )}
      </Labelled>
      <Button small look="quiet" onClick={onRemove} aria-label={POLICY_TEXTS.removeRule(name)}>
        {remove}
      </Button>
    </div>
  );
}

interface SignerFieldsProps extends EntryProps {
  signer: Signer;
  onChange: (signer: Signer) => void;
}

function SignerFields({ name, signer, onChange, onRemove }: SignerFieldsProps) {
  return (
    <div className={styles.signer}>
      <div className={styles.fields}>
        <Labelled label={name}>
          {(id) => (
            <input
              id={id}
              value={signer.subject}
              placeholder={texts.subjectHint}
              onChange={({ target }) => onChange({ ...signer, subject: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={texts.issuer}>
          {(id) => (
            <input
              id={id}
              value={signer.issuer}
              placeholder={texts.issuerHint}
              onChange={({ target }) => onChange({ ...signer, issuer: target.value })}
            />
          )}
        </Labelled>
      </div>
      <Button small look="quiet" onClick={onRemove} aria-label={POLICY_TEXTS.removeRule(name)}>
        {remove}
      </Button>
    </div>
  );
}
