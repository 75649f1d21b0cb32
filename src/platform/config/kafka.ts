import { type SettingsReader } from './settings-reader.js';

const MECHANISMS = ['PLAIN', 'SCRAM-SHA-256', 'SCRAM-SHA-512'] as const;

/** A broker that is asked first for all the others. */
export interface Broker {
  readonly host: string;
  readonly port: number;
}

/** Who we are to the brokers. */
export interface SaslSettings {
  readonly mechanism: (typeof MECHANISMS)[number];
  readonly username: string;
  readonly password: string;
}

/** PEM texts: who signs for the brokers, null for those whom Node.js trusts, and who we are, null for nobody in particular. */
export interface KafkaTls {
  readonly ca: string | null;
  readonly client: { readonly certificate: string; readonly key: string } | null;
}

/** A Kafka that is sent the events. */
export interface KafkaSettings {
  readonly brokers: readonly Broker[];
  readonly topic: string;
  /** Types of the events to be sent; null for every one. */
  readonly types: readonly string[] | null;
  /** Where a registry begins that has sent nothing yet. */
  readonly start: 'newest' | 'oldest';
  /** Null when nothing is encrypted. */
  readonly tls: KafkaTls | null;
  /** Null when nobody asks who we are. */
  readonly sasl: SaslSettings | null;
}

/** Null unless brokers are named. */
export function readKafkaSettings(read: SettingsReader): KafkaSettings | null {
  const brokers = readBrokers(read);
  const topic = read.text('STAGEGATE_KAFKA_TOPIC') ?? 'stagegate.events';
  if (!/^[\w.-]{1,249}$/.test(topic))
    read.fault(`STAGEGATE_KAFKA_TOPIC must be letters, digits, ".", "_" and "-", not "${topic}".`);
  const start = read.oneOf('STAGEGATE_KAFKA_START', ['newest', 'oldest'], 'newest');
  const types = listOf(read.text('STAGEGATE_KAFKA_TYPES'));
  const tls = readTls(read);
  const sasl = readSasl(read, tls !== null);
  if (brokers.length === 0) return null;
  const isEveryType = types.length === 0 || types.includes('*');
  return Object.freeze({ brokers, topic, types: isEveryType ? null : types, start, tls, sasl });
}

const listOf = (text: string | null): string[] => (text ?? '').split(',').flatMap((part) => part.trim() || []);

function readBrokers(read: SettingsReader): Broker[] {
  return listOf(read.text('STAGEGATE_KAFKA_BROKERS')).flatMap((broker) => {
    const [, name, address, port] = /^(?:([\w.-]+)|\[([\da-f:.]+)\]):(\d{1,5})$/i.exec(broker) ?? [];
    if (port !== undefined && Number(port) >= 1 && Number(port) <= 65_535)
      return [{ host: (name ?? address)!, port: Number(port) }];
    read.fault(`STAGEGATE_KAFKA_BROKERS must be brokers such as kafka-1:9092, kafka-2:9092; "${broker}" is none.`);
    return [];
  });
}

function readTls(read: SettingsReader): KafkaTls | null {
  const ca = fileOf(read, 'STAGEGATE_KAFKA_CA_FILE');
  const certificate = fileOf(read, 'STAGEGATE_KAFKA_CERTIFICATE_FILE');
  const key = fileOf(read, 'STAGEGATE_KAFKA_KEY_FILE');
  if ((certificate.path === null) !== (key.path === null))
    read.fault('STAGEGATE_KAFKA_CERTIFICATE_FILE and STAGEGATE_KAFKA_KEY_FILE belong together; give both or none.');
  const isNeeded = [ca, certificate, key].some(({ path }) => path !== null);
  const isOn = read.oneOf('STAGEGATE_KAFKA_TLS', ['true', 'false'], isNeeded ? 'true' : 'false') === 'true';
  if (isNeeded && !isOn) read.fault('STAGEGATE_KAFKA_TLS is false, and a file that only TLS needs is given.');
  if (!isOn) return null;
  const isKnown = certificate.text !== null && key.text !== null;
  return { ca: ca.text, client: isKnown ? { certificate: certificate.text!, key: key.text! } : null };
}

type FileName = 'STAGEGATE_KAFKA_CA_FILE' | 'STAGEGATE_KAFKA_CERTIFICATE_FILE' | 'STAGEGATE_KAFKA_KEY_FILE';

function fileOf(read: SettingsReader, name: FileName): { path: string | null; text: string | null } {
  const path = read.text(name);
  return { path, text: path === null ? null : read.file(name, path) };
}

function readSasl(read: SettingsReader, isEncrypted: boolean): SaslSettings | null {
  const username = read.text('STAGEGATE_KAFKA_USERNAME');
  const password = read.secret('STAGEGATE_KAFKA_PASSWORD');
  const mechanism = read.oneOf('STAGEGATE_KAFKA_SASL_MECHANISM', MECHANISMS, 'SCRAM-SHA-512');
  if (username === null && password === null) {
    if (read.text('STAGEGATE_KAFKA_SASL_MECHANISM') !== null)
      read.fault('STAGEGATE_KAFKA_SASL_MECHANISM needs STAGEGATE_KAFKA_USERNAME and STAGEGATE_KAFKA_PASSWORD.');
    return null;
  }
  if (username === null || password === null) {
    read.fault('STAGEGATE_KAFKA_USERNAME and STAGEGATE_KAFKA_PASSWORD belong together; give both or none.');
    return null;
  }
  if (mechanism === 'PLAIN' && !isEncrypted)
    read.fault('STAGEGATE_KAFKA_SASL_MECHANISM PLAIN sends the password as it is; set STAGEGATE_KAFKA_TLS to true.');
  return { mechanism, username, password };
}
