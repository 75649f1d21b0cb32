import { type BackTestItemResponse, type BackTestResponse, type BackTestRuleResponse } from '@stagegate/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { backTestQuery, type Owner } from '../../data/policy.js';
import { formatDate } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { visibleText } from '../../format/identifiers.js';
import { Mark } from '../../parts/marks.js';
import { pageStyles } from '../../parts/page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;

interface BackTestProps {
  owner: Owner;
  text: string;
  /** Why it cannot be run; null when it can. */
  locked: string | null;
}

/** What the draft would have said of the past. It judges up to 200 promotions again, so it is run when it is asked for. */
export function BackTest({ owner, text, locked }: BackTestProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const query = useQuery({ ...backTestQuery(owner, asked ?? text), enabled: asked !== null });
  return (
    <div className={styles.effects}>
      <div>
        <Button locked={locked} disabled={query.isFetching} onClick={() => setAsked(text)}>
          {query.isFetching ? texts.running : texts.runBackTest}
        </Button>
      </div>
      {asked === text && <Loaded query={query}>{(found) => <Found found={found} />}</Loaded>}
    </div>
  );
}

function Found({
  found: { promotions, total, newlyRefused, newlyLetThrough, items, rules },
}: {
  found: BackTestResponse;
}) {
  if (promotions === 0) return <Empty>{texts.noHistory}</Empty>;
  return (
    <>
      <p aria-live="polite">{texts.tally(promotions, total, newlyRefused, newlyLetThrough)}</p>
      <p className={styles.second}>{texts.picture}</p>
      <ol className={styles.decisions} aria-label={texts.backTest}>
        {items.toReversed().map((item) => (
          <Decision key={item.transitionId} item={item} />
        ))}
      </ol>
      <table className={pageStyles.table}>
        <thead>
          <tr>
            {Object.values(texts.ruleColumns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <RuleRow key={rule.ruleId} rule={rule} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Decision({ item }: { item: BackTestItemResponse }) {
  const { transitionId, model, version, verdict, draftVerdict, requestedAt } = item;
  const { statuses } = TEXTS.report;
  const what = visibleText(`${model} ${version}, ${formatDate(requestedAt)}`);
  const sentence = texts.decision(what, statuses[verdict], statuses[draftVerdict]);
  return (
    <li>
      <Link
        to="/transitions/$transition"
        params={{ transition: transitionId }}
        className={verdict === draftVerdict ? styles.decision : `${styles.decision} ${styles.ring}`}
        aria-label={sentence}
        title={sentence}
      >
        <Mark status={draftVerdict} />
      </Link>
    </li>
  );
}

function RuleRow({ rule: { ruleId, passed, failed, inconclusive, errors, skipped } }: { rule: BackTestRuleResponse }) {
  const { ruleColumns: columns } = texts;
  return (
    <tr>
      <td>
        <Stored text={ruleId} />
      </td>
      <td data-label={columns.passed}>{passed}</td>
      <td data-label={columns.failed}>{failed}</td>
      <td data-label={columns.undecided}>{inconclusive}</td>
      <td data-label={columns.errors}>{errors}</td>
      <td data-label={columns.skipped}>{skipped}</td>
    </tr>
  );
}
