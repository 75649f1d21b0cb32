import { lineDifference, type PolicyDifference, policyDifferences } from '../../policy/policy-difference.js';
import { type PolicyDocument, writePolicy } from '../../policy/policy-document.js';
import { Stored } from '../../parts/facts.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;
const SIGNS = { same: ' ', removed: '−', added: '+' } as const;

/** What differs between two policies: in words first, then line by line for whoever asks. */
export function DifferenceView({ before, after }: { before: PolicyDocument; after: PolicyDocument }) {
  const differences = policyDifferences(before, after);
  if (differences.length === 0) return <p className={styles.second}>{texts.noDifference}</p>;
  return (
    <div className={styles.effects}>
      <ul className={styles.differences}>
        {differences.map((difference, index) => (
          <DifferenceRow key={index} difference={difference} />
        ))}
      </ul>
      <details>
        <summary className={styles.summary}>{texts.raw}</summary>
        <pre className={styles.lines} tabIndex={0} role="region" aria-label={texts.raw}>
          {lineDifference(writePolicy(before), writePolicy(after)).map(({ kind, text }, index) => (
            <span key={index} className={styles[kind]}>
              {SIGNS[kind]} <Stored text={text} />
              {'\n'}
            </span>
          ))}
        </pre>
      </details>
    </div>
  );
}

function DifferenceRow({ difference: { change, stage, name, fields } }: { difference: PolicyDifference }) {
  return (
    <li>
      <strong>{texts.changes[change]}</strong> <Stored text={name} />{' '}
      <span className={styles.second}>{stage ?? texts.all}</span>
      {fields.map((field) => (
        <span key={field.name} className={styles.change}>
          {field.name && <Stored text={field.name} />}{' '}
          <del>
            <Stored text={field.before} />
          </del>{' '}
          →{' '}
          <ins>
            <Stored text={field.after} />
          </ins>
        </span>
      ))}
    </li>
  );
}
