import { type BackTestItemResponse, type BackTestResponse, type BackTestRuleResponse } from '@stagegate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { backTestQuery, type Owner } from '../../data/policy.js';
import { formatDate } from '../../format/times.js';
import { Button } from '../../parts/button.js';
import { Stored } from '../../parts/facts.js';
import { visibleText } from '../../format/identifiers.js';
import { Mark } from '../../parts/marks.js';
import { ColumnHeads, pageStyles } from '../../parts/page.js';
import { NextPage } from '../../parts/next-page.js';
import { Empty, Loaded } from '../../parts/states.js';
import { TEXTS } from '../../texts.js';
import { POLICY_TEXTS } from '../../texts/policy.js';
import { WholeHistory } from './back-test-history.js';
import styles from './policy.module.css';

const texts = POLICY_TEXTS;

interface BackTestProps {
  owner: Owner;
  text: string;
  /** Why it cannot be run; null when it can. */
  locked: string | null;
}

/** What the draft would have said of the past. It judges promotions again, 200 at a time, so it is run when it is asked for. */
export function BackTest({ owner, text, locked }: BackTestProps) {
  const [asked, setAsked] = useState<string | null>(null);
  const query = useInfiniteQuery({ ...backTestQuery(owner, asked ?? text), enabled: asked !== null });
  return (
    <div className={styles.effects}>
      <div>
        <Button locked={locked} disabled={query.isFetching} onClick={() => setAsked(text)}>
          {query.isFetching ? texts.running : texts.runBackTest}
        </Button>
      </div>
      {asked === text && (
        <>
          <Loaded query={query}>{({ pages }) => <Found found={joined(pages)} />}</Loaded>
          <NextPage query={query} label={texts.earlier} />
          {query.data && <WholeHistory key={text} owner={owner} text={text} />}
        </>
      )}
    </div>
  );
}

interface PastDecisions {
  items: BackTestItemResponse[];
  total: number;
  rules: BackTestRuleResponse[];
}

/** The pages of the past as one: each decision once, and the outcomes of each rule added up. */
function joined(pages: readonly BackTestResponse[]): PastDecisions {
  const items = new Map(pages.flatMap((page) => page.items.map((item) => [item.transitionId, item])));
  const rules = new Map<string, BackTestRuleResponse>();
  for (const rule of pages.flatMap((page) => page.rules)) {
    const before = rules.get(rule.ruleId);
    rules.set(rule.ruleId, before ? added(before, rule) : rule);
  }
  return { items: [...items.values()], total: pages[0]?.total ?? 0, rules: [...rules.values()] };
}

function added(one: BackTestRuleResponse, other: BackTestRuleResponse): BackTestRuleResponse {
  return {
    ruleId: one.ruleId,
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    errors: one.errors + other.errors,
    inconclusive: one.inconclusive + other.inconclusive,
    skipped: one.skipped + other.skipped,
  };
}

function Found({ found: { items, total, rules } }: { found: PastDecisions }) {
  if (items.length === 0) return <Empty>{texts.noHistory}</Empty>;
  const counted = (change: BackTestItemResponse['change']) => items.filter((item) => item.change === change).length;
  return (
    <>
      <p aria-live="polite">
        {texts.tally(items.length, total, counted('newly_refused'), counted('newly_let_through'))}
      </p>
      <p className={styles.second}>{texts.picture}</p>
      <ol className={styles.decisions} aria-label={texts.backTest}>
        {items.toReversed().map((item) => (
          <Decision key={item.transitionId} item={item} />
        ))}
      </ol>
      <RuleTable rules={rules} />
    </>
  );
}

function RuleTable({ rules }: { rules: readonly BackTestRuleResponse[] }) {
  return (
    <table className={pageStyles.table}>
      <ColumnHeads names={Object.values(texts.ruleColumns)} />
      <tbody>
        {rules.map((rule) => (
          <RuleRow key={rule.ruleId} rule={rule} />
        ))}
      </tbody>
    </table>
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
