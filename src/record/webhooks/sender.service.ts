import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Outbound, OutboundAgents, OutboundRefused } from '../../platform/egress/outbound.service.js';
import { inSpan, spanOfRequest, traceparentOf } from '../../platform/telemetry/spans.js';
import { toTraceparent } from '../../platform/telemetry/trace-context.js';
import { packageManifest } from '../../platform/package-files.js';
import { CLOUD_EVENT_MEDIA_TYPE, toCloudEvent, type ToldEvent } from '../events/cloud-event.js';
import { OriginOfEvents } from '../feed/origin-of-events.service.js';
import { Mailer } from './mailer.service.js';
import { mailMessage, slackMessage, teamsMessage } from './notices/chat-messages.js';
import { noticeOf } from './notices/notice.js';
import { signaturesOf } from './signatures.js';
import { type Webhook } from './webhook.entity.js';
import { WebhookSecrets } from './webhook-secrets.service.js';

const GONE = 410;
const USER_AGENT = `Stagegate/${packageManifest().version}`;

/** What came of an attempt. */
export interface AttemptOutcome {
  /** `gone` when the receiver said that it wants nothing more, by 410. */
  kind: 'delivered' | 'failed' | 'gone';
  /** Status of the answer; null when there was none. */
  responseStatus: number | null;
  /** What went wrong, in a sentence; null when nothing did. */
  error: string | null;
}

/** What is sent: an event, or a message that only tries the way. */
export interface Told {
  /** The same in every attempt, so that the receiver knows a repetition. */
  messageId: string;
  /** The request that the message is due to. */
  requestId?: string;
  body: object;
}

/** How a message is sent; the trace that its receiver may go on with is named in a header. */
interface Means {
  agents?: OutboundAgents;
  signal?: AbortSignal;
  traceparent: string | null;
}

/** Makes a message of an event, signs it and sends it. It writes nothing. */
@Injectable()
export class Sender {
  constructor(
    private readonly outbound: Outbound,
    private readonly mailer: Mailer,
    private readonly secrets: WebhookSecrets,
    private readonly origin: OriginOfEvents,
    private readonly clock: Clock,
  ) {}

  /** What a webhook is told of an event; `messageId` names the delivery. */
  messageOf({ format }: Webhook, event: ToldEvent, messageId: string): Told {
    const { origin } = this.origin;
    const { requestId } = event;
    if (format === 'cloudevents') return { messageId, requestId, body: toCloudEvent(event, origin) };
    const notice = noticeOf(event, origin.address);
    const make = { slack: slackMessage, teams: teamsMessage, mail: mailMessage }[format];
    return { messageId, requestId, body: make(notice) };
  }

  /** Sends a message as part of the trace of its request. */
  send(
    webhook: Webhook,
    told: Told,
    means: { agents?: OutboundAgents; signal?: AbortSignal } = {},
  ): Promise<AttemptOutcome> {
    const parent = told.requestId === undefined ? null : spanOfRequest(told.requestId);
    const attributes = { 'stagegate.webhook': webhook.id, 'stagegate.message': told.messageId };
    return inSpan('deliver', { kind: 'CLIENT', parent, attributes }, async (span) => {
      const traceparent = span ? traceparentOf(span) : parent && toTraceparent(parent);
      const outcome = await this.attempt(webhook, told, { ...means, traceparent });
      const status = outcome.responseStatus ?? undefined;
      span?.setAttributes({ 'stagegate.outcome': outcome.kind, 'http.response.status_code': status });
      return outcome;
    });
  }

  private async attempt(webhook: Webhook, told: Told, { agents, signal, traceparent }: Means): Promise<AttemptOutcome> {
    try {
      if (webhook.format === 'mail') {
        await this.mailer.send(webhook.url, told.body as { subject: string; text: string });
        return { kind: 'delivered', responseStatus: null, error: null };
      }
      const { headers: signed, body } = this.signed(webhook, told);
      const headers = { ...signed, ...(traceparent !== null && { traceparent }) };
      const status = await this.outbound.post(webhook.url, { headers, body, agents, signal });
      return outcomeOf(status);
    } catch (error) {
      const message = (error as Error).message;
      const what = error instanceof OutboundRefused ? `The address was not called: ${message}.` : `${message}.`;
      return { kind: 'failed', responseStatus: null, error: what };
    }
  }

  private signed(webhook: Webhook, { messageId, body: content }: Told) {
    const now = this.clock.now();
    const secrets = this.secrets.open(webhook, now);
    if (secrets.length === 0) {
      throw new Error('The secret was sealed under another key of the service; make a new one by POST …/secret');
    }
    const body = JSON.stringify(content);
    const timestamp = Math.floor(now.getTime() / 1000);
    const headers = {
      'content-type': webhook.format === 'cloudevents' ? CLOUD_EVENT_MEDIA_TYPE : 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': USER_AGENT,
      'webhook-id': messageId,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signaturesOf({ id: messageId, timestamp, body }, secrets),
    };
    return { headers, body };
  }
}

function outcomeOf(responseStatus: number): AttemptOutcome {
  if (responseStatus >= 200 && responseStatus < 300) return { kind: 'delivered', responseStatus, error: null };
  if (responseStatus === GONE) {
    return { kind: 'gone', responseStatus, error: 'The receiver answered 410: it wants nothing more.' };
  }
  const isRedirect = responseStatus >= 300 && responseStatus < 400;
  const error = `The receiver answered ${responseStatus}${isRedirect ? ', and redirects are not followed' : ''}.`;
  return { kind: 'failed', responseStatus, error };
}
