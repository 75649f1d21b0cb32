import { readFileSync } from 'node:fs';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../../platform/config.js';
import { isSmtpUrl, type MailSettings } from '../../platform/config/events.js';
import { ConfigError } from '../../platform/config/settings-reader.js';

const LONGEST_MS = 10_000;

/** Sends mails through the server of the configuration. */
@Injectable()
export class Mailer implements OnModuleDestroy {
  private readonly transport: Transporter | null;

  constructor(private readonly config: Config) {
    const smtpUrl = smtpUrlOf(config.events.mail);
    const times = { connectionTimeout: LONGEST_MS, greetingTimeout: LONGEST_MS, socketTimeout: LONGEST_MS };
    this.transport =
      smtpUrl === null
        ? null
        : createTransport({ url: smtpUrl, ...times, disableFileAccess: true, disableUrlAccess: true });
  }

  onModuleDestroy(): void {
    this.transport?.close();
  }

  /** Whether there is a server to send by. */
  get canSend(): boolean {
    return this.transport !== null;
  }

  /** @param target a `mailto:` address */
  async send(target: string, { subject, text }: { subject: string; text: string }): Promise<void> {
    if (this.transport === null) throw new Error('No mail server is configured (SMTP_URL)');
    await this.transport.sendMail({ from: this.config.events.mail.from, to: mailAddressOf(target)!, subject, text });
  }
}

/** @throws ConfigError when the file that should hold it does not */
function smtpUrlOf({ smtpUrl, smtpUrlFile }: MailSettings): string | null {
  if (smtpUrlFile === null) return smtpUrl;
  const text = readSecretFile(smtpUrlFile);
  if (isSmtpUrl(text)) return text;
  throw new ConfigError([`SMTP_URL_FILE: ${smtpUrlFile} holds no URL of a mail server.`]);
}

function readSecretFile(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigError([`SMTP_URL_FILE: ${file} cannot be read (${(error as Error).message}).`]);
  }
}

/** The one address of a `mailto:` URL; null when it holds more, or none. */
export function mailAddressOf(url: string): string | null {
  const [, address] = /^mailto:([^?#,;\s]+)$/i.exec(url) ?? [];
  if (address === undefined) return null;
  try {
    const plain = decodeURIComponent(address);
    return /^[^\s@,;:<>()[\]"\\]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(plain) ? plain : null;
  } catch {
    return null;
  }
}
