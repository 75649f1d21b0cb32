import {
  type BackTestItemResponse,
  type LiveJudgementResponse,
  type PolicyCheckResponse,
  type PolicyConflictResponse,
} from '@stagegate/client';
import { Link } from '@tanstack/react-router';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { TEXTS } from '../../texts.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import styles from './policy.module.css';
import { visibleText } from '../../format/identifiers.js';

const texts = POLICY_TEXTS;

interface EffectsProps {
  check: PolicyCheckResponse;
  /** Whether this was said of a former text, while that of the present one is asked for. */
  isOld: boolean;
  onGo: (pointer: string) => void;
}

/** What the service says of a draft: its faults, or what setting it would change. */
export function Effects({ check, isOld, onGo }: EffectsProps) {
  const { faults, advice, waiting, production } = check;
  if (isOld) return <p className={styles.second}>{texts.checking}</p>;
  if (faults.length > 0) return <Faults faults={faults} onGo={onGo} />;
  return (
    <div className={styles.effects}>
      <p className={styles.said}>
        <Mark status="PASS" />
        {texts.valid}
      </p>
      {waiting && (
        <div>
          <p>{texts.waiting(waiting.total, waiting.items.length)}</p>
          <ul>
            {waiting.items.map((item) => (
              <Waiting key={item.transitionId} item={item} />
            ))}
          </ul>
        </div>
      )}
      {production && (
        <div>
          <p>{texts.production(production.total, production.items.length)}</p>
          <ul>
            {production.items.map((item) => (
              <LiveRow key={`${item.model} ${item.version}`} item={item} />
            ))}
          </ul>
        </div>
      )}
      {advice.length > 0 && (
        <div>
          <p className={styles.strong}>{texts.advice}</p>
          <ul>
            {advice.map(({ ruleId, code, message, remediation }) => (
              <li key={`${ruleId} ${code}`} className={styles.second}>
                <Stored text={`${message} ${remediation}`} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Faults({ faults, onGo }: { faults: readonly PolicyConflictResponse[]; onGo: (pointer: string) => void }) {
  return (
    <div className={styles.effects}>
      <p className={styles.said}>
        <Mark status="FAIL" />
        {texts.faults(faults.length)}
      </p>
      <ul className={styles.faults}>
        {faults.map(({ pointer, code, detail }) => (
          <li key={`${pointer} ${code}`}>
            <Button small look="quiet" aria-label={texts.goTo(pointer)} onClick={() => onGo(pointer)}>
              <code>
                <Stored text={pointer || '/'} />
              </code>
            </Button>
            <Stored text={detail} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const wordOf = (verdict: keyof typeof TEXTS.report.statuses | null) =>
  verdict === null ? texts.unknown : TEXTS.report.statuses[verdict];

function Waiting({ item }: { item: BackTestItemResponse }) {
  const { transitionId, model, version, verdict, draftVerdict } = item;
  return (
    <li className={styles.said}>
      <Mark status={draftVerdict} />
      <Link to="/transitions/$transition" params={{ transition: transitionId }}>
        <Stored text={model} /> {version}
      </Link>
      {texts.would(wordOf(verdict), wordOf(draftVerdict))}
    </li>
  );
}

/** A version in Production that the draft would judge otherwise. */
export function LiveRow({ item: { model, version, verdict, draftVerdict, message } }: { item: LiveJudgementResponse }) {
  return (
    <li className={styles.said}>
      <Mark status={draftVerdict ?? 'SKIPPED'} />
      <Link to="/models/$model/versions/$version" params={{ model, version }}>
        <Stored text={model} /> {version}
      </Link>
      <span title={visibleText(message ?? '')}>{texts.would(wordOf(verdict), wordOf(draftVerdict))}</span>
    </li>
  );
}
