import {
  Clearable,
  IsCount,
  IsId,
  IsModelName,
  IsOneOf,
  IsSomeKnown,
  IsText,
  IsTruth,
  Optional,
} from '../../platform/http/fields.js';
import { IsSecret } from '../../platform/http/secret.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { EVENT_TYPES, EVERY_TYPE } from '../events/event-type.js';
import { type Secrets } from './signatures.js';
import { type Webhook, WEBHOOK_FORMATS, type WebhookFormat } from './webhook.entity.js';

const TYPES = [...EVENT_TYPES, EVERY_TYPE];
const WHERE_TYPES = 'GET /api/v1/event-types, or "*"';
const LONGEST_OVERLAP_SECONDS = 30 * 86_400;
export const DEFAULT_OVERLAP_SECONDS = 86_400;

export class CreateWebhookRequest {
  /** Where deliveries are sent: an http or https address without user, password and fragment, which is not followed when it redirects; or `mailto:` and one address, when the service has a mail server. */
  @IsText(1, 2_000)
  url: string;

  /** The types of events to be told of, such as `dev.stagegate.transition.applied.v1`; `*` is every type, those of later releases too. */
  @IsSomeKnown(TYPES, WHERE_TYPES)
  types: string[];

  /** Only events of the model that has this name now or had it at the time. */
  @Optional()
  @IsModelName()
  model?: string;

  /** Only events of models whose name began with this on that day. */
  @Optional()
  @IsText(1, 128)
  modelPrefix?: string;

  /** What is sent: the event itself (`cloudevents`, the default), or a message for people (`slack`, `teams`, and for `mailto:` addresses `mail`), of those events that concern people: what awaits approval, is refused (for drift, say), applied, rolled back, on hold, or overdue for review. */
  @Optional()
  @IsOneOf(WEBHOOK_FORMATS)
  format?: WebhookFormat;
}

export class UpdateWebhookRequest {
  /** Another address. */
  @Optional()
  @IsText(1, 2_000)
  url?: string;

  /** Other types of events. */
  @Optional()
  @IsSomeKnown(TYPES, WHERE_TYPES)
  types?: string[];

  /** Another model; null for every one. */
  @Clearable()
  @IsModelName()
  model?: string | null;

  /** Another beginning of names; null for every name. */
  @Clearable()
  @IsText(1, 128)
  modelPrefix?: string | null;

  /** Another form of what is sent. */
  @Optional()
  @IsOneOf(WEBHOOK_FORMATS)
  format?: WebhookFormat;

  /** Whether anything is sent; what happens while nothing is sent is told when it is enabled again. */
  @Optional()
  @IsTruth()
  enabled?: boolean;
}

export class RotateSecretRequest {
  /** How long deliveries are signed by the former secret as well, in seconds; a day unless given. */
  @Optional()
  @IsCount(0, LONGEST_OVERLAP_SECONDS)
  overlapSeconds?: number;
}

export class ListWebhooksQuery extends ListQuery {}

export class WebhookResponse {
  /** The webhook's id. */
  @IsId()
  id: string;

  /** Where deliveries are sent. */
  url: string;

  /** The types of events it is told of; `*` is every one. */
  types: string[];

  /** Only of the model of this name; null for every one. */
  model: string | null;

  /** Only of models whose name begins so; null for every name. */
  modelPrefix: string | null;

  /** What is sent. */
  @IsOneOf(WEBHOOK_FORMATS)
  format: WebhookFormat;

  /** Whether anything is sent. */
  enabled: boolean;

  /** When that ended; null while it is enabled. */
  disabledAt: Date | null;

  /** Why nothing is sent; null while it is enabled, or when nobody said. */
  disabledReason: string | null;

  /** `whpk_` and the public key in Base64, by which signatures of the version `v1a` (Ed25519) are verified; null when the service cannot read its secrets any more. */
  publicKey: string | null;

  /** Until when the former secret signs as well; null when none does. */
  formerSecretUntil: Date | null;

  /** When it was made. */
  createdAt: Date;

  /** Who made it. */
  createdBy: string;
}

export class CreatedWebhookResponse extends WebhookResponse {
  /** `whsec_` and the key in Base64, by which signatures of the version `v1` (HMAC-SHA256) are verified; shown this once. */
  @IsSecret()
  secret: string;
}

export class WebhookPage {
  /** The webhooks of this page, newest first. */
  items: WebhookResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export class WebhookTestResponse {
  /** Whether the receiver took it, by a status from 200 to 299. */
  delivered: boolean;

  /** Status of the receiver's answer; null when there was none. */
  @IsCount(100, 999)
  responseStatus: number | null;

  /** What went wrong; null when nothing did. */
  error: string | null;

  /** How long the attempt took, in milliseconds. */
  @IsCount()
  durationMilliseconds: number;
}

/** What is shown of a webhook besides its row. */
export interface Shown {
  publicKey: string | null;
  now: Date;
}

export function toWebhookResponse(webhook: Webhook, { publicKey, now }: Shown): WebhookResponse {
  const { id, url, types, model, modelPrefix, format, disabledAt, disabledReason, formerUntil, createdAt, createdBy } =
    webhook;
  const formerSecretUntil = formerUntil !== null && formerUntil > now ? formerUntil : null;
  const enabled = disabledAt === null;
  const state = { enabled, disabledAt, disabledReason, publicKey, formerSecretUntil };
  return { id, url, types, model, modelPrefix, format, ...state, createdAt, createdBy };
}

export function toCreatedWebhookResponse(webhook: Webhook, { secret }: Secrets, shown: Shown): CreatedWebhookResponse {
  return { ...toWebhookResponse(webhook, shown), secret };
}
