import { type AuditVerificationResponse } from '../src/record/verification/verification.dto.js';
import { formatDelta, formatValues } from '../src/judging/outcome/gate-message.js';
import { type GatePolicyResponse } from '../src/promotion/policies/gate-policies.dto.js';
import { type GateReportResponse } from '../src/promotion/gates/gates.dto.js';
import { WELL_KNOWN_METRICS } from '../src/judging/evidence/metric-definition.js';
import {
  type RequestedTransitionResponse,
  type TransitionResponse,
} from '../src/promotion/transitions/transitions.dto.js';
import { type VersionResponse } from '../src/registry/versions/versions.dto.js';
import { auditTable, loadAuditEvents } from './audit-table.js';
import { type Example } from './example.js';
import { gateReportTable, verdictCell } from './gate-report-table.js';
import { castRows, type People } from './people.js';
import { type Registry, UnexpectedAnswer } from './registry.js';
import { type Screen } from './screen.js';

/** What is compared at a glance before the gates judge. */
const HEADLINE_METRICS = ['accuracy', 'f1', 'auc_roc', 'log_loss'];
const REFUSAL = 'f1 on sex=Female: 0.604 vs 0.666 (−6.2 pt, n = 5,421). Allowed drop 2.0 pt. FAIL';

/** The census-income story: two promotions, a refusal, a rollback, and the record of it all. */
export class Story {
  private readonly path: string;

  constructor(
    private readonly screen: Screen,
    private readonly example: Example,
    private readonly admin: Registry,
    private readonly people: People,
    private readonly model: string,
  ) {
    this.path = `/models/${encodeURIComponent(model)}`;
  }

  async tell(): Promise<void> {
    await this.prepare();
    await this.promoteFirst();
    await this.promoteBetter();
    const promoted = await this.people.auditor.get<VersionResponse>(`${this.path}/stages/Production`);
    await this.refuseHarmful();
    await this.checkOthers();
    await this.rollBack(promoted.stageEnteredAt);
    await this.audit();
  }

  private async prepare(): Promise<void> {
    const { screen } = this;
    screen.step(`People, the model ${this.model} and its gate policy`);
    screen.table([{ title: 'Who' }, { title: 'Role' }, { title: 'Part' }], castRows());
    await this.people.ci.post('/models', { ...this.example.model, name: this.model });
    const policy = await this.admin.put<GatePolicyResponse>(`${this.path}/gate-policy`, this.example.policy);
    screen.say(`${(this.example.policy.description as string | undefined) ?? ''} One approval, not by who asked.`);
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
    const own = await people.ciAsApprover.call('POST', `/transitions/${transition.id}/approvals`, APPROVE);
    screen.expect('ci may not approve what it asked for, approver or not', codeOf(own.body), 'SELF_APPROVAL');
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
    await people.ci.post(`${this.path}/versions/3/transitions`, { toStage: 'Staging' });
    const call = `${this.path}/versions/3/transitions`;
    const answer = await people.ci.call('POST', call, { toStage: 'Production', reason: 'Better AUC and log loss' });
    screen.expect('the promotion is refused', [answer.status, codeOf(answer.body)], [422, 'GATES_REFUSED']);
    const { gateReport } = answer.body as { gateReport?: GateReportResponse };
    if (!gateReport) throw new UnexpectedAnswer(`POST ${call}`, answer);
    this.showReport(gateReport);
    const failures = gateReport.rules.flatMap((rule) =>
      rule.measures.filter(({ status }) => status !== 'PASS').map(({ message }) => `${rule.id} → ${message}`),
    );
    screen.expect('one rule says why, with slice, numbers and demand', failures, [`f1-by-sex → ${REFUSAL}`]);
    await this.expectProduction(2, { 1: 'Archived', 3: 'Staging' });
  }

  private async checkOthers(): Promise<void> {
    const { screen, people } = this;
    screen.step('Versions 4 and 5: what a CI job asks before anybody requests anything');
    const reports: GateReportResponse[] = [];
    for (const version of [4, 5]) {
      await this.submit(version);
      const check = { toStage: 'Production' };
      reports.push(await people.ci.post<GateReportResponse>(`${this.path}/versions/${version}/gate-checks`, check));
    }
    const columns = [{ title: 'Version' }, { title: 'Verdict' }, { title: 'Why' }];
    const rows = reports.map((report) => [
      { text: `v${report.challenger}` },
      verdictCell(report.verdict),
      { text: failedRules(report).join(', ') || 'no worse than version 2 by any rule' },
    ]);
    screen.table(columns, rows);
    screen.expect(
      'version 4 would pass; version 5 ranks better but lost accuracy and calibration',
      reports.map((report) => [report.verdict, ...failedRules(report).sort()]),
      [['PASS'], ['FAIL', 'accuracy', 'ece-limit', 'log-loss']],
    );
    await this.expectProduction(2, { 4: 'None', 5: 'None' });
  }

  private async rollBack(whenTwoHeld: Date): Promise<void> {
    const { screen, people } = this;
    screen.step('Rollback in one call');
    const reason = 'Complaints about version 2 in the field';
    const done = await people.onCall.post<RequestedTransitionResponse>(`${this.path}/rollback`, { reason });
    screen.say(`on-call: "${reason}". v${done.version} is back, v${done.displacedVersion} is archived.`);
    const outcome = [done.status, done.kind, done.version, done.displacedVersion];
    screen.say(
      `The gates compared them too and said ${done.gateReport?.verdict}; by this policy a rollback needs no PASS.`,
    );
    screen.expect('version 1 is back and version 2 archived', outcome, ['applied', 'rollback', 1, 2]);
    await this.expectProduction(1, { 2: 'Archived' });
    const then = await people.auditor.get<VersionResponse>(
      `${this.path}/stages/Production?at=${encodeURIComponent(String(whenTwoHeld))}`,
    );
    screen.expect(
      `the registry still knows that version 2 was in Production at ${String(whenTwoHeld)}`,
      then.version,
      2,
    );
  }

  private async audit(): Promise<void> {
    const { screen, people } = this;
    screen.step('The audit record: who did what, on which evidence');
    const events = await loadAuditEvents(people.auditor, this.model);
    const { columns, rows } = auditTable(events);
    screen.table(columns, rows);
    const moves = events
      .filter(({ action, details }) => /applied|refused/.test(action) && details.toStage === 'Production')
      .map(({ actor, action, version }) => `${actor} ${action} ${version}`);
    screen.expect('every decision on Production is there, with who took it', moves, [
      'reviewer transition.applied 1',
      'reviewer transition.applied 2',
      'ci transition.refused 3',
      'on-call transition.applied 1',
    ]);
    const { valid, events: count } = await people.auditor.get<AuditVerificationResponse>('/audit-events/verification');
    screen.expect(`the hash chains of all ${count} events are whole`, valid, true);
  }

  private async submit(version: number): Promise<void> {
    const { ci } = this.people;
    const registered = await ci.post<VersionResponse>(`${this.path}/versions`, this.example.version(version));
    if (registered.version !== version) throw new Error(`Version ${version} got the number ${registered.version}.`);
    await ci.post(`${this.path}/versions/${version}/evaluations`, this.example.evaluation(version));
  }

  private async submitAndAsk(version: number): Promise<RequestedTransitionResponse> {
    const { ci } = this.people;
    await this.submit(version);
    const path = `${this.path}/versions/${version}/transitions`;
    await ci.post(path, { toStage: 'Staging' });
    return ci.post<RequestedTransitionResponse>(path, { toStage: 'Production' });
  }

  private async approve({ id, version }: TransitionResponse): Promise<TransitionResponse> {
    const settled = await this.people.reviewer.post<TransitionResponse>(`/transitions/${id}/approvals`, APPROVE);
    this.screen.expect(`reviewer approves, and version ${version} is in Production`, settled.status, 'applied');
    return settled;
  }

  private async expectProduction(version: number, others: Record<number, string>): Promise<void> {
    const { auditor } = this.people;
    const production = await auditor.get<VersionResponse>(`${this.path}/stages/Production`);
    const stages: Record<string, string> = {};
    for (const other of Object.keys(others)) {
      stages[other] = (await auditor.get<VersionResponse>(`${this.path}/versions/${other}`)).stage;
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

  private showReport(report: GateReportResponse): void {
    const { columns, rows } = gateReportTable(report);
    this.screen.table(columns, rows);
    this.screen.say(report.message);
  }

  private showHeadlines(incumbent: number, challenger: number): void {
    const rows = HEADLINE_METRICS.map((metric) => {
      const definition = WELL_KNOWN_METRICS.get(metric)!;
      const [before, after] = formatValues(
        this.example.overall(incumbent, metric),
        this.example.overall(challenger, metric),
        definition,
      );
      const change = formatDelta(this.gain(metric, incumbent, challenger), definition);
      return [metric, before, after, change].map((text) => ({ text }));
    });
    const columns = ['Overall', `v${incumbent}`, `v${challenger}`, 'Change'].map((title) => ({ title }));
    this.screen.table(columns, rows);
  }
}

const APPROVE = { decision: 'approve', comment: 'Read the gate report.' };

function codeOf(body: unknown): string | undefined {
  return (Object(body) as { code?: string }).code;
}

function failedRules({ rules }: GateReportResponse): string[] {
  return rules.filter(({ status }) => status !== 'PASS').map(({ id }) => id);
}
