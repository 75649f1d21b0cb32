import { Inject, Injectable } from '@nestjs/common';
import { Counter } from 'prom-client';
import { type JudgedReport } from '../../judging/judge-evidence.js';
import { RULE_KIND_NAMES } from '../../judging/kinds/rule-kinds.js';
import { type Log, LOG } from '../../platform/http/log.js';

/** Makes a rule that broke while it was judged heard: its report says no more than that it could not be judged. */
@Injectable()
export class BrokenRules {
  /** Counts them by kind, from 0 on, so that the first one is a change that an alarm sees. */
  readonly counter = new Counter({
    name: 'gate_rules_broken_total',
    help: 'Gate rules that broke while they were judged, by kind.',
    labelNames: ['kind'],
    registers: [],
  });

  constructor(@Inject(LOG) private readonly log: Log) {
    for (const kind of RULE_KIND_NAMES) this.counter.inc({ kind }, 0);
  }

  report({ broken, content }: JudgedReport): void {
    for (const { ruleId, kind, cause } of broken) {
      this.counter.inc({ kind });
      const err = cause instanceof Error ? cause : new Error(String(cause));
      const subject = { rule: ruleId, kind, model: content.model, version: content.challenger };
      this.log.error({ err, ...subject }, 'A gate rule broke while it was judged.');
    }
  }
}
