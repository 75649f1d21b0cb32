import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { etagOf } from '../../platform/http/etag.js';
import { acceptedCodings, preferredCoding } from '../../platform/http/quality.js';

/** The smallest first. */
const ENCODINGS = ['br', 'gzip'] as const;
type Encoding = (typeof ENCODINGS)[number];

/** Below it the headers of an encoding cost what it saves. */
const LEAST_BYTES = 1_000;
/** A second less of a processor than the highest one takes, for a few per cent more bytes. */
const BROTLI_QUALITY = 9;

const PACKERS: Record<Encoding, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Bytes that stay the same while the process runs; each encoding is made when it is first asked for, and kept. */
export class Published {
  private readonly bytes: Buffer;
  private readonly tag: string;
  private readonly packed = new Map<Encoding, Promise<Buffer>>();

  constructor(
    private readonly type: string,
    content: string | Buffer,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {
    this.bytes = Buffer.from(content);
    this.tag = etagOf(this.bytes.toString('base64'));
  }

  /** Answers a GET or HEAD in the encoding that the caller likes best, or with 304 when the caller has it; `vary` names what else chose it. */
  async send(request: FastifyRequest, reply: FastifyReply, vary?: 'Accept'): Promise<void> {
    const encoding = this.bytes.length < LEAST_BYTES ? null : preferredCoding(acceptedCodings(request), ENCODINGS);
    // Other bytes, and so another strong tag.
    const etag = encoding === null ? this.tag : this.tag.replace(/"$/, `-${encoding}"`);
    void reply.headers({
      'Cache-Control': 'no-cache',
      ...this.headers,
      ETag: etag,
      Vary: vary === undefined ? 'Accept-Encoding' : `${vary}, Accept-Encoding`,
    });
    if (has(request.headers['if-none-match'], etag)) return void (await reply.code(304).send());
    if (encoding !== null) void reply.header('Content-Encoding', encoding);
    const body = encoding === null ? this.bytes : await this.packedBy(encoding);
    await reply.type(this.type).send(body);
  }

  private packedBy(encoding: Encoding): Promise<Buffer> {
    const packed = this.packed.get(encoding) ?? PACKERS[encoding](this.bytes);
    this.packed.set(encoding, packed);
    return packed;
  }
}

function has(header: string | undefined, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
