import { type KafkaSettings, readKafkaSettings } from './kafka.js';
import { type SettingsReader } from './settings-reader.js';

/** How events are told to the world. */
export interface EventSettings {
  /** How long a read of the feed may wait for an event at most. */
  readonly waitSeconds: number;
  /** Streams that are open in this process at once, and those of one subject among them. */
  readonly streams: number;
  readonly streamsPerSubject: number;
  readonly mail: MailSettings;
  /** Null when no Kafka is sent anything. */
  readonly kafka: KafkaSettings | null;
}

/** The mail server, by a URL that may hold a password, or by a file that holds this URL; both null when no mail is sent. */
export interface MailSettings {
  readonly smtpUrl: string | null;
  readonly smtpUrlFile: string | null;
  /** Who mails are from. */
  readonly from: string;
}

const MOST_STREAMS = 1_000_000;

export function readEventSettings(read: SettingsReader): EventSettings {
  const streams = read.count('EVENTS_MAX_STREAMS', 5_000, 1, MOST_STREAMS);
  return Object.freeze({
    // A wait of nothing would let everybody who follows ask without a pause.
    waitSeconds: read.count('EVENTS_WAIT_SECONDS', 30, 1, 300),
    streams,
    streamsPerSubject: read.count('EVENTS_MAX_STREAMS_PER_SUBJECT', Math.min(streams, 200), 1, MOST_STREAMS),
    mail: readMailSettings(read),
    kafka: readKafkaSettings(read),
  });
}

/** Whether a text names a mail server. */
export function isSmtpUrl(text: string): boolean {
  return /^smtps?:\/\//.test(text) && URL.canParse(text);
}

/** The URL may hold a password, so a fault does not repeat it. */
function readMailSettings(read: SettingsReader): MailSettings {
  const smtpUrl = read.text('SMTP_URL');
  const smtpUrlFile = read.text('SMTP_URL_FILE');
  if (smtpUrl !== null && smtpUrlFile !== null) read.fault('SMTP_URL and SMTP_URL_FILE exclude each other; give one.');
  if (smtpUrl !== null && !isSmtpUrl(smtpUrl)) {
    read.fault('SMTP_URL must be a URL such as smtps://user:password@mail.example.org:465.');
  }
  const from = read.text('SMTP_FROM') ?? 'Stagegate <stagegate@localhost>';
  return Object.freeze({ smtpUrl, smtpUrlFile, from });
}
