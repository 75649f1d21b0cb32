import { type EventOrigin } from '../events/cloud-event.js';
import { type Notice } from './notices/notice.js';
import { mailMessage, slackMessage, teamsMessage } from './notices/chat-messages.js';
import { type Webhook } from './webhook.entity.js';

/** The type of a message that only tries the way; no event has it. */
const TEST_TYPE = 'dev.stagegate.webhook.tested.v1';

/** Who asked for a test, and when. */
export interface AskedTest {
  id: string;
  at: Date;
  askedBy: string;
}

/** What a webhook is sent to try it, in its own form. */
export function testMessage({ id: webhookId, format }: Webhook, asked: AskedTest, origin: EventOrigin): object {
  const { id, at, askedBy } = asked;
  if (format === 'cloudevents') {
    return {
      specversion: '1.0',
      id,
      source: origin.source,
      type: TEST_TYPE,
      subject: `/api/v1/webhooks/${webhookId}`,
      time: at.toISOString(),
      datacontenttype: 'application/json',
      data: { webhookId, askedBy },
    };
  }
  const link = `${origin.address}/console/`;
  const notice: Notice = { title: 'A webhook of Stagegate is tried', facts: [['By', askedBy]], link };
  return { slack: slackMessage, teams: teamsMessage, mail: mailMessage }[format](notice);
}
