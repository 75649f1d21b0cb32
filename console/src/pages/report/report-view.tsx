import { type GateMeasureResponse, type GateReportResponse, type GateRuleResponse } from '@stagegate/client';
import { ChevronRight } from 'lucide-react';
import { type ReactNode } from 'react';
import { Digest, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { measureStrips } from '../../parts/measure-strips.js';
import { pageStyles, Section } from '../../parts/page.js';
import { TEXTS } from '../../texts.js';
import { measuresOf, reasonSentence, rulesByUrgency, tally, toRow, verdictSentence } from '../../format/judgement.js';
import styles from './report.module.css';

const texts = TEXTS.report;

/** A judgement: the verdict first, then what it rests on, the most urgent first. */
export function ReportView({ report, openRule }: { report: GateReportResponse; openRule?: string }) {
  const rules = rulesByUrgency(report.rules);
  return (
    <>
      <div className={`${styles.verdict} ${styles[report.verdict]}`}>
        <p className={styles.sentence}>
          <Mark status={report.verdict} />
          <Stored text={verdictSentence(report)} />
        </p>
        <p className={styles.message}>
          {tally(report)} <Stored text={report.verdict === 'PASS' ? report.message : ''} />
        </p>
      </div>
      <Blockers report={report} />
      {rules.length > 0 && (
        <Section title={texts.rules} count={rules.length}>
          <div className={styles.rules}>
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} isOpen={openRule === rule.id || rule.status === 'FAIL'} />
            ))}
          </div>
        </Section>
      )}
      <EvidenceFoot report={report} />
    </>
  );
}

function Blockers({ report: { blockers, warnings } }: { report: GateReportResponse }) {
  return (
    <>
      <Sentences
        title={texts.blockers}
        sentences={blockers.map(({ message, remediation }) => [message, remediation].filter(Boolean).join(' '))}
      />
      <Sentences title={texts.warnings} sentences={warnings.map(({ message }) => message)} />
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.evidence}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Stored text={sentence} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function summaryOf(rule: GateRuleResponse, measures: readonly GateMeasureResponse[]): string {
  const [worst] = measures;
  if (worst === undefined || rule.status === 'PASS')
    return measures.length === 0 ? rule.message : texts.allPassed(measures.length);
  const bad = measures.filter(({ status }) => status === rule.status);
  return `${texts.measures(bad.length, measures.length, texts.statuses[rule.status])}: ${reasonSentence(worst)}`;
}

function Rule({ rule, isOpen }: { rule: GateRuleResponse; isOpen: boolean }) {
  const measures = measuresOf(rule);
  return (
    <details className={styles.rule} open={isOpen}>
      <summary>
        <Mark status={rule.status} />
        <span className={styles.id}>
          <Stored text={rule.id} />
          <span className="unseen">, {texts.statuses[rule.status]}</span>
        </span>
        <span className={styles.why}>
          <Stored text={summaryOf(rule, measures)} />
        </span>
        <ChevronRight className={styles.chevron} size={16} strokeWidth={1.5} aria-hidden />
      </summary>
      <div className={styles.open}>
        {[rule.description, rule.remediation].filter(Boolean).map((sentence) => (
          <p key={sentence} className={styles.remedy}>
            <Stored text={sentence!} />
          </p>
        ))}
        {measures.length > 0 && <MeasureTable measures={measures} />}
      </div>
    </details>
  );
}

export function MeasureTable({ measures }: { measures: readonly GateMeasureResponse[] }) {
  const { columns } = texts;
  const strips = measureStrips(measures);
  return (
    <table className={pageStyles.table}>
      <thead>
        <tr>
          <th scope="col">{columns.slice}</th>
          {strips && (
            <th scope="col" className={styles.strip}>
              {columns.strip}
            </th>
          )}
          {[
            columns.challenger,
            columns.incumbent,
            columns.difference,
            columns.interval,
            columns.required,
            columns.rows,
          ].map((name) => (
            <th key={name} scope="col" className={pageStyles.number}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {measures.map((measure, index) => (
          <MeasureLine key={index} measure={measure}>
            {strips && <td className={styles.strip}>{strips[index]}</td>}
          </MeasureLine>
        ))}
      </tbody>
    </table>
  );
}

function MeasureLine({ measure, children }: { measure: GateMeasureResponse; children: ReactNode }) {
  const { columns } = texts;
  const row = toRow(measure);
  const cells: [string, string][] = [
    [columns.challenger, row.challenger],
    [columns.incumbent, row.incumbent],
    [columns.difference, row.difference],
    [columns.interval, row.interval],
    [columns.required, row.required],
    [columns.rows, row.rows],
  ];
  return (
    <tr title={measure.message}>
      <td>
        <span className={styles.measure}>
          <Mark status={measure.status} />
          <Stored text={row.name} />
          <span className="unseen">{texts.statuses[measure.status]}</span>
        </span>
        {measure.neededN !== undefined && <span className={styles.needed}>{texts.needed(measure.neededN)}</span>}
      </td>
      {children}
      {cells.map(([label, text]) => (
        <td key={label} className={pageStyles.number} data-label={label}>
          {text}
        </td>
      ))}
    </tr>
  );
}

function EvidenceFoot({ report }: { report: GateReportResponse }) {
  return (
    <div className={styles.foot}>
      {report.evidenceUsed.map(({ evaluationId, role, version, dataset, evaluatedAt }) => (
        <span key={evaluationId}>
          {role} {version}: <Stored text={`${dataset.name} ${dataset.version}`} />, <Time at={evaluatedAt} />
        </span>
      ))}
      <span>{texts.policy(report.policyRevision)}</span>
      <span>
        {texts.judged} <Time at={report.judgedAt} />
      </span>
      <span>
        {texts.digest} <Digest digest={report.digest} />
      </span>
    </div>
  );
}
