import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type JudgedReport } from '../../judging/judge-evidence.js';
import { RULE_KIND_NAMES } from '../../judging/kinds/rule-kinds.js';
import { type Log, LOG } from '../../platform/http/log.js';

/** Counts how rules are judged, and logs those that broke: a report only says that they did. */
@Injectable()
export class JudgedRules {
  /** Counts rules that broke by kind, from 0 on, so that the first one is a change that an alarm sees. */
  readonly broken = new Counter({
    name: 'gate_rules_broken_total',
    help: 'Gate rules that broke while they were judged, by kind.',
    labelNames: ['kind'],
    registers: [],
  });
  /** Counts what versions were told: kinds, statuses and reasons are lists in the code, so the labels are bounded. */
  readonly verdicts = new Counter({
    name: 'gate_rule_verdicts_total',
    help: 'Gate rules judged for a transition by this replica, by kind of rule, status and reason.',
    labelNames: ['kind', 'status', 'reason'],
    registers: [],
  });

  constructor(@Inject(LOG) private readonly log: Log) {
    for (const kind of RULE_KIND_NAMES) {
      this.broken.inc({ kind }, 0);
      this.verdicts.inc({ kind, status: 'PASS', reason: 'WITHIN_LIMITS' }, 0);
    }
  }

  count({ content }: JudgedReport): void {
    for (const { kind, status, reasonCode } of content.rules) this.verdicts.inc({ kind, status, reason: reasonCode });
  }

  reportBroken({ broken, content }: JudgedReport): void {
    for (const { ruleId, kind, cause } of broken) {
      this.broken.inc({ kind });
      const err = cause instanceof Error ? cause : new Error(String(cause));
      const subject = { rule: ruleId, kind, model: content.model, version: content.challenger };
      this.log.error({ err, ...subject }, 'A gate rule broke while it was judged.');
    }
  }
}
