import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts text with AES-256-GCM under a key derived from the service's signing key (HKDF, RFC 5869). */
export class SealedBox {
  private readonly key: Buffer;
  private readonly previous: readonly Buffer[];

  /**
   * The keys that signed before open what was sealed under them, and seal nothing.
   * @param purpose keeps what is sealed for one purpose from being opened for another
   */
  constructor(signingKey: KeyObject, purpose: string, previous: readonly KeyObject[] = []) {
    this.key = derived(signingKey, purpose);
    this.previous = previous.map((key) => derived(key, purpose));
  }

  seal(text: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  }

  /** The text, or null when it was sealed under another key or changed since. */
  open(sealed: string): string | null {
    const bytes = Buffer.from(sealed, 'base64');
    for (const key of [this.key, ...this.previous]) {
      const text = openWith(key, bytes);
      if (text !== null) return text;
    }
    return null;
  }
}

function derived(signingKey: KeyObject, purpose: string): Buffer {
  const material =
    signingKey.type === 'secret' ? signingKey.export() : signingKey.export({ type: 'pkcs8', format: 'der' });
  return Buffer.from(hkdfSync('sha256', material, '', purpose, 32));
}

function openWith(key: Buffer, bytes: Buffer): string | null {
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const start = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([start, decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
