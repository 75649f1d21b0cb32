import { Injectable } from '@nestjs/common';
import { problemAt } from '../../values/pointer.js';
import { Outbound } from '../../platform/egress/outbound.service.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { mailAddressOf, Mailer } from './mailer.service.js';
import { type WebhookFormat } from './webhook.entity.js';
import { urlRefused } from './webhooks.problems.js';

/** Says where webhooks may lead. */
@Injectable()
export class WebhookTargets {
  constructor(
    private readonly outbound: Outbound,
    private readonly mailer: Mailer,
  ) {}

  /** @throws {Problem} 400 for what is not called, and for a form that does not fit the address */
  async check(url: string, format: WebhookFormat): Promise<void> {
    if (isMail(url) !== (format === 'mail')) {
      const detail = 'format must be mail for a mailto: address, and for no other';
      throw validationFailed([problemAt(['format'], 'IS_FORMAT', detail)]);
    }
    if (format === 'mail') return this.checkMail(url);
    const fault = await this.outbound.faultOf(url);
    if (fault !== null) throw urlRefused(fault);
  }

  private checkMail(url: string): void {
    if (mailAddressOf(url) === null) throw urlRefused('it must be mailto: and one address');
    if (!this.mailer.canSend) throw urlRefused('the service has no mail server, which SMTP_URL names');
  }
}

export function isMail(url: string): boolean {
  return /^mailto:/i.test(url);
}
