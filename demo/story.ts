import {
  checkGates,
  type Client,
  createModel,
  decideTransition,
  GatesRefusedError,
  type GateReportResponse,
  getStage,
  getVersion,
  ProblemError,
  registerVersion,
  type RequestedTransitionResponse,
  requestTransition,
  rollbackModel,
  setGatePolicy,
  submitEvaluation,
  type TransitionResponse,
  type VersionResponse,
  verifyAuditEvents,
} from '@stagegate/client';
import { changeText, valueText } from '../cli/src/text/numbers.js';
import { worstMeasuresText } from '../cli/src/text/report.js';
import { type Column } from '../cli/src/text/table.js';
import { AUDIT_COLUMNS, auditRow, loadAuditEvents } from './audit-table.js';
import { type Example } from './example.js';
import { castRows, type People } from './people.js';
import { type Screen } from './screen.js';

/** What is compared at a glance before the gates judge. */
const HEADLINE_METRICS = ['accuracy', 'f1', 'auc_roc', 'log_loss'];
const REFUSAL = 'f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL';

/** The census-income story: two promotions, a refusal, a rollback, and the record of it all. */
export class Story {
  constructor(
    private readonly screen: Screen,
    private readonly example: Example,
    private readonly admin: Client,
    private readonly people: People,
    private readonly model: string,
  ) {}

  async tell(): Promise<void> {
    await this.prepare();
    await this.promoteFirst();
    await this.promoteBetter();
    const { stageEnteredAt: whenTwoHeld } = await this.production();
    await this.refuseHarmful();
    await this.checkOthers();
    await this.rollBack(whenTwoHeld);
    await this.audit();
  }

  private async prepare(): Promise<void> {
    const { screen, example, model } = this;
    screen.step(`People, the model ${model} and its gate policy`);
    screen.table(['WHO', 'ROLE', 'PART'], castRows());
    await createModel({ client: this.people.ci, body: { ...example.model, name: model } });
    const policy = await setGatePolicy({ client: this.admin, path: { model }, body: example.policy });
    screen.say(`${example.policy.description ?? ''} One approval, not by who asked.`);
    screen.expect('the policy is revision 1 of the model', [policy.scope, policy.revision], ['model', 1]);
  }

  private async promoteFirst(): Promise<void> {
    const { screen, people } = this;
    screen.step('Version 1, logistic regression: the first promotion');
    const transition = await this.submitAndAsk(1);
    this.showReport(transition.gateReport!);
    screen.expect('the gates pass, with nothing to compare with yet', this.gist(transition), [
      'PASS',
      true,
      'awaiting_approval',
    ]);
    const own = await noOf(
      decideTransition({ client: people.ciAsApprover, path: { id: transition.id }, body: APPROVE }),
    );
    screen.expect('ci may not approve what it asked for, approver or not', own?.code, 'SELF_APPROVAL');
    await this.approve(transition);
    await this.expectProduction(1, {});
  }

  private async promoteBetter(): Promise<void> {
    const { screen } = this;
    screen.step('Version 2, gradient boosting: better everywhere it is asked');
    const transition = await this.submitAndAsk(2);
    this.showReport(transition.gateReport!);
    screen.expect('the gates pass against version 1', this.gist(transition), ['PASS', false, 'awaiting_approval']);
    const applied = await this.approve(transition);
    screen.expect('version 2 displaced version 1', applied.displacedVersion, 1);
    await this.expectProduction(2, { 1: 'Archived' });
  }

  private async refuseHarmful(): Promise<void> {
    const { screen, people } = this;
    screen.step('Version 3, a larger ensemble: a tie overall, and a loss for women');
    this.showHeadlines(2, 3);
    const better = [this.gain('auc_roc', 2, 3) > 0, this.gain('log_loss', 2, 3) < 0];
    screen.expect('version 3 has the better AUC and log loss', better, [true, true]);
    const ties = [this.gain('accuracy', 2, 3), this.gain('f1', 2, 3)].map((gain) => Math.abs(gain) < 0.002);
    screen.expect('accuracy and f1 differ by less than 0.2 points', ties, [true, true]);
    await this.submit(3);
    const asked = { client: people.ci, path: { model: this.model, version: 3 } };
    await requestTransition({ ...asked, body: { toStage: 'Staging' } });
    const body = { toStage: 'Production', reason: 'Better AUC and log loss' } as const;
    const no = await noOf(requestTransition({ ...asked, body }));
    screen.expect('the promotion is refused', [no?.status, no?.code], [422, 'GATES_REFUSED']);
    if (!(no instanceof GatesRefusedError && no.gateReport))
      throw new Error('The gates did not refuse version 3.', { cause: no });
    const { gateReport } = no;
    this.showReport(gateReport);
    const failures = gateReport.rules.flatMap((rule) =>
      rule.measures.filter(({ status }) => status !== 'PASS').map(({ message }) => `${rule.id} → ${message}`),
    );
    screen.expect('one rule says why, with slice, numbers and demand', failures, [`f1-by-sex → ${REFUSAL}`]);
    await this.expectProduction(2, { 1: 'Archived', 3: 'Staging' });
  }

  private async checkOthers(): Promise<void> {
    const { screen, people, model } = this;
    screen.step('Versions 4 and 5: what a CI job asks before anybody requests anything');
    const reports: GateReportResponse[] = [];
    for (const version of [4, 5]) {
      await this.submit(version);
      const body = { toStage: 'Production' } as const;
      reports.push(await checkGates({ client: people.ci, path: { model, version }, body }));
    }
    const rows = reports.map((report) => [
      report.challenger,
      report.verdict,
      failedRules(report).join(', ') || 'no worse than version 2 by any rule',
    ]);
    screen.table(['VERSION', 'VERDICT', 'WHY'], rows);
    screen.expect(
      'version 4 would pass; version 5 ranks better but lost accuracy and calibration',
      reports.map((report) => [report.verdict, ...failedRules(report).sort()]),
      [['PASS'], ['FAIL', 'accuracy', 'ece-limit', 'log-loss']],
    );
    await this.expectProduction(2, { 4: 'None', 5: 'None' });
  }

  private async rollBack(whenTwoHeld: string): Promise<void> {
    const { screen, people, model } = this;
    screen.step('Rollback in one call');
    const reason = 'Complaints about version 2 in the field';
    const done = await rollbackModel({ client: people.onCall, path: { model }, body: { reason } });
    screen.say(`on-call: "${reason}". v${done.version} is back, v${done.displacedVersion} is archived.`);
    const outcome = [done.status, done.kind, done.version, done.displacedVersion];
    screen.say(
      `The gates compared them too and said ${done.gateReport?.verdict}; by this policy a rollback needs no PASS.`,
    );
    screen.expect('version 1 is back and version 2 archived', outcome, ['applied', 'rollback', 1, 2]);
    await this.expectProduction(1, { 2: 'Archived' });
    const then = await this.production(whenTwoHeld);
    screen.expect(`the registry still knows that version 2 was in Production at ${whenTwoHeld}`, then.version, 2);
  }

  private async audit(): Promise<void> {
    const { screen, people } = this;
    screen.step('The audit record: who did what, on which evidence');
    const events = await loadAuditEvents(people.auditor, this.model);
    screen.table(AUDIT_COLUMNS, events.map(auditRow));
    const moves = events
      .filter(({ action, details }) => /applied|refused/.test(action) && details.toStage === 'Production')
      .map(({ actor, action, version }) => `${actor} ${action} ${version}`);
    screen.expect('every decision on Production is there, with who took it', moves, [
      'reviewer transition.applied 1',
      'reviewer transition.applied 2',
      'ci transition.refused 3',
      'on-call transition.applied 1',
    ]);
    const { valid, events: count } = await verifyAuditEvents({ client: people.auditor });
    screen.expect(`the hash chains of all ${count} events are whole`, valid, true);
  }

  private async submit(version: number): Promise<void> {
    const { example, model } = this;
    const { ci: client } = this.people;
    const registered = await registerVersion({ client, path: { model }, body: example.version(version) });
    if (registered.version !== version) throw new Error(`Version ${version} got the number ${registered.version}.`);
    await submitEvaluation({ client, path: { model, version }, body: example.evaluation(version) });
  }

  private async submitAndAsk(version: number): Promise<RequestedTransitionResponse> {
    await this.submit(version);
    const asked = { client: this.people.ci, path: { model: this.model, version } };
    await requestTransition({ ...asked, body: { toStage: 'Staging' } });
    return requestTransition({ ...asked, body: { toStage: 'Production' } });
  }

  private async approve({ id, version }: TransitionResponse): Promise<TransitionResponse> {
    const settled = await decideTransition({ client: this.people.reviewer, path: { id }, body: APPROVE });
    this.screen.expect(`reviewer approves, and version ${version} is in Production`, settled.status, 'applied');
    return settled;
  }

  /** What is in Production, or was at a time. */
  private production(at?: string): Promise<VersionResponse> {
    const path = { model: this.model, stage: 'Production' } as const;
    return getStage({ client: this.people.auditor, path, query: { at } });
  }

  private async expectProduction(version: number, others: Record<number, string>): Promise<void> {
    const { model } = this;
    const { auditor: client } = this.people;
    const production = await this.production();
    const stages: Record<string, string> = {};
    for (const other of Object.keys(others)) {
      stages[other] = (await getVersion({ client, path: { model, version: Number(other) } })).stage;
    }
    const where = Object.entries(others).map(([other, stage]) => `v${other} ${stage}`);
    const claim = [`Production holds v${version}`, ...where].join(', ');
    this.screen.expect(claim, [production.version, stages], [version, others]);
  }

  private gist({ gateReport, status }: RequestedTransitionResponse): unknown[] {
    return [gateReport?.verdict, gateReport?.firstPromotion, status];
  }

  private gain(metric: string, incumbent: number, challenger: number): number {
    return this.example.overall(challenger, metric) - this.example.overall(incumbent, metric);
  }

  /** Every measure, first those that are over what is allowed or next to it. */
  private showReport(report: GateReportResponse): void {
    this.screen.show((page) => worstMeasuresText(report, Infinity, page));
    this.screen.say(report.message);
  }

  private showHeadlines(incumbent: number, challenger: number): void {
    const rows = HEADLINE_METRICS.map((metric) => [
      metric,
      valueText(this.example.overall(incumbent, metric)),
      valueText(this.example.overall(challenger, metric)),
      changeText(this.gain(metric, incumbent, challenger)),
    ]);
    const numbers = [`V${incumbent}`, `V${challenger}`, 'CHANGE'];
    const columns = numbers.map((title): Column => ({ title, align: 'right' }));
    this.screen.table(['OVERALL', ...columns], rows);
  }
}

const APPROVE = { decision: 'approve', comment: 'Read the gate report.' } as const;

/** The no that a call is answered; null for a yes. */
async function noOf(call: Promise<unknown>): Promise<ProblemError | null> {
  try {
    await call;
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
}

function failedRules({ rules }: GateReportResponse): string[] {
  return rules.filter(({ status }) => status !== 'PASS').map(({ id }) => id);
}
