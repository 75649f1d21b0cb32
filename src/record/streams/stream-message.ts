import { CLOUD_EVENT_MEDIA_TYPE, type CloudEvent } from '../events/cloud-event.js';

/** An event as Kafka carries it. */
export interface StreamMessage {
  topic: string;
  /** Whatever has the same key is in one partition, and so in its order. */
  key: string;
  value: string;
  headers: Record<string, string>;
}

/**
 * An event in the structured mode of CloudEvents for Kafka: the value is the whole of it, as the feed and webhooks tell it. Its
 * attributes stand in headers, too, for readers who choose by them.
 */
export function toStreamMessage(topic: string, event: CloudEvent): StreamMessage {
  const { data: _, datacontenttype: _type, ...attributes } = event;
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
  return {
    topic,
    key: event.partitionkey,
    value: JSON.stringify(event),
    headers: { 'content-type': `${CLOUD_EVENT_MEDIA_TYPE}; charset=UTF-8`, ...Object.fromEntries(headers) },
  };
}

/** How many messages of the beginning are together no larger than a number of bytes; the first one in any case. */
export function fittingMessages(messages: readonly StreamMessage[], mostBytes: number): number {
  let bytes = 0;
  const tooMany = messages.findIndex(({ value }) => (bytes += Buffer.byteLength(value)) > mostBytes);
  return tooMany < 0 ? messages.length : Math.max(1, tooMany);
}
