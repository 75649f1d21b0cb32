import { type GateMeasureResponse, type GateReportResponse, type GateRuleResponse } from '@stagegate/client';
import { ChevronRight } from 'lucide-react';
import { Digest, Stored, Time } from '../../parts/facts.js';
import { Mark } from '../../parts/marks.js';
import { Section } from '../../parts/page.js';
import { type Hindered, RemedyAction } from '../../remedies/remedies.js';
import { WaiveRule } from '../../remedies/waive-button.js';
import { TEXTS } from '../../texts.js';
import {
  measuresOf,
  reasonSentence,
  rulesByUrgency,
  tally,
  verdictSentence,
  worstMeasures,
} from '../../format/judgement.js';
import { closenessWords, limitedOf } from '../../format/limits.js';
import { waiversOf } from '../../format/summary.js';
import { StandsBy } from '../../parts/stands-by.js';
import { MeasureTable } from './measure-table.js';
import { ReEvaluations } from './re-evaluations.js';
import styles from './report.module.css';

const texts = TEXTS.report;

/** A judgement: the verdict first, then what it rests on, the most urgent first. */
export function ReportView({ report, openRule }: { report: GateReportResponse; openRule?: string }) {
  const rules = rulesByUrgency(report.rules);
  // What refuses is told by the sentence itself.
  const closest = report.verdict === 'PASS' ? worstMeasures(report, 1)[0] : undefined;
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
        {closest && (
          <p className={styles.message}>
            {texts.closest} <Stored text={closenessWords(limitedOf(closest))} />
          </p>
        )}
        <StandsBy waivers={report.waived === true ? waiversOf(report) : []} />
      </div>
      <Blockers report={report} />
      <ReEvaluations report={report} />
      {rules.length > 0 && (
        <Section title={texts.rules} count={rules.length}>
          <div className={styles.rules}>
            {rules.map((rule) => (
              <Rule key={rule.id} report={report} rule={rule} isOpen={openRule === rule.id || rule.status === 'FAIL'} />
            ))}
          </div>
        </Section>
      )}
      <EvidenceFoot report={report} />
    </>
  );
}

function Blockers({ report: { blockers, warnings, model, challenger, toStage } }: { report: GateReportResponse }) {
  const hindered = { model, version: challenger, toStage };
  return (
    <>
      <Sentences
        title={texts.blockers}
        sentences={blockers.map(({ reasonCode, message, remediation }) => ({
          code: reasonCode,
          text: [message, remediation].filter(Boolean).join(' '),
        }))}
        hindered={hindered}
      />
      <Sentences
        title={texts.warnings}
        sentences={warnings.map(({ code, message }) => ({ code, text: message }))}
        hindered={hindered}
      />
    </>
  );
}

interface SentencesProps {
  title: string;
  sentences: readonly { code: string; text: string }[];
  hindered: Hindered;
}

function Sentences({ title, sentences, hindered }: SentencesProps) {
  if (sentences.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.evidence}>
        {sentences.map(({ code, text }) => (
          <li key={text} className={styles.said}>
            <Stored text={text} />
            <RemedyAction code={code} hindered={hindered} />
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

interface RuleProps {
  report: GateReportResponse;
  rule: GateRuleResponse;
  isOpen: boolean;
}

function Rule({ report, rule, isOpen }: RuleProps) {
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
        <WaiveRule report={report} rule={rule} />
      </div>
    </details>
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
