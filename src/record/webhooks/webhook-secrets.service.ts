import { Inject, Injectable } from '@nestjs/common';
import { SIGNING_KEY, type SigningKey } from '../../platform/access/signing-key.js';
import { SealedBox } from '../../platform/idempotency/sealed-box.js';
import { type Secrets } from './signatures.js';
import { type Webhook } from './webhook.entity.js';

/** Keeps what deliveries are signed with, encrypted under the key of the service. */
@Injectable()
export class WebhookSecrets {
  private readonly box: SealedBox;

  constructor(@Inject(SIGNING_KEY) key: SigningKey) {
    this.box = new SealedBox(
      key.sealWith,
      'stagegate webhook secrets',
      key.previous.flatMap(({ sealWith }) => sealWith ?? []),
    );
  }

  seal(secrets: Secrets): string {
    return this.box.seal(JSON.stringify(secrets));
  }

  /** The secrets that hold now, the newest first; none when the service has another key than when they were sealed. */
  open({ sealedSecrets, sealedFormerSecrets, formerUntil }: Webhook, now: Date): Secrets[] {
    const isFormerValid = formerUntil !== null && formerUntil > now;
    const sealed = [sealedSecrets, ...(isFormerValid && sealedFormerSecrets !== null ? [sealedFormerSecrets] : [])];
    return sealed.flatMap((each) => {
      const text = this.box.open(each);
      return text === null ? [] : [JSON.parse(text) as Secrets];
    });
  }
}
